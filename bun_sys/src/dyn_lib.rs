//! Dynamic libraries.
#![expect(unsafe_code, reason = "runs and calls code that is loaded")]

use core::ffi::c_void;
use core::ptr::{self, NonNull};
use core::sync::atomic::AtomicPtr;
use core::sync::atomic::Ordering::{Acquire, Release};

use bun_core::Error as NamedError;
use bun_str::ZStr;

use crate::backend::imp;
use crate::path_arg::with_zstr;
use crate::{Error, SystemErrno, Tag};

/// How [`dlopen`] loads. Windows ignores all of these.
///
/// Zig: `std.c.RTLD`.
///
/// # Examples
///
/// ```
/// use bun_sys::RTLD;
///
/// assert_ne!(RTLD::LAZY | RTLD::GLOBAL, RTLD::NOW | RTLD::LOCAL);
/// ```
pub mod RTLD {
    use crate::backend::imp::flags;

    /// Symbols of functions are looked up when they are called first.
    pub const LAZY: i32 = flags::RTLD_LAZY;
    /// All symbols are looked up at once.
    pub const NOW: i32 = flags::RTLD_NOW;
    /// Libraries loaded later do not see the symbols.
    pub const LOCAL: i32 = flags::RTLD_LOCAL;
    /// Libraries loaded later see the symbols.
    pub const GLOBAL: i32 = flags::RTLD_GLOBAL;
    /// Nothing is loaded, but what is loaded is found.
    pub const NOLOAD: i32 = flags::RTLD_NOLOAD;
}

/// Loads the library at `path`, or finds it where libraries are when `path` is a bare name
/// (`dlopen(3)`). `flags` are of [`RTLD`]. `None` when that fails, for whatever reason, or when
/// `path` has an embedded NUL; `dlerror(3)` says why, on Windows `GetLastError`.
///
/// Zig: `bun.sys.dlopen`.
///
/// # Platforms
///
/// Windows: `LoadLibraryExW`, which finds what an absolute library needs beside it; `flags` mean
/// nothing.
///
/// # Safety
///
/// 1. The initialisers of the library are sound to run now, in this thread.
///
/// # Examples
///
/// ```
/// # #[cfg(all(target_os = "linux", target_env = "gnu"))] {
/// use bun_str::zstr;
/// use bun_sys::{RTLD, dlopen, dlsym_impl};
///
/// // SAFETY: 1. The C library is loaded already.
/// let library = unsafe { dlopen(zstr!("libc.so.6"), RTLD::LAZY) };
/// // SAFETY: 1. It came from the call above, and nobody closes it.
/// assert!(unsafe { dlsym_impl(library, zstr!("abs")) }.is_some());
/// // SAFETY: 1. There is none.
/// assert!(unsafe { dlopen(zstr!("/no/such/library"), RTLD::NOW) }.is_none());
/// # }
/// ```
pub unsafe fn dlopen(path: &ZStr, flags: i32) -> Option<*mut c_void> {
    let path = path.as_cstr()?;
    // SAFETY: the caller's promise.
    unsafe { imp::dlopen(Some(path), flags) }.map(NonNull::as_ptr)
}

/// Looks up the symbol `name` in `library` (`dlsym(3)`), or in everything that is loaded when that
/// is `None`.
///
/// Zig: `bun.sys.dlsymImpl`.
///
/// # Platforms
///
/// Windows: `GetProcAddress`; without a library only the program itself is asked.
///
/// # Safety
///
/// 1. `library` came from [`dlopen`] and was not closed.
#[doc(alias = "dlsymImpl")]
pub unsafe fn dlsym_impl(library: Option<*mut c_void>, name: &ZStr) -> Option<*mut c_void> {
    let name = name.as_cstr()?;
    let library = match library {
        Some(library) => Some(NonNull::new(library)?),
        None => None,
    };
    // SAFETY: the caller's promise.
    unsafe { imp::dlsym(library, name) }.map(NonNull::as_ptr)
}

/// Looks up a symbol once, and remembers what was found; what `dlsym_with_handle!` keeps. That
/// there is none is remembered too.
///
/// # Examples
///
/// ```
/// # #[cfg(unix)] {
/// use core::ffi::c_int;
///
/// use bun_str::zstr;
/// use bun_sys::SymbolCache;
///
/// static ABS: SymbolCache = SymbolCache::new();
/// // SAFETY: 1. `abs` is this function. 2. No library.
/// let abs = unsafe { ABS.get::<extern "C" fn(c_int) -> c_int>(zstr!("abs"), || None) };
/// assert_eq!(abs.unwrap()(-3), 3);
/// # }
/// ```
#[derive(Debug)]
pub struct SymbolCache(AtomicPtr<c_void>);

impl SymbolCache {
    /// Nothing was looked up yet.
    #[expect(clippy::new_without_default, reason = "for statics, which want a constant")]
    #[must_use]
    pub const fn new() -> Self {
        Self(AtomicPtr::new(NOT_ASKED))
    }

    /// The symbol `name` of the library that `library` returns, as a `T`; `dlsym(3)`, for the first
    /// call only.
    ///
    /// # Panics
    ///
    /// Does not compile when `T` is not as large as a pointer.
    ///
    /// # Safety
    ///
    /// 1. The symbol is what `T` says, and every call of this cache says the same `name`.
    /// 2. `library` returns what came from [`dlopen`] and is never closed, or `None` for everything
    ///    that is loaded.
    pub unsafe fn get<T: Copy>(
        &self,
        name: &ZStr,
        library: impl FnOnce() -> Option<*mut c_void>,
    ) -> Option<T> {
        const { assert!(size_of::<T>() == size_of::<*mut c_void>()) };
        let mut symbol = self.0.load(Acquire);
        if ptr::eq(symbol, NOT_ASKED) {
            // SAFETY: the caller's 2.
            symbol = unsafe { dlsym_impl(library(), name) }.unwrap_or(ptr::null_mut());
            self.0.store(symbol, Release);
        }
        if symbol.is_null() {
            return None;
        }
        // SAFETY: `T` has the size of a pointer, checked above, and the symbol is one by the
        // caller's 1.
        Some(unsafe { (&raw const symbol).cast::<T>().read_unaligned() })
    }
}

/// No symbol is at the last address.
const NOT_ASKED: *mut c_void = ptr::without_provenance_mut(usize::MAX);

/// The symbol with a name, as a type; looked up once a process.
///
/// `dlsym_with_handle!(Type, name, handle)` is an unsafe expression of type `Option<Type>`; the
/// handle is evaluated once. What must hold is what [`SymbolCache::get`] asks for.
///
/// Zig: `bun.sys.dlsymWithHandle`.
///
/// # Examples
///
/// ```
/// use core::ffi::c_int;
///
/// # #[cfg(unix)] {
/// // SAFETY: 1. `abs` is this function. 2. No library.
/// let abs = unsafe {
///     bun_sys::dlsym_with_handle!(extern "C" fn(c_int) -> c_int, bun_str::zstr!("abs"), None)
/// };
/// assert_eq!(abs.unwrap()(-3), 3);
/// # }
/// ```
#[macro_export]
macro_rules! dlsym_with_handle {
    ($T:ty, $name:expr, $handle:expr $(,)?) => {{
        static CACHE: $crate::SymbolCache = $crate::SymbolCache::new();
        CACHE.get::<$T>($name, || $handle)
    }};
}

/// A library that is unloaded when this is dropped.
///
/// Zig: `std.DynLib`.
///
/// # Examples
///
/// ```
/// use core::ffi::c_int;
/// use bun_str::zstr;
/// use bun_sys::DynLib;
///
/// # #[cfg(all(target_os = "linux", target_env = "gnu"))] {
/// // SAFETY: the C library is loaded already, and `abs` is this function.
/// unsafe {
///     let library = DynLib::open(b"libc.so.6")?;
///     let abs: extern "C" fn(c_int) -> c_int = library.lookup(zstr!("abs")).unwrap();
///     assert_eq!(abs(-3), 3);
///     assert!(library.lookup::<*mut ()>(zstr!("surely_not_there")).is_none());
/// }
/// # }
/// # Ok::<(), bun_core::Error>(())
/// ```
#[derive(Debug)]
pub struct DynLib {
    /// Invariant: from `dlopen`, not closed.
    library: NonNull<c_void>,
}

// SAFETY: the dynamic linker takes handles in any thread.
unsafe impl Send for DynLib {}
// SAFETY: as above; it locks what it changes.
unsafe impl Sync for DynLib {}

impl DynLib {
    /// Loads the library at `path`, or finds it where libraries are when `path` is a bare name
    /// ([`dlopen`] with [`RTLD::LAZY`]).
    ///
    /// Zig: `std.DynLib.open`.
    ///
    /// # Errors
    ///
    /// `FileNotFound` when it cannot be loaded, for whatever reason; `EINVAL` when `path` has an
    /// embedded NUL, `ENAMETOOLONG` when it is too long for any path.
    ///
    /// # Safety
    ///
    /// 1. The initialisers of the library are sound to run now, in this thread.
    /// 2. Its finalisers are when this is dropped.
    pub unsafe fn open(path: &[u8]) -> Result<Self, NamedError> {
        let library = with_zstr(path, Tag::open, |path| {
            let path =
                path.as_cstr().ok_or_else(|| Error::from_code(SystemErrno::EINVAL, Tag::open))?;
            // SAFETY: the caller's promise.
            Ok(unsafe { imp::dlopen(Some(path), RTLD::LAZY) })
        })?;
        let library = library.ok_or_else(|| NamedError::from_name("FileNotFound"))?;
        Ok(Self { library })
    }

    /// The symbol `name` as a `T`, which is a pointer or a function pointer; `None` when there is
    /// none (`dlsym(3)`, `GetProcAddress`).
    ///
    /// Zig: `std.DynLib.lookup`.
    ///
    /// # Panics
    ///
    /// Does not compile when `T` is not as large as a pointer.
    ///
    /// # Safety
    ///
    /// 1. The symbol is what `T` says.
    /// 2. The `T` is not used after this is dropped.
    #[must_use]
    pub unsafe fn lookup<T: Copy>(&self, name: &ZStr) -> Option<T> {
        const { assert!(size_of::<T>() == size_of::<*mut c_void>()) };
        // SAFETY: the invariant of `library`.
        let symbol = unsafe { imp::dlsym(Some(self.library), name.as_cstr()?) }?;
        // SAFETY: `T` has the size of a pointer, checked above, and the symbol is one by the
        // caller's 1.
        Some(unsafe { (&raw const symbol).cast::<T>().read_unaligned() })
    }

    /// Unloads the library now, if nobody else has loaded it (`dlclose(3)`, `FreeLibrary`).
    ///
    /// Zig: `std.DynLib.close`.
    pub fn close(self) {
        drop(self);
    }
}

impl Drop for DynLib {
    fn drop(&mut self) {
        // SAFETY:
        // 1. The invariant of `library`.
        // 2. The promise made to `lookup`.
        unsafe { imp::dlclose(self.library) };
    }
}
