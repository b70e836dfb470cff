//! Wakes the thread that writes when somebody else has written the session's file, where the system tells such things.

#[cfg(target_os = "linux")]
mod linux {
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;
    use std::os::unix::ffi::OsStrExt as _;
    use std::path::Path;
    use std::sync::Arc;
    use std::sync::mpsc::Sender;
    use std::thread;

    use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};
    use rustix::io::Errno;

    use crate::store::keeper::writer::Message;

    /// Bytes of news that are taken from the system at once.
    const NEWS: usize = 4096;

    /// A watch on a file's folder; it ends when this is dropped.
    #[derive(Debug)]
    pub(in crate::store::keeper) struct Watch {
        news: Arc<OwnedFd>,
        watched: i32,
    }

    impl Watch {
        /// Tells the writer whenever the file was written or replaced, by whomever. `None` where the system has no more
        /// watches to give: then a look on focus and before every save has to do.
        pub(in crate::store::keeper) fn start(path: &Path, inbox: Sender<Message>) -> Option<Self> {
            let name = path.file_name()?.to_owned();
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let news = Arc::new(inotify::init(CreateFlags::CLOEXEC).ok()?);
            // Not while it is being written: half a file is nothing to look at.
            let flags = WatchFlags::CLOSE_WRITE | WatchFlags::MOVED_TO | WatchFlags::ONLYDIR;
            let watched = inotify::add_watch(&*news, folder, flags).ok()?;
            let heard = Arc::clone(&news);
            thread::spawn(move || {
                let mut space = [MaybeUninit::uninit(); NEWS];
                let mut reader = Reader::new(&*heard, &mut space);
                loop {
                    let (is_over, is_ours) = match reader.next() {
                        Ok(event) => (
                            event.events().contains(ReadFlags::IGNORED),
                            event.events().contains(ReadFlags::QUEUE_OVERFLOW)
                                || event.file_name().is_some_and(|of| of.to_bytes() == name.as_bytes()),
                        ),
                        Err(Errno::INTR) => (false, false),
                        Err(_) => (true, false),
                    };
                    if is_over || (is_ours && inbox.send(Message::Heard).is_err()) {
                        return;
                    }
                }
            });
            Some(Self { news, watched })
        }
    }

    impl Drop for Watch {
        fn drop(&mut self) {
            // The system says so to the thread, which then ends; without a folder it has ended before.
            let _ = inotify::remove_watch(&*self.news, self.watched);
        }
    }
}

#[cfg(target_os = "linux")]
pub(super) use linux::Watch;

/// Elsewhere the file is looked at on focus and before every save.
#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub(super) struct Watch;

#[cfg(not(target_os = "linux"))]
impl Watch {
    /// No watch.
    pub(super) fn start(
        path: &std::path::Path,
        inbox: std::sync::mpsc::Sender<super::writer::Message>,
    ) -> Option<Self> {
        let _ = (path, inbox);
        None
    }
}
