//! The attributes of an element: whether it is hidden, struck out, said to screen readers only, or a picture's credit.

use dom_query::NodeRef;

use super::names::{bare, words};

/// Words of a class or id that name a picture's words.
pub(super) const CAPTION: &[&str] = &["caption", "captions", "figcaption", "imagecaption"];

/// Words of a class that name the line over a headline.
const KICKER: &[&str] = &[
    "kicker",
    "eyebrow",
    "overline",
    "topline",
    "overtitle",
    "surtitle",
    "surtitre",
    "roofline",
    "dachzeile",
    "spitzmarke",
    "antetitulo",
    "occhiello",
];

/// Classes of the element in which an article's title stands.
const TITLE: &[&str] = &[
    "title",
    "headline",
    "articletitle",
    "articleheadline",
    "entrytitle",
    "posttitle",
    "storytitle",
    "pagetitle",
    "newstitle",
    "maintitle",
    "titulo",
    "titre",
    "titel",
    "titolo",
    "rubrik",
    "overskrift",
];

/// Classes of words that are for screen readers alone.
const SCREEN_READERS: &[&str] = &[
    "sronly",
    "screenreadertext",
    "screenreader",
    "screenreaders",
    "screenreaderonly",
    "visuallyhidden",
    "visuallyhide",
    "visualhidden",
    "uhiddenvisually",
    "hiddenvisually",
    "a11yhidden",
    "a11yonly",
    "assistivetext",
    "assistive",
    "accessibilitytext",
    "accessiblyhidden",
    "isvishidden",
    "vishidden",
    "readersonly",
    "elementinvisible",
];

/// Elements whose words are struck out.
const STRUCK: &[&str] = &["del", "s", "strike"];

/// The attributes of an element that say what it is, read once.
#[derive(Debug, Default)]
pub(super) struct Traits {
    /// `class`.
    pub(super) class: String,
    /// `id`.
    pub(super) id: String,
    /// `role`.
    pub(super) role: String,
    /// `itemprop`.
    pub(super) property: String,
    style: String,
    size: String,
    hidden: bool,
}

impl Traits {
    /// The traits of `node`.
    pub(super) fn of(node: &NodeRef<'_>) -> Self {
        let mut traits = Self::default();
        let Some(element) = node.element_ref() else { return traits };
        for attribute in &element.attrs {
            let value = || attribute.value.to_string();
            match &*attribute.name.local {
                "class" => traits.class = value(),
                "id" => traits.id = value(),
                "size" => traits.size = value(),
                "role" => traits.role = value(),
                "itemprop" => traits.property = value(),
                "style" => traits.style = value().chars().filter(|c| !c.is_whitespace()).collect(),
                // Found when searched for, which is to say: seen.
                "hidden" => traits.hidden = !attribute.value.eq_ignore_ascii_case("until-found"),
                _ => {}
            }
        }
        traits
    }

    /// True when the page hides it: by the attribute, or by the style on the element itself. What is hidden from screen readers only
    /// (`aria-hidden`) is read by everybody else.
    pub(super) fn is_hidden(&self) -> bool {
        let named = || self.class.split_whitespace().any(|name| matches!(name, "hidden" | "is-hidden" | "d-none"));
        self.hidden
            || named()
            || ["display:none", "visibility:hidden", "visibility:collapse"]
                .iter()
                .any(|style| self.style.contains(style))
    }

    /// True when only screen readers say it: by its class, or because its style puts it out of sight.
    pub(super) fn is_for_screen_readers(&self) -> bool {
        let named = self.class.split_whitespace().any(|name| SCREEN_READERS.contains(&bare(name).as_str()));
        let clipped = [
            "clip:rect(0",
            "clip:rect(1px",
            "clip-path:inset(50%",
            "clip-path:inset(100%",
            "left:-999",
            "text-indent:-999",
        ];
        named || clipped.iter().any(|style| self.style.contains(style))
    }

    /// True for bold letters, and for larger ones where the page says so in the manner of old.
    pub(super) fn is_strong(&self, name: &str) -> bool {
        let large = || self.size.starts_with('+') || self.size.parse::<u8>().is_ok_and(|size| size > 3);
        matches!(name, "b" | "strong" | "big") || name == "font" && large()
    }

    /// True for words that are struck out.
    pub(super) fn is_struck(&self, name: &str) -> bool {
        STRUCK.contains(&name) || self.style.contains("line-through")
    }

    /// True for a question that the page lays over its article.
    pub(super) fn is_dialog(&self, name: &str) -> bool {
        name == "dialog" || matches!(self.role.as_str(), "dialog" | "alertdialog")
    }

    /// True when its class names it the article's title.
    pub(super) fn is_named_title(&self) -> bool {
        self.property == "headline" || self.class.split_whitespace().any(|name| TITLE.contains(&bare(name).as_str()))
    }

    /// True when an element inside a heading holds the line over it.
    pub(super) fn is_kicker(&self) -> bool {
        words(&self.class).iter().any(|word| KICKER.contains(&word.as_str()))
    }

    /// True when an element inside a line holds a picture's credit or caption.
    pub(super) fn is_credit(&self) -> bool {
        let credits = ["credit", "credits", "copyright", "photographer", "photocredit", "imagecredit"];
        words(&self.class).iter().any(|word| credits.contains(&word.as_str()) || CAPTION.contains(&word.as_str()))
    }
}
