//! The size of a terminal.

use core::fmt;
use core::sync::atomic::{AtomicU64, Ordering};

/// The size of a terminal, in characters and in pixels; zero for what it does not tell.
///
/// Zig: `std.posix.winsize`.
///
/// # Examples
///
/// ```
/// let size = bun_core::Winsize { row: 24, col: 80, ..Default::default() };
/// assert_eq!(size.xpixel, 0);
/// ```
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct Winsize {
    /// The number of lines.
    pub row: u16,
    /// The number of characters in a line.
    pub col: u16,
    /// The width in pixels.
    pub xpixel: u16,
    /// The height in pixels.
    pub ypixel: u16,
}

const _: () = assert!(size_of::<Winsize>() == 8);

/// A [`Winsize`] that threads and signal handlers load and store as a whole.
///
/// # Examples
///
/// ```
/// use bun_core::{Output, Winsize};
///
/// // What a handler of SIGWINCH does.
/// Output::TERMINAL_SIZE.store(Winsize { row: 50, col: 132, ..Default::default() });
/// assert_eq!(Output::TERMINAL_SIZE.load().col, 132);
/// ```
pub struct TerminalSize {
    packed: AtomicU64,
}

impl TerminalSize {
    pub(crate) const fn new() -> Self {
        Self { packed: AtomicU64::new(0) }
    }

    /// Returns what was stored last; all zeros before.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::{Output, Winsize};
    ///
    /// let columns = match Output::TERMINAL_SIZE.load() {
    ///     Winsize { col: 0, .. } => 80,
    ///     size => size.col,
    /// };
    /// assert_eq!(columns, 80);
    /// ```
    #[must_use]
    pub fn load(&self) -> Winsize {
        let packed = self.packed.load(Ordering::Relaxed);
        let part = |index: u32| (packed >> (16 * index)) as u16;
        Winsize { row: part(0), col: part(1), xpixel: part(2), ypixel: part(3) }
    }

    /// Stores a size; may be called by a signal handler.
    pub fn store(&self, size: Winsize) {
        let packed = [size.row, size.col, size.xpixel, size.ypixel]
            .into_iter()
            .rev()
            .fold(0, |packed, part| (packed << 16) | u64::from(part));
        self.packed.store(packed, Ordering::Relaxed);
    }
}

impl fmt::Debug for TerminalSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TerminalSize").field(&self.load()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{TerminalSize, Winsize};

    #[test]
    fn what_is_stored_is_loaded() {
        let size = TerminalSize::new();
        assert_eq!(size.load(), Winsize::default());
        let stored = Winsize { row: 1, col: u16::MAX, xpixel: 3, ypixel: 0x8000 };
        size.store(stored);
        assert_eq!(size.load(), stored);
    }
}
