//! Writes a file whole or not at all, and durably: what is reported as saved is there after a power cut.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;

use super::StoreError;

/// How often another random name is tried for the temporary file.
const TRIES: usize = 16;

/// The mode of a new file that is nobody else's business.
const PRIVATE: u32 = 0o600;

/// The mode of a new file that is to be handed on, less what the umask takes away.
const SHARED: u32 = 0o666;

/// Writes `bytes` to `path` as a whole: a temporary file beside it, synced, renamed over it, and the folder synced.
///
/// Symbolic links are followed, so that the file they lead to is replaced and not the link. An existing file keeps its
/// mode; a new one is for its owner only. On an error the file is as it was, and the temporary file is gone.
///
/// # Errors
/// When the target is no regular file, or the system refuses at any step.
pub fn whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    streamed(path, |file| file.write_all(bytes))
}

/// Writes a file that is made to be handed on, in the same way as [`whole`]: whoever may read a new one, the umask says.
///
/// # Errors
/// As [`whole`].
pub fn shared(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    put(path, SHARED, |file| file.write_all(bytes), &|| true).map(drop)
}

/// Writes a file of the cache: whole or not at all for who reads it, but not durably, and for its owner only. After a power cut
/// it may be empty or torn.
///
/// # Errors
/// When the system refuses.
pub(super) fn unsynced(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let (temporary, mut file) = create_beside(path, path, PRIVATE)?;
    let written = file.write_all(bytes).and_then(|()| fs::rename(&temporary, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&temporary);
        StoreError::io(path, "it can't be written", error)
    })
}

/// Writes to `path` what `content` writes, in the same way as [`whole`].
///
/// # Errors
/// As [`whole`]; also with what `content` fails with.
pub fn streamed(path: &Path, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), StoreError> {
    streamed_if(path, content, &|| true).map(drop)
}

/// Writes to `path` what `content` writes, in the same way as [`whole`], if `still` says so: it is asked on a thread of its own
/// while the disk is at work, after all is written and before anything is replaced. What the system says of the file that was put
/// there, as it was right before it got its name: by then another may lie there. `None` when `still` said no, and all is as it was.
///
/// # Errors
/// As [`streamed`].
pub(super) fn streamed_if(
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    still: &(dyn Fn() -> bool + Sync),
) -> Result<Option<Metadata>, StoreError> {
    put(path, PRIVATE, content, still)
}

/// Writes a file if it `still` is to be written; one that is not there yet gets the mode `new`.
fn put(
    path: &Path,
    new: u32,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    still: &(dyn Fn() -> bool + Sync),
) -> Result<Option<Metadata>, StoreError> {
    let target = resolved(path)?;
    let mode = permissions(&target)?;
    if cfg!(sabotage = "naive-save") {
        if !still() {
            return Ok(None);
        }
        let written = File::create(&target).and_then(|mut file| content(&mut file));
        let about = written.and_then(|()| fs::metadata(&target));
        return about.map(Some).map_err(|error| StoreError::io(path, "it can't be written", error));
    }
    // What takes the place of a file is nobody else's until it has that file's mode.
    let (temporary, file) = create_beside(&target, path, if mode.is_some() { PRIVATE } else { new })?;
    // From here on the temporary file must not stay behind.
    let written = fill(file, content, mode.as_ref(), path, still).and_then(|replace| {
        if !replace {
            return Ok(None);
        }
        let about = fs::metadata(&temporary).map_err(|error| StoreError::io(path, "it can't be looked at", error))?;
        fs::rename(&temporary, &target).map_err(|error| {
            StoreError::io(path, "it can't be replaced (is it a mount of its own? save under another name)", error)
        })?;
        Ok(Some(about))
    });
    if !matches!(written, Ok(Some(_))) {
        // What is left behind is swept up at the next open; the first error is the one to tell.
        let _ = fs::remove_file(&temporary);
        return written;
    }
    sync_folder(&target).map_err(|error| StoreError::io(path, "its folder can't be synced", error))?;
    written
}

/// The file that `path` leads to. A path that does not exist yet, or a link to one, is taken as it stands.
///
/// # Errors
/// When links go round in circles, or a folder on the way can't be looked into.
pub fn resolved(path: &Path) -> Result<PathBuf, StoreError> {
    match fs::canonicalize(path) {
        Ok(real) => Ok(real),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(path) {
            // A dangling link: write what it names, once; a second link below it is refused by `create_new`'s rename.
            Ok(next) => Ok(path.parent().unwrap_or(Path::new("")).join(next)),
            Err(_) => Ok(path.to_owned()),
        },
        Err(error) => Err(StoreError::io(path, "it can't be found (do its links go round in a circle?)", error)),
    }
}

/// The permissions an existing file has, refusing what is no regular file.
fn permissions(target: &Path) -> Result<Option<Permissions>, StoreError> {
    match fs::metadata(target) {
        Ok(about) => regular(target, &about).map(|()| Some(about.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::io(target, "it can't be looked at", error)),
    }
}

/// Passes a regular file.
pub(super) fn regular(path: &Path, about: &fs::Metadata) -> Result<(), StoreError> {
    let refused = |kind| Err(StoreError::NotAFile { path: path.to_owned(), kind });
    match about {
        about if about.is_file() => Ok(()),
        about if about.is_dir() => refused("a folder"),
        _ => refused("a device or pipe"),
    }
}

/// Makes a temporary file with a name nobody can guess, in the target's own folder.
fn create_beside(target: &Path, path: &Path, mode: u32) -> Result<(PathBuf, File), StoreError> {
    let name =
        target.file_name().ok_or_else(|| StoreError::NotAFile { path: path.to_owned(), kind: "no file's name" })?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let mut last = io::ErrorKind::AlreadyExists.into();
    for _ in 0..TRIES {
        let temporary = target.with_file_name(temporary_name(&name.to_string_lossy()));
        match options.open(&temporary) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(StoreError::NoFolder { path: path.to_owned() });
            }
            Err(error) => return Err(StoreError::io(path, "nothing can be written in its folder", error)),
        }
    }
    Err(StoreError::io(path, "no temporary file can be made beside it", last))
}

fn temporary_name(name: &str) -> String {
    let random = uuid::Uuid::new_v4().simple().to_string();
    format!(".{name}.{}.tmp", random.get(..8).unwrap_or(&random))
}

/// Fills, marks and syncs the temporary file, and asks meanwhile whether it is `still` wanted. A sync that failed is never tried
/// again on the same file: the system may have thrown the pages away and would say yes.
fn fill(
    mut file: File,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    mode: Option<&Permissions>,
    path: &Path,
    still: &(dyn Fn() -> bool + Sync),
) -> Result<bool, StoreError> {
    let failed = |doing| move |error| StoreError::io(path, doing, error);
    content(&mut file).map_err(failed("it can't be written"))?;
    if let Some(mode) = mode {
        file.set_permissions(mode.clone()).map_err(failed("its mode can't be kept"))?;
    }
    if cfg!(sabotage = "no-fsync") {
        return Ok(still());
    }
    thread::scope(|scope| {
        let asked = thread::Builder::new().spawn_scoped(scope, still);
        let synced = file.sync_all().map_err(failed("it can't be synced to the disk"));
        let answer = match asked {
            Ok(asked) => asked.join().unwrap_or(false),
            // No thread to be had.
            Err(_) => still(),
        };
        synced.map(|()| answer)
    })
}

/// Makes a rename in the folder of `target` durable. File systems that can't sync a folder do it by themselves.
pub(super) fn sync_folder(target: &Path) -> io::Result<()> {
    if cfg!(any(not(unix), sabotage = "no-folder-fsync")) {
        return Ok(());
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => Ok(()),
        other => other,
    }
}

/// Removes temporary files that a killed program left beside `target`. Only under the write lock: then nobody else's are there.
pub(super) fn sweep(target: &Path) {
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else { return };
    sweep_where(folder, |of| *of == *name);
}

/// Removes the temporary files in `folder` that were to become a file whose name passes `ours`.
pub(super) fn sweep_where(folder: &Path, ours: impl Fn(&OsStr) -> bool) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_str().and_then(meant_for).is_some_and(|name| ours(OsStr::new(name))) {
            // It holds nothing that was ever called saved; one that stays does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The file that a temporary file called `name` was to become; `None` for any other file.
fn meant_for(name: &str) -> Option<&str> {
    let (of, random) = name.strip_prefix('.')?.strip_suffix(".tmp")?.rsplit_once('.')?;
    (random.len() == 8 && random.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(of)
}

#[cfg(test)]
mod tests;
