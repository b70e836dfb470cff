//! The archive of a document: parts that change are written anew, all others go over as they lie in it, byte for byte.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::super::package::{OWN_AS_OF, OWN_CONTENT, OWN_PROPERTIES, RELATIONS, own_properties};
use super::notes::inside;
use crate::text::part_name::resolved;

/// Bytes of an unpacked part that are read at most.
const LARGEST: u64 = 64 << 20;

/// Where relations of Word 2012 and later are named.
const LATER: &str = "http://schemas.microsoft.com/office/2011/relationships";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A document's archive, and the parts of it that change.
pub(super) struct OriginalPackage<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    changed: BTreeMap<String, String>,
    /// The part that holds the text.
    main: &'a str,
}

impl<'a> OriginalPackage<'a> {
    /// Opens it.
    ///
    /// # Errors
    /// When its list of parts is damaged.
    pub(super) fn open(bytes: &'a [u8], main: &'a str) -> Result<Self, String> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        Ok(Self { archive, changed: BTreeMap::new(), main })
    }

    /// The name of the part that holds the text; the usual one when the archive names none.
    ///
    /// # Errors
    /// When the list of what the archive points to can't be read.
    pub(super) fn main(&mut self) -> Result<String, String> {
        let relations = self.part("_rels/.rels")?.unwrap_or_default();
        let is_document = |tag: &&str| attribute(tag, "Type").is_some_and(|one| one.ends_with("/officeDocument"));
        let target = relations.split('<').find(is_document).and_then(|tag| attribute(tag, "Target"));
        Ok(target.map_or_else(|| "word/document.xml".to_owned(), |target| resolved("", target)))
    }

    /// The text of a part; `None` when there is no such part.
    ///
    /// # Errors
    /// When it can't be unpacked, or is no UTF-8.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, String> {
        if let Some(changed) = self.changed.get(name) {
            return Ok(Some(changed.clone()));
        }
        if self.archive.index_for_name(name).is_none() {
            return Ok(None);
        }
        let file = self.archive.by_name(name).map_err(|error| error.to_string())?;
        let mut text = String::new();
        file.take(LARGEST)
            .read_to_string(&mut text)
            .map_err(|_| format!("{name} in it is no UTF-8; open it in a word processor and save it again"))?;
        Ok(Some(text))
    }

    /// True when a part's name begins like this.
    pub(super) fn has(&self, beginning: &str) -> bool {
        self.archive.file_names().flatten().any(|name| name.starts_with(beginning))
    }

    /// Has a part written anew.
    pub(super) fn change(&mut self, name: &str, text: String) {
        self.changed.insert(name.to_owned(), text);
    }

    /// The name of the part that the text points to as `kind`; where it is to be when it points to none.
    ///
    /// # Errors
    /// When the list of what it points to can't be read.
    pub(super) fn related(&mut self, kind: &str) -> Result<(String, bool), String> {
        let (folder, _) = self.main.rsplit_once('/').unwrap_or(("", self.main));
        let relations = self.part(&self.relations())?.unwrap_or_default();
        let tag = relations
            .split('<')
            .find(|tag| attribute(tag, "Type").is_some_and(|one| one.ends_with(&format!("/{kind}"))));
        let target = tag.and_then(|tag| attribute(tag, "Target"));
        Ok(match target {
            Some(target) => (resolved(folder, target), true),
            None => (resolved(folder, &format!("{kind}.xml")), false),
        })
    }

    /// What the document's settings allow in it, where that is not everything: no reason to leave it as it is, but to be said.
    ///
    /// # Errors
    /// When the settings can't be read.
    pub(super) fn protection(&mut self) -> Result<Option<String>, String> {
        let (settings, _) = self.related("settings")?;
        let settings = self.part(&settings)?.unwrap_or_default();
        let Some(tag) = settings.split('<').find(|tag| tag.contains("documentProtection")) else { return Ok(None) };
        let value = |name: &str| ["w:", ""].iter().find_map(|prefix| attribute(tag, &format!("{prefix}{name}")));
        if !value("enforcement").is_some_and(|one| ["1", "true", "on"].contains(&one)) {
            return Ok(None);
        }
        let allows = match value("edit").unwrap_or_default() {
            "comments" => "comments only",
            "trackedChanges" => "tracked changes only",
            "forms" => "its forms only",
            _ => "reading only",
        };
        Ok(Some(format!("the document is locked for {allows}; ours is in it all the same, and its lock stays")))
    }

    fn relations(&self) -> String {
        let (folder, file) = self.main.rsplit_once('/').unwrap_or(("", self.main));
        resolved(folder, &format!("_rels/{file}.rels"))
    }

    /// Makes the text point to a part of its folder, and says what the part holds.
    ///
    /// # Errors
    /// When one of the lists can't be read.
    pub(super) fn relate(&mut self, part: &str, kind: &str, strict: bool) -> Result<(), String> {
        let list = self.relations();
        let empty = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
        let held = self.part(&list)?.unwrap_or_else(|| empty.to_owned());
        let id = (1..=held.len())
            .map(|n| format!("rIdFd{n}"))
            .find(|id| !held.contains(&format!("\"{id}\"")))
            .unwrap_or_default();
        let office = if strict {
            "http://purl.oclc.org/ooxml/officeDocument"
        } else {
            "http://schemas.openxmlformats.org/officeDocument/2006"
        };
        let of = if kind == "comments" { format!("{office}/relationships") } else { LATER.to_owned() };
        let file = part.rsplit('/').next().unwrap_or(part);
        let prefix = prefix(&held);
        let more = format!("<{prefix}Relationship Id=\"{id}\" Type=\"{of}/{kind}\" Target=\"{file}\"/>");
        let held = inside(&held, &more).ok_or_else(|| format!("{list} in it is no list of relations"))?;
        self.change(&list, held);
        let types = "[Content_Types].xml";
        let held = self.part(types)?.ok_or_else(|| format!("it has no {types}"))?;
        if !held.contains(&format!("\"/{part}\"")) {
            let more = format!(
                "<{}Override PartName=\"/{part}\" ContentType=\"{CONTENT}.{kind}+xml\"/>",
                prefix_of_types(&held)
            );
            let held = inside(&held, &more).ok_or_else(|| format!("{types} in it is no list of types"))?;
            self.change(types, held);
        }
        Ok(())
    }

    /// Says in a property as of which edit ours is in it. Where its writer has properties of their own, they stay as they are.
    ///
    /// # Errors
    /// When one of the lists can't be read.
    pub(super) fn say_as_of(&mut self, as_of: &str) -> Result<(), String> {
        let (list, types) = ("_rels/.rels", "[Content_Types].xml");
        match self.part(OWN_PROPERTIES)? {
            _ if as_of.is_empty() => return Ok(()),
            // Ours from an earlier time, and nothing else.
            Some(held) if held.contains(OWN_AS_OF) && held.matches("<property ").count() == 1 => {}
            Some(_) => return Ok(()),
            None => {
                let (Some(relations), Some(held)) = (self.part(list)?, self.part(types)?) else { return Ok(()) };
                let more = format!(
                    "<{}Relationship Id=\"rIdFdAsOf\" Type=\"{RELATIONS}/custom-properties\" Target=\"{OWN_PROPERTIES}\"/>",
                    prefix(&relations)
                );
                let relations =
                    inside(&relations, &more).ok_or_else(|| format!("{list} in it is no list of relations"))?;
                let more = format!(
                    "<{}Override PartName=\"/{OWN_PROPERTIES}\" ContentType=\"{OWN_CONTENT}\"/>",
                    prefix_of_types(&held)
                );
                let held = inside(&held, &more).ok_or_else(|| format!("{types} in it is no list of types"))?;
                self.change(list, relations);
                self.change(types, held);
            }
        }
        self.change(OWN_PROPERTIES, own_properties(as_of));
        Ok(())
    }

    /// The file: its parts in their order, new ones behind them.
    ///
    /// # Errors
    /// When it can't be packed.
    pub(super) fn packed(mut self) -> Result<Vec<u8>, String> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let failed = |error: zip::result::ZipError| error.to_string();
        out.set_raw_comment(self.archive.comment().into()).map_err(failed)?;
        for index in 0..self.archive.len() {
            let file = self.archive.by_index_raw(index).map_err(failed)?;
            let name = file.name().map_err(failed)?.into_owned();
            match self.changed.remove(&name) {
                None => out.raw_copy_file(file).map_err(failed)?,
                Some(text) => {
                    let time = file.last_modified().unwrap_or_default();
                    let options = SimpleFileOptions::default().last_modified_time(time);
                    drop(file);
                    out.start_file(name, options).map_err(failed)?;
                    out.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
                }
            }
        }
        for (name, text) in self.changed {
            out.start_file(name, SimpleFileOptions::default()).map_err(failed)?;
            out.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
        }
        Ok(out.finish().map_err(failed)?.into_inner())
    }
}

/// The prefix that the outermost element of a list goes by, with its colon.
fn prefix(list: &str) -> &str {
    outermost(list, "Relationships")
}

fn prefix_of_types(list: &str) -> &str {
    outermost(list, "Types")
}

fn outermost<'a>(list: &'a str, element: &str) -> &'a str {
    let before = list.split_once(element).map_or("", |(before, _)| before);
    before.rsplit('<').next().filter(|prefix| prefix.ends_with(':')).unwrap_or_default()
}

/// The value of an attribute in the text of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    ['"', '\''].into_iter().find_map(|mark| {
        let (_, rest) = tag.split_once(&format!(" {name}={mark}"))?;
        Some(rest.split_once(mark)?.0)
    })
}
