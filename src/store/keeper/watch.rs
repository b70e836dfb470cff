//! Tells when a file was written by whomever: the system says so, or where it does not (a share on another machine, which tells only what
//! was written here), a look at the file's marks does.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

/// How often a file is looked at that the system tells nothing of: what others write is to be seen within a second. Some shares remember
/// for a second more what they were asked last.
const EACH: Duration = Duration::from_millis(500);

/// A watch on a file; it ends when this is dropped.
#[derive(Debug)]
pub enum Watch {
    /// The system tells.
    #[cfg(target_os = "linux")]
    Told(linux::Notices),
    /// The file is looked at again and again, until the other end is dropped.
    Looked(Sender<()>),
}

impl Watch {
    /// Calls `heard` on a thread of its own whenever the file at `path` was written or replaced, until it answers false.
    pub fn start(path: &Path, heard: impl FnMut() -> bool + Send + 'static) -> Self {
        #[cfg(target_os = "linux")]
        let heard = {
            let heard = std::sync::Arc::new(std::sync::Mutex::new(heard));
            let told = std::sync::Arc::clone(&heard);
            let call = move || told.lock().is_ok_and(|mut told| told());
            if let Some(notices) = linux::Notices::start(path, call) {
                return Self::Told(notices);
            }
            move || heard.lock().is_ok_and(|mut heard| heard())
        };
        let (held, over) = channel();
        let path = path.to_owned();
        thread::spawn(move || look(&path, &over, heard));
        Self::Looked(held)
    }
}

/// Looks at the file until nobody wants to know any more.
fn look(path: &Path, over: &Receiver<()>, mut heard: impl FnMut() -> bool) {
    let mut seen = marks(path);
    while over.recv_timeout(EACH) == Err(RecvTimeoutError::Timeout) {
        let now = marks(path);
        if now != seen {
            seen = now;
            // One that is gone comes back, or is written anew at the next save.
            if now.is_some() && !heard() {
                return;
            }
        }
    }
}

/// When the file was written, and its length. It is opened for that: what a share remembers of a file may be some seconds old, but is asked
/// for anew at each opening.
fn marks(path: &Path) -> Option<(Option<SystemTime>, u64)> {
    let about = fs::File::open(path).ok()?.metadata().ok()?;
    Some((about.modified().ok(), about.len()))
}

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

    /// What the system tells of a file's folder; it ends when this is dropped.
    #[derive(Debug)]
    pub struct Notices {
        news: Arc<OwnedFd>,
        watched: i32,
    }

    impl Notices {
        /// Calls `heard` on a thread of its own whenever the file at `path` was written or replaced, until it answers false.
        /// `None` where the system has no more watches to give, there is no such folder, or others write in it from elsewhere.
        pub(super) fn start(path: &Path, mut heard: impl FnMut() -> bool + Send + 'static) -> Option<Self> {
            let name = path.file_name()?.to_owned();
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            if is_shared(folder) {
                return None;
            }
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

    /// File systems that other machines, or programs behind the kernel's back, write to: AFS, Ceph, SMB, CIFS, Coda, FUSE, NCP, NFS, Plan 9,
    /// and the shared folders of virtual machines. The numbers are those of `statfs(2)`.
    const SHARED: [i128; 12] = [
        0x5346_414f,
        0x00c3_6400,
        0x517b,
        0xfe53_4d42,
        0xff53_4d42,
        0x7375_7245,
        0x6573_5546,
        0x564c,
        0x6969,
        0x0102_1997,
        0x786f_4256,
        0xbacb_acbc,
    ];

    /// True for a folder where not everything that is written is told.
    fn is_shared(folder: &Path) -> bool {
        // The number is of 32 bits, and some machines extend its sign.
        rustix::fs::statfs(folder).is_ok_and(|about| {
            let kind = i128::from(about.f_type) & 0xffff_ffff;
            SHARED.contains(&kind)
        })
    }

    impl Drop for Notices {
        fn drop(&mut self) {
            // The system says so to the thread, which then ends; without a folder it has ended before.
            let _ = inotify::remove_watch(&*self.news, self.watched);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::scribble;
    use super::*;

    #[test]
    fn a_file_that_the_system_tells_nothing_of_is_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ferry.factdesk.json");
        scribble(&path, "one");
        let (held, over) = channel();
        let (tell, told) = channel();
        let at = path.clone();
        let watcher = thread::spawn(move || look(&at, &over, move || tell.send(()).is_ok()));
        // Until it was looked at for the first time no change can be seen: so it is changed until it is.
        let mut times = 4;
        while told.recv_timeout(EACH) == Err(RecvTimeoutError::Timeout) {
            scribble(&path, "x".repeat(times));
            times += 1;
            assert!(times < 44, "nothing was heard");
        }
        drop(held);
        watcher.join().unwrap();
    }
}
