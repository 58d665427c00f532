//! Making a directory and the ones above it that are missing.

use bun_core::Error as NamedError;
use bun_paths::{MakePathStep, PathBuffer, PathChar, component_iterator, make_path_with, resolve_path};
use bun_str::{ZStr, unicode_to_utf8_placeholder};
