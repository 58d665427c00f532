//! Seeing a descriptor as a `Dir` or a `File` without owning it.
#![expect(unsafe_code, reason = "a reference to a transparent wrapper from one to its field")]

use core::ptr;

use crate::{Dir, Fd, File};

impl Dir {
    /// The directory behind `fd`, which stays the caller's: a reference drops nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{Dir, Fd};
    ///
    /// let here = Fd::cwd();
    /// assert!(Dir::borrow(&here).open_at(b".").is_ok());
    /// ```
    #[must_use]
    pub const fn borrow(fd: &Fd) -> &Self {
        // SAFETY: `Dir` is `repr(transparent)` over `Fd` and demands nothing of its value, so the
        // reference is valid for as long as `fd` is borrowed; shared, it lets nobody write or drop.
        unsafe { &*ptr::from_ref(fd).cast::<Self>() }
    }
}

impl File {
    /// The file behind `fd`, which stays the caller's: a reference drops nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_sys::{Fd, File};
    ///
    /// let output = Fd::stdout();
    /// File::borrow(&output).write_all(b"")?;
    /// # Ok::<(), bun_sys::Error>(())
    /// ```
    #[must_use]
    pub const fn borrow(fd: &Fd) -> &Self {
        // SAFETY: as for `Dir`: `File` is `repr(transparent)` over `Fd` too.
        unsafe { &*ptr::from_ref(fd).cast::<Self>() }
    }
}
