//! The text of the line: `[2/5] Install... [17B] download`.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::Ordering;

use super::item::Item;
use super::{Unit, lock};
use crate::io::{FixedBufferStream, Write as _};

/// The longest line, in bytes.
const MAX: usize = 100;
/// The end of a line that had to be cut.
const CUT: &[u8; 4] = b"... ";

/// The text of a line.
pub(super) struct Line {
    stream: FixedBufferStream<[u8; MAX]>,
}

impl Line {
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.stream.get_written()
    }
}

/// Returns the text for a node and, one after the other, the parts that moved last.
pub(super) fn text(root: &Arc<Item>) -> Line {
    let mut stream = FixedBufferStream::new([0; MAX]);
    let mut text = Vec::new();
    let mut next = Some(Arc::clone(root));
    let mut needs_ellipsis = false;
    while let Some(item) = next {
        if needs_ellipsis {
            text.extend_from_slice(CUT);
        }
        needs_ellipsis = item.describe(&mut text);
        next = lock(&item.recent_child).upgrade();
    }
    if needs_ellipsis {
        text.extend_from_slice(CUT);
    }
    if stream.write_all(&text).is_err() {
        stream.buffer[MAX - CUT.len()..].copy_from_slice(CUT);
    }
    Line { stream }
}

impl Item {
    /// Appends the count and the name; returns whether the text ends with a name.
    fn describe(&self, text: &mut Vec<u8>) -> bool {
        let total = self.estimated_total.load(Ordering::Relaxed);
        let completed = self.completed.load(Ordering::Relaxed);
        let current = completed.saturating_add(1);
        let label = lock(&self.label);
        let unit = match label.unit {
            Unit::None => "",
            Unit::Files => " files",
            Unit::Bytes => "B",
        };
        let counted = if total > 0 {
            write!(text, "[{current}/{total}{unit}] ")
        } else if completed > 0 {
            write!(text, "[{current}{unit}] ")
        } else {
            Ok(())
        };
        // Only memory can run out, and then the line is short.
        let _ = counted.and_then(|()| text.write_all(&label.name));
        !label.name.is_empty()
    }
}
