//! `HashedString`: a borrowed string with its hash, compared by the hash.
#![expect(unsafe_code, reason = "keeps the length in 32 bits beside the pointer")]

use core::marker::PhantomData;
use core::ptr::NonNull;
use core::{fmt, slice};

/// A borrowed byte string of at most 4 GiB and the low 32 bits of its Wyhash.
///
/// Two of them are equal when lengths and hashes are: the bytes are not looked at, as in the
/// original. Use it where a collision does no harm.
///
/// Zig: `bun.HashedString`.
///
/// # Examples
///
/// ```
/// use bun_str::HashedString;
///
/// let name = HashedString::init(b"name");
/// assert!(name.eql(&HashedString::init(b"name")));
/// assert!(name.eql_bytes(b"name"));
/// assert_eq!(name.str(), b"name");
/// ```
///
/// It cannot outlive its text:
///
/// ```compile_fail,E0597
/// let name = {
///     let bytes = b"name".to_vec();
///     bun_str::HashedString::init(&bytes)
/// };
/// assert_eq!(name.str(), b"name");
/// ```
#[derive(Clone, Copy)]
#[repr(C)]
pub struct HashedString<'a> {
    /// Invariant: valid for reading `len` bytes for all of `'a`, while nobody writes to them.
    start: NonNull<u8>,
    len: u32,
    hash: u32,
    text: PhantomData<&'a [u8]>,
}

const _: () = assert!(size_of::<usize>() != 8 || size_of::<HashedString<'_>>() == 16);

// SAFETY: stands for a `&[u8]`, which crosses threads.
unsafe impl Send for HashedString<'_> {}
// SAFETY: as above.
unsafe impl Sync for HashedString<'_> {}

impl<'a> HashedString<'a> {
    /// The empty string, with the hash 0.
    pub const EMPTY: HashedString<'static> =
        HashedString { start: NonNull::dangling(), len: 0, hash: 0, text: PhantomData };

    /// Borrows and hashes `text`.
    ///
    /// # Panics
    ///
    /// When `text` is longer than 4 GiB.
    #[must_use]
    pub fn init(text: &'a [u8]) -> Self {
        Self { hash: low_hash(text), ..Self::init_no_hash(text) }
    }

    /// Borrows `text` with the hash 0, which equals only itself at the same address.
    ///
    /// # Panics
    ///
    /// When `text` is longer than 4 GiB.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::HashedString;
    ///
    /// let name = HashedString::init_no_hash(b"abc");
    /// assert!(name.hash() == 0 && name.eql(&name));
    /// ```
    #[must_use]
    pub fn init_no_hash(text: &'a [u8]) -> Self {
        let Ok(len) = u32::try_from(text.len()) else {
            panic!("{} bytes are more than a hashed string holds", text.len())
        };
        Self { start: NonNull::from(text).cast(), len, hash: 0, text: PhantomData }
    }

    /// The text.
    #[must_use]
    pub const fn str(&self) -> &'a [u8] {
        // SAFETY: the invariant of `start`; a dangling pointer serves no bytes.
        unsafe { slice::from_raw_parts(self.start.as_ptr(), self.len as usize) }
    }

    /// The hash, or 0.
    #[must_use]
    pub const fn hash(&self) -> u32 {
        self.hash
    }

    /// Whether lengths and hashes are the same, or lengths and addresses.
    ///
    /// Without a hash on either side only the address counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::HashedString;
    ///
    /// let (a, b) = (HashedString::init(b"abc"), HashedString::init(b"abd"));
    /// assert!(a.eql(&HashedString::init(&b"abc".to_vec())) && !a.eql(&b));
    /// ```
    #[must_use]
    pub fn eql(&self, other: &HashedString<'_>) -> bool {
        self.len == other.len
            && (self.start == other.start
                || (self.hash.max(other.hash) > 0 && self.hash == other.hash))
    }

    /// Whether `other` has this length and this hash.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::HashedString;
    ///
    /// assert!(HashedString::init(b"abc").eql_bytes(b"abc"));
    /// ```
    #[must_use]
    pub fn eql_bytes(&self, other: &[u8]) -> bool {
        self.len as usize == other.len() && self.hash == low_hash(other)
    }
}

/// Wyhash with the seed 0, cut to 32 bits.
fn low_hash(text: &[u8]) -> u32 {
    bun_wyhash::hash(text) as u32
}

impl Default for HashedString<'_> {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// Prints text and hash.
impl fmt::Debug for HashedString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"#{:08x}", self.str().escape_ascii(), self.hash)
    }
}
