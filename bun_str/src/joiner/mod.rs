//! `StringJoiner`: pieces now, one copy at the end.

mod detach;

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::AllocError;

/// Collects pieces, borrowed or owned, and joins them in one allocation.
///
/// Empty pieces are ignored everywhere.
///
/// Zig: `bun.StringJoiner`.
///
/// # Examples
///
/// ```
/// use bun_str::string_joiner::StringJoiner;
///
/// let mut joiner = StringJoiner::default();
/// joiner.push_static(b"let x = ");
/// joiner.push_owned(b"42".to_vec().into());
/// joiner.ensure_newline_at_end();
/// assert_eq!(&*joiner.done()?, b"let x = 42\n");
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
///
/// What is pushed must live as long as the joiner:
///
/// ```compile_fail,E0597
/// let mut joiner = bun_str::string_joiner::StringJoiner::default();
/// {
///     let piece = vec![b'a'];
///     joiner.push(&piece);
/// }
/// assert!(joiner.done().is_ok());
/// ```
#[derive(Debug, Default)]
pub struct StringJoiner<'a> {
    /// The number of bytes pushed. Only [`done`](Self::done) sets it back.
    pub len: usize,
    /// What to look for in the pieces.
    pub watcher: Watcher<'a>,
    pieces: Vec<Piece<'a>>,
}

/// Looks at the pieces of a [`StringJoiner`] as they are pushed.
///
/// # Examples
///
/// ```
/// use bun_str::string_joiner::{StringJoiner, Watcher};
///
/// let mut joiner = StringJoiner::default();
/// joiner.watcher = Watcher { input: b"TODO", ..Watcher::default() };
/// joiner.push(b"TODO: TODO");
/// assert_eq!(joiner.watcher.estimated_count, 1);
/// assert!(joiner.watcher.needs_newline);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Watcher<'a> {
    /// What to look for; nothing when empty.
    pub input: &'a [u8],
    /// The number of pieces that contain it.
    pub estimated_count: u32,
    /// Whether the last piece does not end a line.
    pub needs_newline: bool,
}

#[derive(Debug)]
enum Piece<'a> {
    Borrowed(&'a [u8]),
    Owned(Box<[u8]>),
}

impl Piece<'_> {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Borrowed(bytes) => bytes,
            Self::Owned(bytes) => bytes,
        }
    }
}

impl<'a> StringJoiner<'a> {
    /// Adds a piece that outlives the joiner.
    pub fn push(&mut self, data: &'a [u8]) {
        self.add(Piece::Borrowed(data));
    }

    /// Forwards to [`push`](Self::push).
    ///
    /// Zig: `pushStatic`.
    pub fn push_static(&mut self, data: &'a [u8]) {
        self.push(data);
    }

    /// Adds a piece and takes it.
    pub fn push_owned(&mut self, data: Box<[u8]>) {
        self.add(Piece::Owned(data));
    }

    /// Adds a copy of a piece.
    pub fn push_cloned(&mut self, data: &[u8]) {
        if !data.is_empty() {
            self.add(Piece::Owned(data.into()));
        }
    }

    fn add(&mut self, piece: Piece<'a>) {
        let bytes = piece.bytes();
        let Some(last) = bytes.last() else { return };
        let input = self.watcher.input;
        if !input.is_empty() && memchr::memmem::find(bytes, input).is_some() {
            self.watcher.estimated_count += 1;
        }
        self.watcher.needs_newline = *last != b'\n';
        self.len = self.len.saturating_add(bytes.len());
        self.pieces.push(piece);
    }

    /// Makes room for `additional` more pieces.
    pub fn reserve(&mut self, additional: usize) {
        self.pieces.reserve(additional);
    }

    /// Joins the pieces and forgets them; nothing is not allocated.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the result; the pieces stay.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut joiner = bun_str::string_joiner::StringJoiner::default();
    /// joiner.push(b"a");
    /// joiner.push_owned(b"b".to_vec().into());
    /// assert_eq!(&*joiner.done()?, b"ab");
    /// assert!(joiner.done()?.is_empty());
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn done(&mut self) -> Result<Box<[u8]>, AllocError> {
        self.done_with_end(b"")
    }

    /// Joins the pieces and `end`, and forgets them.
    ///
    /// # Errors
    ///
    /// [`AllocError`] when there is no memory for the result; the pieces stay.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut joiner = bun_str::string_joiner::StringJoiner::default();
    /// joiner.push(b"body {}");
    /// assert_eq!(&*joiner.done_with_end(b"\n")?, b"body {}\n");
    /// assert_eq!(joiner.len, 0);
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    pub fn done_with_end(&mut self, end: &[u8]) -> Result<Box<[u8]>, AllocError> {
        let pieces = self.node_slices().chain([end]);
        let len = pieces.clone().try_fold(0_usize, |len, piece| len.checked_add(piece.len()));
        let mut out = Vec::new();
        out.try_reserve_exact(len.ok_or(AllocError)?)?;
        pieces.for_each(|piece| out.extend_from_slice(piece));
        self.pieces.clear();
        self.len = 0;
        Ok(out.into_boxed_slice())
    }

    /// The last byte pushed, or 0.
    #[must_use]
    pub fn last_byte(&self) -> u8 {
        self.pieces.last().and_then(|piece| piece.bytes().last()).copied().unwrap_or(0)
    }

    /// Adds a newline unless the last piece ends with one, or there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut joiner = bun_str::string_joiner::StringJoiner::default();
    /// joiner.push(b"a\n");
    /// joiner.ensure_newline_at_end();
    /// assert_eq!((joiner.last_byte(), joiner.len), (b'\n', 2));
    /// ```
    pub fn ensure_newline_at_end(&mut self) {
        if self.watcher.needs_newline {
            self.push(b"\n");
        }
    }

    /// Whether some piece contains `slice`; what spans two pieces is not found.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut joiner = bun_str::string_joiner::StringJoiner::default();
    /// joiner.push(b"use strict");
    /// joiner.push(b";");
    /// assert!(joiner.contains(b"strict") && !joiner.contains(b"strict;"));
    /// ```
    #[must_use]
    pub fn contains(&self, slice: &[u8]) -> bool {
        !slice.is_empty()
            && self.node_slices().any(|piece| memchr::memmem::find(piece, slice).is_some())
    }

    /// The pieces, in order.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut joiner = bun_str::string_joiner::StringJoiner::default();
    /// joiner.push(b"a");
    /// joiner.push_cloned(b"b");
    /// assert!(joiner.node_slices().eq([b"a", b"b"]));
    /// ```
    pub fn node_slices(&self) -> impl Iterator<Item = &[u8]> + Clone {
        self.pieces.iter().map(Piece::bytes)
    }
}

#[cfg(test)]
mod tests;
