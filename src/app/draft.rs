//! Drafts: what open editors hold, told so that it can be written down, and taken up again after the program has ended.

use serde_json::Value;

use super::editor::{Editor, Go, Typing};
use super::form::{Form, FormInput, Purpose};
use crate::review::field::{self, Field, SETTLED};
use crate::review::{Because, Claim, ClaimId, Draft, DraftField, Session, Stamp, Verdict};

/// The field that a note's draft is of.
const NOTE: &str = "note";

/// The fields of what settles a claim.
const VERDICT: &str = "verdict";
const BECAUSE: &str = "because";
const WHY: &str = "why";

/// Columns a text is laid out for when it is put into an editor; only movements up and down would ask.
const WIDTH: usize = 72;

/// An editor with a draft's text in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Retaken {
    /// The note of a claim.
    Note(ClaimId, Editor),
    /// A form.
    Form(Form),
    /// Why readers differ, while their claim is settled.
    Settling(UnsavedSettling),
}

/// What is filled in while a claim is settled.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsavedSettling {
    /// The claim.
    pub claim: ClaimId,
    /// What it is settled to.
    pub verdict: Verdict,
    /// The kind of difference.
    pub because: Option<Because>,
    /// Why, in words.
    pub why: Editor,
}

/// How a draft fits the session that is open now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftFit {
    /// Its fields are as they were when it was begun.
    AsLeft,
    /// Somebody has changed what it was to change.
    Changed,
    /// Its claim is gone.
    Gone,
    /// The session holds it already.
    Spent,
}

/// What stands above the editor that a draft is of.
pub fn title(draft: &Draft) -> String {
    purpose(draft, None).map_or_else(|| "Note".to_owned(), Purpose::title)
}

/// What was typed, in one piece; of several fields each with its name.
pub fn words(draft: &Draft) -> String {
    let typed = draft.fields.iter().filter(|field| field.is_typed());
    if draft.of == NOTE {
        return typed.map(|field| field.text.clone()).collect();
    }
    typed.map(|field| format!("{}: {}", field.name, field.text)).collect::<Vec<_>>().join("\n")
}

/// How `draft` fits `session` now.
pub fn fit(draft: &Draft, session: &Session) -> DraftFit {
    // The day that an empty form begins with is nothing that somebody typed.
    let Some(editor) = editor(draft, session, &Stamp::default()) else { return DraftFit::Gone };
    let present = values(&editor);
    let held =
        |field: &DraftField| present.iter().find(|(name, _)| *name == field.name).map(|(_, value)| value.clone());
    let typed = || draft.fields.iter().filter(|field| field.is_typed());
    if typed().all(|field| held(field).as_ref() == Some(&field.text)) {
        DraftFit::Spent
    } else if typed().any(|field| held(field).is_some_and(|value| is_newer(field, &value))) {
        DraftFit::Changed
    } else {
        DraftFit::AsLeft
    }
}

/// The editor that `draft` came from, open again with what was typed in it. Where somebody has changed a field since, both
/// texts stand in it. `None` when the claim is gone.
pub(super) fn taken_up(draft: &Draft, session: &Session, now: &Stamp) -> Option<Retaken> {
    let mut retaken = editor(draft, session, now)?;
    match &mut retaken {
        Retaken::Note(_, editor) => {
            for field in draft.fields.iter().filter(|field| field.is_typed()) {
                retype(editor, field, "\n\n");
            }
        }
        Retaken::Form(form) => {
            for field in draft.fields.iter().filter(|field| field.is_typed()) {
                if let Some(slot) = form.fields.iter_mut().find(|slot| slot.label == field.name) {
                    fill(&mut slot.input, field);
                }
            }
        }
        Retaken::Settling(settling) => {
            for field in draft.fields.iter().filter(|field| field.is_typed()) {
                match field.name.as_str() {
                    WHY => retype(&mut settling.why, field, " / "),
                    BECAUSE if settling.because.is_none() => {
                        settling.because = Some(field.text.as_str()).filter(|text| !text.is_empty()).map(Into::into);
                    }
                    _ => {}
                }
            }
        }
    }
    Some(retaken)
}

/// What a note under entry holds that is not kept; `None` when nothing was typed.
pub(super) fn of_note(claim: &ClaimId, editor: &Editor) -> Option<Draft> {
    let (before, text) = (editor.opened().to_owned(), editor.text().to_owned());
    let fields = vec![DraftField { name: NOTE.to_owned(), before, text }];
    typed(Draft { claim: claim.clone(), of: NOTE.to_owned(), fields, ..Draft::default() })
}

/// What a form holds that is not kept; `None` when nothing was filled in.
pub(super) fn of_form(form: &Form, session: &Session) -> Option<Draft> {
    let field = |(field, before): (&super::form::Slot, &String)| DraftField {
        name: field.label.to_owned(),
        before: before.clone(),
        text: field.value().to_owned(),
    };
    typed(Draft {
        claim: form.claim.clone(),
        of: form.purpose.field.name.to_owned(),
        source: source_of(form, session).unwrap_or_default(),
        fields: form.fields.iter().zip(form.opened()).map(field).collect(),
        at: Stamp::default(),
    })
}

/// What was filled in to settle a claim and is not kept; `None` when nothing was.
pub(super) fn of_settling(settling: &UnsavedSettling) -> Option<Draft> {
    let field = |name: &str, before: &str, text: &str| DraftField {
        name: name.to_owned(),
        before: before.to_owned(),
        text: text.to_owned(),
    };
    let verdict = settling.verdict.as_str();
    let because = settling.because.as_ref().map_or("", Because::as_str);
    // A verdict alone was chosen by one key, and is no text to lose.
    let fields = vec![
        field(VERDICT, verdict, verdict),
        field(BECAUSE, "", because),
        field(WHY, settling.why.opened(), settling.why.text()),
    ];
    let (claim, of) = (settling.claim.clone(), SETTLED.name.to_owned());
    typed(Draft { claim, of, fields, ..Draft::default() })
}

fn typed(draft: Draft) -> Option<Draft> {
    draft.fields.iter().any(DraftField::is_typed).then_some(draft)
}

/// The id of the thing that a form changes.
fn source_of(form: &Form, session: &Session) -> Option<String> {
    let Purpose { field, at } = form.purpose;
    let value = field.value(session.any_claim(&form.claim)?);
    field.items(&value).get(at?)?.get("id")?.as_str().map(str::to_owned)
}

/// The editor of `draft` as it opens now, with nothing typed into it yet.
fn editor(draft: &Draft, session: &Session, now: &Stamp) -> Option<Retaken> {
    let claim = session.any_claim(&draft.claim)?;
    if draft.of == SETTLED.name {
        // What readers had come to may have gone with the words: then there is nothing to settle.
        let is_read_twice = claim.readers().nth(1).is_some();
        return is_read_twice.then(|| Retaken::Settling(settling(draft, claim)));
    }
    Some(match purpose(draft, Some(claim)) {
        None => Retaken::Note(claim.id.clone(), Editor::new(&claim.record.note, false)),
        Some(purpose) => Retaken::Form(Form::open(claim, purpose, session.words_of(claim), now)),
    })
}

/// Settling `claim` as `draft` says; what somebody has settled meanwhile stands in it.
fn settling(draft: &Draft, claim: &Claim) -> UnsavedSettling {
    let verdict = draft.fields.iter().find(|field| field.name == VERDICT).map(|field| field.text.as_str());
    let held = claim.record.settled.as_deref();
    UnsavedSettling {
        claim: claim.id.clone(),
        verdict: verdict.unwrap_or_default().into(),
        because: held.and_then(|held| held.because.clone()),
        why: Editor::new(held.map_or("", |held| &held.why), true),
    }
}

/// The fields of an editor and what they hold.
fn values(editor: &Retaken) -> Vec<(String, String)> {
    match editor {
        Retaken::Note(_, editor) => vec![(NOTE.to_owned(), editor.text().to_owned())],
        Retaken::Form(form) => {
            form.fields.iter().map(|field| (field.label.to_owned(), field.value().to_owned())).collect()
        }
        Retaken::Settling(settling) => {
            let because = settling.because.as_ref().map_or("", Because::as_str);
            vec![(BECAUSE.to_owned(), because.to_owned()), (WHY.to_owned(), settling.why.text().to_owned())]
        }
    }
}

/// True when `present` is neither what the field held when the draft was begun nor what was typed.
fn is_newer(field: &DraftField, present: &str) -> bool {
    present != field.before && present != field.text
}

/// Puts what was typed into an editor, behind what somebody else has written meanwhile.
fn retype(editor: &mut Editor, field: &DraftField, between: &str) {
    let present = editor.text().to_owned();
    let text = if is_newer(field, &present) && !present.is_empty() {
        format!("{present}{between}{}", field.text)
    } else {
        field.text.clone()
    };
    editor.act(&Typing::SelectAll, WIDTH);
    // An empty text is nothing to insert, and still a change.
    editor.act(&if text.is_empty() { Typing::Delete(Go::Left) } else { Typing::Insert(text) }, WIDTH);
}

/// Puts what was typed or chosen into a field; a choice that somebody else has made meanwhile stays.
fn fill(input: &mut FormInput, field: &DraftField) {
    match input {
        FormInput::Text(editor) => retype(editor, field, " / "),
        FormInput::Choice(words, at) => {
            let present = words.get(*at).map_or("", String::as_str);
            if !is_newer(field, present) {
                *at = words.iter().position(|word| *word == field.text).unwrap_or(*at);
            }
        }
        FormInput::Flag(flag) => *flag = !field.text.is_empty(),
    }
}

/// The form that a draft is of; `None` for a note, and for what a later version writes: its text is then taken for a note.
fn purpose(draft: &Draft, claim: Option<&Claim>) -> Option<Purpose> {
    let field = Field::named(&draft.of).filter(|field| *field != &field::NOTE)?;
    // A thing that is gone is written down anew.
    let held = claim.map(|claim| field.value(claim)).unwrap_or_default();
    let same = |thing: &Value| thing.get("id").and_then(Value::as_str) == Some(draft.source.as_str());
    let at = field.items(&held).iter().position(same).filter(|_| !draft.source.is_empty());
    Some(Purpose { field, at })
}
