//! One line for a source: title, link and place in any order, told apart as one types; kept by a key, or kept and marked.

use super::answer::{Answer, Answers, Around, Keep};
use super::question::Question;
use super::things::Things;
use crate::app::action::{Action, Motion};
use crate::app::citation::{self, ParsedCitation};
use crate::app::draft;
use crate::app::editor::{Editor, Go, Typing};
use crate::app::form::Form;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::offered::{Offered, PastSource};
use crate::review::field::SOURCES;
use crate::review::{ClaimId, Draft, Edit, Session, Stamp, Verdict};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "source",
    name: "A source on one line",
    beyond: &[Scope::Entry],
    types: true,
    on_desk: true,
});

/// Columns the typed line is laid out for; it is one line, so only its being wide matters.
const WIDTH: usize = 200;

/// A source while it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cite {
    /// The claims that it is for, the selected one first.
    pub claims: Vec<ClaimId>,
    /// What was typed.
    pub editor: Editor,
}

/// The line over the selected claims, `text` typed on it already; or why there is none.
pub fn opened<P: From<Cite>>(text: &str, around: &Around<'_>) -> Answer<P> {
    match around.writable() {
        Ok((desk, _)) => Answer::Open(Cite { claims: desk.chosen(), editor: Editor::new(text, true) }.into()),
        Err(why) => why,
    }
}

impl Cite {
    /// What was typed, told apart.
    pub fn cited(&self) -> ParsedCitation {
        citation::read(self.editor.text())
    }

    /// Sources of earlier sessions that may be meant by what is typed, the most likely first; none while the cursor is further back.
    pub fn offers<'o>(&self, words: &'o Offered) -> Vec<&'o PastSource> {
        if words.is_empty() || !self.editor.is_at_end() {
            return Vec::new();
        }
        let cited = self.cited();
        words.sources(if cited.url.is_empty() { &cited.title } else { &cited.url })
    }

    /// Puts the most likely of them on the line, before the page and the day that were typed. False when nothing is offered.
    fn take_offer(&mut self, words: &Offered) -> bool {
        let Some(source) = self.offers(words).first().copied().cloned() else { return false };
        let cited = self.cited();
        let parts = [source.title, source.url, cited.locator, cited.day];
        let line: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        // The page is what one types next.
        self.editor = Editor::new(&format!("{} ", line.join(" ")), true);
        true
    }

    /// Takes what is offered, or goes on by a character.
    fn complete(&mut self, around: &Around<'_>) {
        if !around.desk.is_some_and(|desk| self.take_offer(&desk.seen.words)) {
            self.editor.act(&Typing::Move(Go::Right), WIDTH);
        }
    }

    /// The form with all fields, filled in with what was typed so far.
    fn form(&self, session: &Session, now: &Stamp) -> Option<Form> {
        let claim = session.any_claim(self.claims.first()?)?;
        Some(Form::source(claim, &self.cited().source(now.day()), now))
    }

    /// What keeping it comes to, with a verdict or without.
    fn kept<P: From<Things>>(&self, verdict: Option<&Verdict>, around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return vec![Answer::Close] };
        let cited = self.cited();
        if self.editor.text().trim().is_empty() && verdict.is_none() {
            return self.listed(around);
        }
        if cited.is_nameless() {
            return vec![Answer::Alarm("a source needs a title or a link".to_owned())];
        }
        let source = cited.source(around.now.day());
        let by = &around.settings.reviewer;
        let claims = self.claims.iter().filter_map(|id| desk.session.any_claim(id));
        let edits: Vec<Edit> =
            claims.flat_map(|claim| citation::given(claim, &source, verdict, by, around.now)).collect();
        let keep = Keep { edits, said: "source kept".to_owned(), overtaken: None, row: None };
        let settled = Answer::Settled(self.claims.clone(), verdict.is_some());
        vec![Answer::Keep(Box::new(keep)), Answer::Close, settled]
    }

    /// The list of what the claim has already.
    fn listed<P: From<Things>>(&self, around: &Around<'_>) -> Vec<Answer<P>> {
        let held = around.desk.zip(self.claims.first()).and_then(|(desk, id)| desk.session.any_claim(id));
        match held.filter(|claim| !claim.record.sources.is_empty()) {
            Some(claim) => vec![Answer::Close, Answer::Open(Things::of(&SOURCES, claim).into())],
            None => vec![Answer::Say("no source yet: type its title, a link, a page".to_owned())],
        }
    }
}

impl<P: From<Self> + From<Things> + From<Form> + From<Question>> Answers<P> for Cite {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter ctrl-s", Action::Accept, "keep", "Keeps the source; an empty line lists those there are."),
        row(
            SCOPE,
            "ctrl-v alt-v",
            Action::Mark(Verdict::Verified),
            "keep, verified",
            "Keeps it and marks the claim verified.",
        ),
        row(
            SCOPE,
            "ctrl-d alt-d",
            Action::Mark(Verdict::Disputed),
            "disputed",
            "Keeps it and marks the claim disputed.",
        ),
        row(SCOPE, "alt-u", Action::Mark(Verdict::Unknown), "", "Keeps it and marks the claim unknown."),
        row(SCOPE, "tab", Action::NextField, "all fields", "Goes on in the form with all fields."),
        row(
            SCOPE,
            "right ctrl-f",
            Action::Complete,
            "",
            "Takes the source of an earlier session that is offered; else goes a character to the right.",
        ),
        row(SCOPE, "down", Action::Move(Motion::Next), "list", "Lists the claim's sources: change, remove, reorder."),
        row(
            SCOPE,
            "esc",
            Action::Cancel,
            "cancel",
            "Closes the line without keeping it, and asks if something was typed.",
        ),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        vec![opened("", around)]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Type(typing) => self.editor.act(&typing, WIDTH),
            Action::Paste(text) => self.editor.act(&Typing::Insert(text), WIDTH),
            Action::Complete => self.complete(around),
            Action::Accept => return self.kept(None, around),
            Action::Mark(verdict) => return self.kept(Some(&verdict), around),
            Action::NextField => {
                let form = around.desk.and_then(|desk| self.form(&desk.session, around.now));
                return [Answer::Close].into_iter().chain(form.map(|form| Answer::Open(form.into()))).collect();
            }
            Action::Move(_) if self.editor.text().trim().is_empty() => return self.listed(around),
            Action::Cancel if self.editor.text().trim().is_empty() => return vec![Answer::Close],
            Action::Cancel => {
                let claim = self.claims.first().cloned().unwrap_or_default();
                return vec![Answer::Open(Question::Drop(claim).into())];
            }
            _ => {}
        }
        Vec::new()
    }

    fn unsaved(&self, session: &Session) -> Option<Draft> {
        if self.editor.text().trim().is_empty() {
            return None;
        }
        self.form(session, &Stamp::default()).and_then(|form| draft::of_form(&form, session))
    }
}
