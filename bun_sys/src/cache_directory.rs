//! Where packages are kept between installations.

use alloc::vec::Vec;

use bun_core::getenv_z;
use bun_paths::{PathBuffer, platform, resolve_path};

use crate::backend::imp;

/// The variables that say where the cache is, in the order in which they count, and where it is
/// below what they say.
const PLACES: &[(&str, &[u8])] = &[
    ("BUN_INSTALL_CACHE_DIR", b""),
    ("BUN_INSTALL", b"install/cache"),
    ("XDG_CACHE_HOME", b".bun/install/cache"),
    (if bun_core::Environment::IS_WINDOWS { "USERPROFILE" } else { "HOME" }, b".bun/install/cache"),
];

/// The directory, absolute, of the package cache: what `BUN_INSTALL_CACHE_DIR` says, or a place
/// below `BUN_INSTALL`, `XDG_CACHE_HOME` or the home directory, or `node_modules/.bun-cache`.
/// Variables that are empty do not count; relative paths are below the working directory.
///
/// Zig: `PackageManager.fetchCacheDirectoryPath`.
///
/// # Examples
///
/// ```
/// assert!(bun_paths::is_absolute(&bun_sys::fetch_cache_directory_path()));
/// ```
#[doc(alias = "fetchCacheDirectoryPath")]
#[must_use]
pub fn fetch_cache_directory_path() -> Vec<u8> {
    let found = PLACES.iter().find_map(|&(variable, below)| {
        getenv_z(variable).filter(|value| !value.is_empty()).map(|value| [value, below])
    });
    let parts = found.unwrap_or([b"node_modules", b".bun-cache"]);
    let mut buf = PathBuffer::uninit();
    // A process whose working directory is gone has only absolute paths.
    let here: &[u8] = imp::getcwd(buf.as_mut_slice()).map_or(b"/", |len| &buf[..len]);
    let path = resolve_path::join_abs_string::<platform::Loose>(here, &parts);
    path.to_vec()
}
