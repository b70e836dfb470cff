//! The settings file's words: TOML to settings, and for each mistake the place and the way out.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Config;
use crate::app::key::Key;
use crate::app::keymap::{Keymap, Rebinding, Scope};
use crate::app::settings::Theme;
use crate::review::Policy;
use crate::review::policy::in_plain_words;

/// Every setting.
pub(super) const SETTINGS: [&str; 9] =
    ["theme", "threshold", "advance", "reviewer", "ascii", "mouse", "memory", "policy", "keys"];

/// Something wrong in the file.
#[derive(Debug)]
pub(super) struct Mistake {
    /// Where it stands, in bytes; `None` when that can't be said.
    pub(super) at: Option<usize>,
    /// What is wrong and what to do.
    pub(super) says: String,
}

type Value<'a> = Spanned<DeValue<'a>>;

/// The settings that `text` holds.
///
/// # Errors
/// The first mistake.
pub(super) fn parse(text: &str) -> Result<Config, Mistake> {
    let root = DeTable::parse(text).map_err(|error| Mistake {
        at: error.span().map(|span| span.start),
        says: format!("this is no TOML: {}; a setting is written as: theme = \"dark\"", error.message()),
    })?;
    let mut config = Config::default();
    for (key, value) in root.get_ref() {
        let name = key.get_ref().as_ref();
        match name {
            "theme" => config.theme = Some(theme(value)?),
            "threshold" => config.threshold = Some(threshold(value)?),
            "advance" => config.advance = Some(yes_or_no(name, value)?),
            "reviewer" => config.reviewer = Some(words(name, value)?.to_owned()),
            "ascii" => config.ascii = Some(yes_or_no(name, value)?),
            "mouse" => config.mouse = Some(yes_or_no(name, value)?),
            "policy" => config.policy = Some(policy(text)?),
            "memory" => config.memory = Some(yes_or_no(name, value)?),
            "keys" => config.rebound = Some(keys(value)?),
            other => return Err(unknown(key.span().start, "setting", other, &SETTINGS)),
        }
    }
    Ok(config)
}

fn mistake(at: usize, says: String) -> Mistake {
    Mistake { at: Some(at), says }
}

/// A name that there is not, with the nearest that there is.
fn unknown(at: usize, what: &str, name: &str, known: &[&str]) -> Mistake {
    let near = similar::get_close_matches(name, known, 1, 0.6);
    let way = near
        .first()
        .map_or_else(|| format!("there are {}", known.join(", ")), |near| format!("did you mean \"{near}\"?"));
    mistake(at, format!("{what} \"{name}\" is not known; {way}"))
}

fn wanted(name: &str, value: &Value<'_>, what: &str) -> Mistake {
    mistake(value.span().start, format!("{name}: this is {}, not {what}", kind(value.get_ref())))
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn words<'a>(name: &str, value: &'a Value<'_>) -> Result<&'a str, Mistake> {
    value.get_ref().as_str().ok_or_else(|| wanted(name, value, "text in quotes"))
}

fn yes_or_no(name: &str, value: &Value<'_>) -> Result<bool, Mistake> {
    value.get_ref().as_bool().ok_or_else(|| wanted(name, value, "true or false"))
}

fn theme(value: &Value<'_>) -> Result<Theme, Mistake> {
    let name = words("theme", value)?;
    let found = Theme::ALL.into_iter().find(|theme| theme.name() == name);
    found.ok_or_else(|| unknown(value.span().start, "theme", name, &Theme::ALL.map(Theme::name)))
}

fn threshold(value: &Value<'_>) -> Result<f64, Mistake> {
    let number = match value.get_ref() {
        DeValue::Float(float) => float.as_str().parse().ok(),
        DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str().parse().ok(),
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Array(_)
        | DeValue::Table(_) => None,
    };
    let fits = number.filter(|number| (0.0..=1.0).contains(number));
    fits.ok_or_else(|| mistake(value.span().start, "threshold: write a number from 0 to 1".to_owned()))
}

/// What `[policy]` of the whole file `text` asks of a claim.
fn policy(text: &str) -> Result<Arc<Policy>, Mistake> {
    #[derive(serde::Deserialize)]
    struct PolicyTable {
        policy: Policy,
    }
    let read = toml::from_str::<PolicyTable>(text);
    read.map(|settled| Arc::new(settled.policy)).map_err(|error| Mistake {
        at: error.span().map(|span| span.start),
        says: format!("policy: {}", in_plain_words(error.message())),
    })
}

/// The key table with what `[keys]` lays over it.
fn keys(value: &Value<'_>) -> Result<Arc<Keymap>, Mistake> {
    let scopes = value.get_ref().as_table();
    let scopes = scopes.ok_or_else(|| wanted("keys", value, "a table such as [keys.desk]"))?;
    let (mut changes, mut places) = (Vec::new(), Vec::new());
    for (key, rows) in scopes {
        let name = key.get_ref().as_ref();
        let scope = Keymap::standard().scopes().iter().copied().find(|scope| scope.setting() == name);
        let Some(scope) = scope else { return Err(unknown(key.span().start, "scope", name, &scopes_with_keys())) };
        let in_scope = rows.get_ref().as_table();
        let in_scope = in_scope.ok_or_else(|| wanted(name, rows, "a table: write [keys.desk] above its keys"))?;
        for (action, held) in in_scope {
            let name = action.get_ref().as_ref();
            let known: Vec<&str> = Keymap::names(scope).collect();
            if !known.contains(&name) {
                let what = format!("[keys.{}] action", scope.setting());
                let mut mistake = unknown(action.span().start, &what, name, &known);
                mistake.says.push_str("; factdesk keys lists all names");
                return Err(mistake);
            }
            changes.push(Rebinding { scope, name: name.to_owned(), keys: keys_of(name, held)? });
            places.push(action.span().start);
        }
    }
    let blamed = |index: usize| changes.get(index).map_or("keys", |change| change.name.as_str());
    let keymap = Keymap::rebound(&changes);
    keymap.map(Arc::new).map_err(|(index, clash)| Mistake {
        at: places.get(index).copied(),
        says: format!("{}: {clash}", blamed(index)),
    })
}

fn scopes_with_keys() -> Vec<&'static str> {
    Keymap::standard().scopes().iter().copied().map(Scope::setting).collect()
}

/// Keys parted by blanks, or a list of them.
fn keys_of(name: &str, value: &Value<'_>) -> Result<Vec<Key>, Mistake> {
    if let DeValue::Array(list) = value.get_ref() {
        let each = list.iter().map(|item| keys_of(name, item));
        return Ok(each.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect());
    }
    let text = value.get_ref().as_str();
    let text = text.ok_or_else(|| wanted(name, value, "keys such as \"j down\" or [\"j\", \"down\"]"))?;
    let parsed = text
        .split_whitespace()
        .map(|key| key.parse().map_err(|error| mistake(value.span().start, format!("{name}: {error}"))));
    parsed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn refused(text: &str) -> String {
        let mistake = parse(text).unwrap_err();
        let line = text.get(..mistake.at.unwrap()).unwrap().matches('\n').count() + 1;
        format!("{line}: {}", mistake.says)
    }

    #[test]
    fn a_policy_is_read_and_a_mistake_in_it_told() {
        let config =
            parse("[policy]\nsources = 1\nsources-for-figures = 2\nright-of-reply = [\"accusation\"]\n").unwrap();
        let policy = config.policy.unwrap();
        assert_eq!((policy.sources, policy.sources_for_figures, policy.primary), (1, 2, false));
        assert_eq!(policy.right_of_reply, ["accusation"]);
        assert!(
            refused("[policy]\nsource = 1").starts_with("2: policy: unknown field `source`, expected one of `sources`")
        );
        assert!(refused("policy = 3").starts_with("1: policy: "));
        let plain = [
            ("sources = -1", "a whole number, 0 or more"),
            ("sources = \"two\"", "a whole number, 0 or more"),
            ("readings = 1.5", "a whole number, 0 or more"),
            ("primary = 1", "true or false"),
            ("right-of-reply = \"accusation\"", "a list"),
        ];
        for (line, wanted) in plain {
            let said = refused(&format!("[policy]\n{line}"));
            assert!(said.contains(wanted) && !said.contains("usize"), "{said}");
        }
        let said = refused("policy = 3");
        assert!(!said.contains("struct"), "{said}");
    }

    #[test]
    fn every_setting_is_read() {
        let config = parse(
            "theme = \"light\"\nthreshold = 0.4\nadvance = false\nreviewer = \"Anna\"\nascii = true\nmouse = false\n\
             [keys.desk]\nverified = \"y\"\ncopy = [\"Y\", \"ctrl-y\"]\n",
        )
        .unwrap();
        assert_eq!((config.theme, config.threshold, config.advance), (Some(Theme::Light), Some(0.4), Some(false)));
        assert_eq!((config.reviewer.as_deref(), config.ascii, config.mouse), (Some("Anna"), Some(true), Some(false)));
        assert!(config.keymap().action(Scope::Desk, "ctrl-y".parse().unwrap()).is_some());
        assert_eq!(config.keymap().action(Scope::Desk, "v".parse().unwrap()), None);
    }

    #[test]
    fn a_mistake_names_its_line_its_key_and_the_way_out() {
        for (text, wanted) in [
            ("\nthme = \"dark\"", "2: setting \"thme\" is not known; did you mean \"theme\"?"),
            ("theme = \"drak\"", "1: theme \"drak\" is not known; did you mean \"dark\"?"),
            ("threshold = 2", "1: threshold: write a number from 0 to 1"),
            ("advance = \"no\"", "1: advance: this is text, not true or false"),
            ("keys = 3", "1: keys: this is a number, not a table such as [keys.desk]"),
            ("[keys.dsk]\n", "1: scope \"dsk\" is not known; did you mean \"desk\"?"),
            (
                "[keys.desk]\n\nverify = \"V\"",
                "3: [keys.desk] action \"verify\" is not known; did you mean \"verified\"?; factdesk keys lists all names",
            ),
            (
                "[keys.desk]\nverified = \"d\"",
                "2: verified: d is the key of \"disputed\" too; give \"disputed\" another key, or take its key away: disputed = \"\"",
            ),
            ("[keys.desk]\nundo = \"ctrl-shift-z\"", "2: undo: 'ctrl-shift-z' is no key;"),
            ("theme = \"dark\"\ntheme = \"light\"", "2: this is no TOML: duplicate key"),
            ("a = [1", "1: this is no TOML: "),
        ] {
            let got = refused(text);
            assert!(got.starts_with(wanted), "{got}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail_badly(text in "((theme|keys|\\[keys\\.desk\\]|mouse|undo|=|\"| |\n|z|1|\\[|\\]|\\PC){0,20})") {
            let _ = parse(&text);
        }
    }
}
