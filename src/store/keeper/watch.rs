//! Tells when a file was written by whomever, where the system tells such things.

#[cfg(target_os = "linux")]
mod linux {
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;
    use std::os::unix::ffi::OsStrExt as _;
    use std::path::Path;
    use std::sync::Arc;
    use std::thread;

    use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};
    use rustix::io::Errno;

    /// Bytes of news that are taken from the system at once.
    const NEWS: usize = 4096;

    /// A watch on a file's folder; it ends when this is dropped.
    #[derive(Debug)]
    pub struct Watch {
        news: Arc<OwnedFd>,
        watched: i32,
    }

    impl Watch {
        /// Calls `heard` on a thread of its own whenever the file at `path` was written or replaced, until it answers false.
        /// `None` where the system has no more watches to give, or there is no such folder: then a look on focus has to do.
        pub fn start(path: &Path, mut heard: impl FnMut() -> bool + Send + 'static) -> Option<Self> {
            let name = path.file_name()?.to_owned();
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let news = Arc::new(inotify::init(CreateFlags::CLOEXEC).ok()?);
            // Not while it is being written: half a file is nothing to look at.
            let flags = WatchFlags::CLOSE_WRITE | WatchFlags::MOVED_TO | WatchFlags::ONLYDIR;
            let watched = inotify::add_watch(&*news, folder, flags).ok()?;
            let told = Arc::clone(&news);
            thread::spawn(move || {
                let mut space = [MaybeUninit::uninit(); NEWS];
                let mut reader = Reader::new(&*told, &mut space);
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
                    if is_over || (is_ours && !heard()) {
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
pub use linux::Watch;

/// Elsewhere the file is looked at on focus.
#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub struct Watch;

#[cfg(not(target_os = "linux"))]
impl Watch {
    /// No watch.
    pub fn start(path: &std::path::Path, heard: impl FnMut() -> bool + Send + 'static) -> Option<Self> {
        let _ = (path, heard);
        None
    }
}
