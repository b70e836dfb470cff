//! The formulas of an OpenDocument text: each is a document of its own in the archive.

use std::collections::HashMap;

use crate::intake::archive::Archive;
use crate::intake::tree::{ROOT, Tree};

/// Formulas in one line each, by the folders that they stand in.
pub(super) type OdtFormulas = HashMap<String, String>;

/// What is said of an object that can't be unpacked, by its name.
fn damaged(name: &str) -> String {
    format!(
        "An object in the document ({name}) is damaged and was not read; open the document where it was written and see what stands there."
    )
}

/// Bytes of formulas that are read.
const MOST: usize = 20 << 20;

/// Reads the formulas of an archive; those that can't be unpacked are named in `notices`.
pub(super) fn read(archive: &mut Archive<'_>, notices: &mut Vec<String>) -> OdtFormulas {
    let mut formulas = OdtFormulas::new();
    let mut bytes = 0_usize;
    for name in archive.names().collect::<Vec<_>>() {
        let Some(folder) = name.strip_suffix("/content.xml") else { continue };
        let Ok(text) = archive.part(&name) else {
            notices.push(damaged(folder));
            continue;
        };
        let text = text.unwrap_or_default();
        bytes += text.len();
        if bytes > MOST {
            break;
        }
        // A chart or a table is another kind of object, and a damaged one no reason to refuse the text.
        let Ok(tree) = Tree::xml(&text) else { continue };
        if let Some(formula) = tree.first(ROOT, "math") {
            formulas.insert(folder.to_owned(), tree.formula(formula));
        }
    }
    formulas
}
