//! Checks that are published one by one: a file each, in a folder of their own.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::target::free;
use crate::export::{self, ExportError, Format, Options, Publisher};
use crate::review::Session;
use crate::term::export as target;
use crate::text::plural;

/// Writes each check as a file of its own in `folder`, which is made where it is not there; what is to be said of it.
pub(super) fn write(session: &Session, options: &Options, folder: &Path) -> Result<String, Failure> {
    let numbers = export::checks(session, options);
    if numbers.is_empty() {
        return Err(ExportError::NoVerdict.into());
    }
    let address = &options.publisher.url;
    if numbers.len() > 1 && !address.is_empty() && !address.contains("{}") {
        let why = "each check would have the same address; put {} into --url where the claim's number belongs";
        return Err(Failure::usage(why));
    }
    if folder.is_file() {
        return Err(Failure::usage("that is a file, and --each writes several; name a folder with -o").about(folder));
    }
    let mut files = Vec::new();
    for number in numbers {
        let publisher = Publisher { claim: Some(number.clone()), ..options.publisher.clone() };
        let alone = Options { publisher, ..options.clone() };
        let bytes = export::export(session, Format::ClaimReview, &alone)?;
        files.push((folder.join(format!("claim-{number}.jsonld")), bytes));
    }
    std::fs::create_dir_all(folder).map_err(|error| Failure::failed(error.to_string()).about(folder))?;
    files.iter().try_for_each(|(path, _)| free(path))?;
    files.iter().try_for_each(|(path, bytes)| target::write(path, bytes))?;
    let written = plural(files.len(), "check");
    let mut said = format!("{written} written to {}", folder.display());
    for old in stale(folder, &files) {
        let _ = write!(said, "; {old} is from earlier: that claim carries no verdict now");
    }
    Ok(said)
}

/// The names of checks in `folder` that are none of `files`: withdrawn since they were written.
fn stale(folder: &Path, files: &[(PathBuf, Vec<u8>)]) -> Vec<String> {
    let there = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let old = there.filter(|path| !files.iter().any(|(written, _)| written == path));
    let names = old.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()));
    let mut names: Vec<String> = names.filter(|name| name.starts_with("claim-") && name.ends_with(".jsonld")).collect();
    names.sort_unstable();
    names
}
