//! Watches the sources. A notification is a hint to look at once; without any, the files are looked at again every few seconds.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::site;

/// An editor that saves in two steps has done both after this time.
const SETTLE: Duration = Duration::from_millis(8);
/// However long a checkout goes on, the preview follows at this pace.
const LONGEST: Duration = Duration::from_millis(250);
/// All files are looked at so long after a glance at some.
const SOON: Duration = Duration::from_millis(300);
/// How long the files may go without a look, when no notification comes.
const REST: Duration = Duration::from_secs(2);

/// The files that a notification names; none of them where it cannot tell.
type Hint = Vec<PathBuf>;

/// The watch over the sources of a project.
#[derive(Debug)]
pub(super) struct Watch {
    hints: Receiver<Hint>,
    /// Kept open, so that waiting is the same where the system gives no notifications.
    _speak: Sender<Hint>,
    _watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Begins to watch; where the system gives no notifications, looking again every few seconds is all there is.
    pub(super) fn begin(root: &Path) -> Self {
        let (speak, hints) = channel();
        let hint = speak.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let is_only_read = matches!(&event, Ok(Event { kind: EventKind::Access(_), .. }));
            if !is_only_read {
                let _ = hint.send(event.ok().filter(|event| !event.need_rescan()).map_or(Hint::new(), |event| event.paths));
            }
        });
        let mut watcher = watcher.ok();
        for source in watcher.iter_mut().flat_map(|_| site::source_folders(root)).collect::<Vec<_>>() {
            // A folder that is not there yet is found by looking.
            let _ = watcher.as_mut().map(|watcher| watcher.watch(&source, RecursiveMode::Recursive));
        }
        if let Some(watcher) = &mut watcher {
            // The folder itself: a file that is replaced by renaming leaves a watch upon the old file behind.
            let _ = watcher.watch(root, RecursiveMode::NonRecursive);
        }
        Self { hints, _speak: speak, _watcher: watcher }
    }

    /// Waits until the sources may have changed, and names the files that changed as far as all of them are known. `is_stale` looks at
    /// the sources; the longer a look takes, the rarer it is. After a change that was only glanced at, it comes `soon`.
    pub(super) fn wait(&self, soon: bool, mut is_stale: impl FnMut() -> bool) -> Hint {
        let mut rest = if soon { SOON } else { REST };
        loop {
            match self.hints.recv_timeout(rest) {
                Ok(hint) => return self.settle(hint),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    let begun = Instant::now();
                    if is_stale() {
                        return Hint::new();
                    }
                    rest = REST.max(begun.elapsed() * 20);
                }
            }
        }
    }

    /// Lets a burst of changes come to its end, and gathers its files.
    fn settle(&self, first: Hint) -> Hint {
        let begun = Instant::now();
        let mut hints = vec![first];
        while begun.elapsed() < LONGEST
            && let Ok(hint) = self.hints.recv_timeout(SETTLE)
        {
            hints.push(hint);
        }
        if hints.iter().any(Vec::is_empty) {
            return Hint::new();
        }
        let mut files = hints.concat();
        files.sort();
        files.dedup();
        files
    }
}
