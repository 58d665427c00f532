//! [`BSSStringList`]: strings that live as long as the process.

use core::fmt;
use core::ptr::NonNull;

use alloc::boxed::Box;

use super::IndexType;
use super::overflow_list::OVERFLOW_BLOCK_MAX;
use super::slots::Shape;
use super::text_store::{Draft, TextStore};
use crate::AllocError;

/// What must remain free behind a string in the buffer.
const SPARE: usize = 2;

#[derive(Debug)]
struct StringListShape<const COUNT: usize>;

impl<const COUNT: usize> Shape for StringListShape<COUNT> {
    const FIRST_LEN: usize = COUNT * 2;
    const BLOCK_LEN: usize = if COUNT < 2 { 1 } else { COUNT / 2 };
    const BLOCK_MAX: usize = OVERFLOW_BLOCK_MAX;
}

/// An append-only list of strings with stable addresses, each followed by a NUL byte.
///
/// Strings go one after the other into a buffer of `2 * COUNT * (ITEM_LENGTH + 1)` bytes; what no
/// longer fits goes to the heap. The first `2 * COUNT` strings are numbered in the first block,
/// the next in overflow blocks of `COUNT / 2`, of which there are at most 4095. `COUNT` and
/// `ITEM_LENGTH` are the numbers that the Zig declaration states.
///
/// Strings are not compared: appending one twice stores it twice. They may hold NUL bytes.
/// Appending takes a lock for the time of taking a number; reading takes none.
///
/// Zig: `bun.allocators.BSSStringList`.
///
/// # Examples
///
/// ```
/// use bun_alloc::BSSStringList;
///
/// static NAMES: BSSStringList<64, 16> = BSSStringList::new();
///
/// let name: &'static [u8] = NAMES.append(b"package.json")?;
/// assert_eq!(name, b"package.json");
/// assert_eq!(NAMES.append(&[b"lib".as_slice(), b"/", b"index.js"])?, b"lib/index.js");
/// assert!(NAMES.exists(name) && !NAMES.exists(b"package.json"));
/// # Ok::<(), bun_alloc::AllocError>(())
/// ```
#[derive(Debug)]
pub struct BSSStringList<const COUNT: usize, const ITEM_LENGTH: usize> {
    store: TextStore<(), StringListShape<COUNT>>,
}

impl<const COUNT: usize, const ITEM_LENGTH: usize> BSSStringList<COUNT, ITEM_LENGTH> {
    /// How many bytes the buffer holds.
    const BUFFER_LEN: usize = COUNT * 2 * (ITEM_LENGTH + 1);

    /// Returns an empty list. Allocates nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// static NAMES: bun_alloc::BSSStringList<64, 16> = bun_alloc::BSSStringList::new();
    /// assert_eq!(NAMES.append(b"etc"), Ok(&b"etc"[..]));
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { store: TextStore::new(Self::BUFFER_LEN, ()) }
    }

    /// Returns an empty list on the heap that is never freed. For singletons, prefer a `static`
    /// or [`bss_string_list!`](crate::bss_string_list).
    ///
    /// Zig: `BSSStringList.init`.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::init();
    /// // SAFETY: the list is never freed, and from here on only shared.
    /// assert_eq!(unsafe { list.as_ref() }.append(b"etc"), Ok(&b"etc"[..]));
    /// ```
    #[must_use]
    pub fn init() -> NonNull<Self> {
        NonNull::from(Box::leak(Box::new(Self::new())))
    }

    /// Returns how many strings there are.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// assert_eq!(list.append(b"etc"), list.append(b"etc"));
    /// assert_eq!(list.len(), 2);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Returns whether there are no strings.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// assert!(list.is_empty());
    /// assert!(list.append(b"").is_ok() && !list.is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns how many bytes of the buffer are in use, terminators included.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// assert_eq!((list.append(b"etc").map(<[u8]>::len), list.used()), (Ok(3), 4));
    /// ```
    #[must_use]
    pub fn used(&self) -> usize {
        self.store.used()
    }

    /// Returns whether the first block of numbers is full.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<1, 8>::new();
    /// assert!(list.append(b"a").is_ok() && !list.is_overflowing());
    /// assert!(list.append(b"b").is_ok() && list.is_overflowing());
    /// ```
    #[doc(alias = "isOverflowing")]
    #[must_use]
    pub fn is_overflowing(&self) -> bool {
        self.len() >= StringListShape::<COUNT>::FIRST_LEN
    }

    /// Appends a string, or several pieces as one, and returns the copy.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no memory, or no number, for it.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// assert_eq!(list.append(&[b"lib/".as_slice(), b"index.js"]), Ok(&b"lib/index.js"[..]));
    /// ```
    pub fn append<A: BSSAppendable + ?Sized>(&self, value: &A) -> Result<&[u8], AllocError> {
        self.append_indexed(value).map(|(_, text)| text)
    }

    /// Appends as [`append`](Self::append), and returns the index as well.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// let first = bun_alloc::IndexType::new(0, false);
    /// assert_eq!(list.append_indexed(b"etc"), Ok((first, &b"etc"[..])));
    /// ```
    pub fn append_indexed<A: BSSAppendable + ?Sized>(
        &self,
        value: &A,
    ) -> Result<(IndexType, &[u8]), AllocError> {
        publish(self.draft(value)?)
    }

    /// Appends `value` in ASCII lower case, and returns the copy.
    ///
    /// Zig: `BSSStringList.appendLowerCase`, which is limited to the length of a path.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// assert_eq!(list.append_lower_case(b"README.md"), Ok(&b"readme.md"[..]));
    /// ```
    #[doc(alias = "appendLowerCase")]
    pub fn append_lower_case(&self, value: &[u8]) -> Result<&[u8], AllocError> {
        let mut draft = self.draft(value)?;
        draft.as_mut_slice().make_ascii_lowercase();
        publish(draft).map(|(_, text)| text)
    }

    /// Appends what `args` formats to. The result ends before its NUL.
    ///
    /// The arguments are formatted twice, without a lock: once for the length, which the second
    /// result is cut or zero-filled to.
    ///
    /// Zig: `BSSStringList.print`.
    ///
    /// # Errors
    ///
    /// [`AllocError`] if there is no memory, or no number, for it, or an argument fails to format.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// assert_eq!(list.print(format_args!("{}-{}", "zlib", 7)), Ok(&b"zlib-7"[..]));
    /// ```
    #[doc(alias = "printWithType")]
    pub fn print(&self, args: fmt::Arguments<'_>) -> Result<&[u8], AllocError> {
        let mut count = Count(0);
        fmt::write(&mut count, args).map_err(|fmt::Error| AllocError)?;
        self.append_with(count.0, |rest| {
            // More than was counted is cut off.
            _ = fmt::write(&mut Fill { rest }, args);
        })
    }

    /// Appends `len` bytes that `fill` writes, and returns them. It gets them zeroed, without
    /// their terminator, and may use the list.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append), and then `fill` may have been called.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// assert_eq!(list.append_with(4, |bytes| bytes[..3].fill(b'x')), Ok(&b"xxx\0"[..]));
    /// ```
    pub fn append_with(
        &self,
        len: usize,
        fill: impl FnOnce(&mut [u8]),
    ) -> Result<&[u8], AllocError> {
        let mut draft = self.store.draft(len.checked_add(1).ok_or(AllocError)?, SPARE)?;
        draft.push_zeroes();
        fill(&mut draft.as_mut_slice()[..len]);
        publish(draft).map(|(_, text)| text)
    }

    /// Appends as [`append`](Self::append), and returns the copy to be changed.
    ///
    /// Zig: `BSSStringList.appendMutable`.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    ///
    /// # Examples
    ///
    /// ```
    /// let mut list = bun_alloc::BSSStringList::<8, 8>::new();
    /// list.append_mutable(b"a/b")?[1] = b'.';
    /// assert_eq!(list.at_index(bun_alloc::IndexType::new(0, false)), Some(&b"a.b"[..]));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[doc(alias = "appendMutable")]
    pub fn append_mutable<A: BSSAppendable + ?Sized>(
        &mut self,
        value: &A,
    ) -> Result<&mut [u8], AllocError> {
        let (index, _) = self.append_indexed(value)?;
        self.at_index_mut(index).ok_or(AllocError)
    }

    /// Appends `len` zero bytes, and returns them to be changed. Where the list is shared, use
    /// [`append_with`](Self::append_with).
    ///
    /// Zig: `BSSStringList.getMutable`.
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append).
    ///
    /// # Examples
    ///
    /// ```
    /// let mut list = bun_alloc::BSSStringList::<8, 8>::new();
    /// list.get_mutable(3)?.copy_from_slice(b"abc");
    /// assert_eq!(list.at_index(bun_alloc::IndexType::new(0, false)), Some(&b"abc"[..]));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    ///
    /// ```compile_fail,E0502
    /// let mut list = bun_alloc::BSSStringList::<8, 8>::new();
    /// let shared = list.append(b"a").unwrap();
    /// list.get_mutable(3).unwrap();
    /// assert_eq!(shared, b"a");
    /// ```
    #[doc(alias = "getMutable")]
    pub fn get_mutable(&mut self, len: usize) -> Result<&mut [u8], AllocError> {
        let mut draft = self.store.draft(len.checked_add(1).ok_or(AllocError)?, SPARE)?;
        draft.push_zeroes();
        let (index, _) = publish(draft)?;
        self.at_index_mut(index).ok_or(AllocError)
    }

    /// Returns the string at `index`. `None` if there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// assert_eq!(list.append(b"etc").ok(), list.at_index(bun_alloc::IndexType::new(0, false)));
    /// assert_eq!(list.at_index(bun_alloc::NOT_FOUND), None);
    /// ```
    #[must_use]
    pub fn at_index(&self, index: IndexType) -> Option<&[u8]> {
        self.store.get(index).map(without_nul)
    }

    /// Returns the string at `index` and the NUL behind it. `None` if there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// let index = list.append_indexed(b"etc")?.0;
    /// assert_eq!(list.at_index_with_nul(index), Some(&b"etc\0"[..]));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn at_index_with_nul(&self, index: IndexType) -> Option<&[u8]> {
        self.store.get(index)
    }

    /// Returns the string at `index`, to be changed. `None` if there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut list = bun_alloc::BSSStringList::<8, 8>::new();
    /// let (index, _) = list.append_indexed(b"etc")?;
    /// list.at_index_mut(index).unwrap_or_default().reverse();
    /// assert_eq!(list.at_index(index), Some(&b"cte"[..]));
    /// # Ok::<(), bun_alloc::AllocError>(())
    /// ```
    #[must_use]
    pub fn at_index_mut(&mut self, index: IndexType) -> Option<&mut [u8]> {
        let (_nul, text) = self.store.get_mut(index)?.split_last_mut()?;
        Some(text)
    }

    /// Returns whether `value` lies in the buffer, by its address. Strings on the heap do not.
    ///
    /// Zig: `BSSStringList.exists`.
    ///
    /// # Examples
    ///
    /// ```
    /// let list = bun_alloc::BSSStringList::<8, 8>::new();
    /// assert_eq!(list.append(b"etc").map(|text| list.exists(text)), Ok(true));
    /// assert!(!list.exists(b"etc"));
    /// ```
    #[must_use]
    pub fn exists(&self, value: &[u8]) -> bool {
        self.store.contains(value)
    }

    /// Copies `value` and its NUL.
    fn draft<A: BSSAppendable + ?Sized>(
        &self,
        value: &A,
    ) -> Result<StringDraft<'_, COUNT>, AllocError> {
        let mut len = Some(1_usize);
        value.for_each_piece(&mut |piece| {
            len = len.and_then(|len| len.checked_add(piece.len()));
        });
        let mut draft = self.store.draft(len.ok_or(AllocError)?, SPARE)?;
        value.for_each_piece(&mut |piece| draft.push(piece));
        draft.push(b"\0");
        Ok(draft)
    }
}

type StringDraft<'a, const COUNT: usize> = Draft<'a, (), StringListShape<COUNT>>;

fn publish<const COUNT: usize>(
    draft: StringDraft<'_, COUNT>,
) -> Result<(IndexType, &[u8]), AllocError> {
    let (index, text) = draft.publish(|(), _| Ok(()))?;
    Ok((index, without_nul(text)))
}

/// Returns `text` without its terminator.
fn without_nul(text: &[u8]) -> &[u8] {
    text.split_last().map_or(text, |(_nul, text)| text)
}

impl<const COUNT: usize, const ITEM_LENGTH: usize> Default for BSSStringList<COUNT, ITEM_LENGTH> {
    fn default() -> Self {
        Self::new()
    }
}

/// What [`BSSStringList::append`] takes: bytes, or several of them to be joined.
///
/// Implemented for `[u8]`, `[u8; N]`, `Vec<u8>`, `[&[u8]]`, `[&[u8]; N]`, and references to them.
/// For a type of your own, pass the bytes it holds.
///
/// # Examples
///
/// ```
/// let list = bun_alloc::BSSStringList::<8, 8>::new();
/// let pieces: &[&[u8]] = &[b"/", b"etc"];
/// assert_eq!(list.append(pieces), list.append(b"/etc"));
/// assert_eq!(list.append(&b"/etc".to_vec()), list.append("/etc".as_bytes()));
/// ```
pub trait BSSAppendable: sealed::Pieces {}

impl<A: sealed::Pieces + ?Sized> BSSAppendable for A {}

mod sealed {
    use alloc::vec::Vec;

    /// A string in pieces.
    pub trait Pieces {
        /// Calls `f` with each piece, in order. Twice for the same value does the same twice.
        fn for_each_piece(&self, f: &mut impl FnMut(&[u8]));
    }

    impl Pieces for [u8] {
        #[inline]
        fn for_each_piece(&self, f: &mut impl FnMut(&[u8])) {
            f(self);
        }
    }

    impl<const N: usize> Pieces for [u8; N] {
        #[inline]
        fn for_each_piece(&self, f: &mut impl FnMut(&[u8])) {
            f(self);
        }
    }

    impl Pieces for Vec<u8> {
        #[inline]
        fn for_each_piece(&self, f: &mut impl FnMut(&[u8])) {
            f(self);
        }
    }

    impl Pieces for [&[u8]] {
        #[inline]
        fn for_each_piece(&self, f: &mut impl FnMut(&[u8])) {
            self.iter().for_each(|piece| f(piece));
        }
    }

    impl<const N: usize> Pieces for [&[u8]; N] {
        #[inline]
        fn for_each_piece(&self, f: &mut impl FnMut(&[u8])) {
            self.iter().for_each(|piece| f(piece));
        }
    }

    impl<A: Pieces + ?Sized> Pieces for &A {
        #[inline]
        fn for_each_piece(&self, f: &mut impl FnMut(&[u8])) {
            (**self).for_each_piece(f);
        }
    }
}

struct Count(usize);

impl fmt::Write for Count {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.checked_add(text.len()).ok_or(fmt::Error)?;
        Ok(())
    }
}

struct Fill<'a> {
    rest: &'a mut [u8],
}

impl fmt::Write for Fill<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let len = text.len().min(self.rest.len());
        let (head, rest) = core::mem::take(&mut self.rest).split_at_mut(len);
        head.copy_from_slice(&text.as_bytes()[..len]);
        self.rest = rest;
        if len == text.len() { Ok(()) } else { Err(fmt::Error) }
    }
}
