//! Watches the sources. A notification is a hint to look at once; without any, the files are looked at again every few seconds.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::site;

/// An editor that saves in two steps has done both after this time.
const SETTLE: Duration = Duration::from_millis(8);
/// However long a checkout goes on, the preview follows at this pace.
const LONGEST: Duration = Duration::from_millis(250);
/// How long the files may go without a look, when no notification comes.
const REST: Duration = Duration::from_secs(2);

/// The watch over the sources of a project.
#[derive(Debug)]
pub(super) struct Watch {
    hints: Receiver<()>,
    /// Kept open, so that waiting is the same where the system gives no notifications.
    _speak: Sender<()>,
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
                let _ = hint.send(());
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

    /// Waits until the sources have changed. `is_stale` looks at them; the longer a look takes, the rarer it is.
    pub(super) fn wait(&self, mut is_stale: impl FnMut() -> bool) {
        let mut rest = REST;
        loop {
            match self.hints.recv_timeout(rest) {
                Ok(()) => return self.settle(),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    let begun = Instant::now();
                    if is_stale() {
                        return;
                    }
                    rest = REST.max(begun.elapsed() * 20);
                }
            }
        }
    }

    /// Lets a burst of changes come to its end.
    fn settle(&self) {
        let begun = Instant::now();
        while begun.elapsed() < LONGEST && self.hints.recv_timeout(SETTLE).is_ok() {}
    }
}
