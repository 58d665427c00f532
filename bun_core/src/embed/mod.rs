//! Files of the source tree as part of the program, or read by it.
//!
//! While developing, a file is read when it is first asked for, so that changing it needs no
//! compilation; with the feature `codegen_embed` of this crate it is compiled in. The feature is
//! looked at here, so that the places that use a file have no `cfg`.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use std::sync::{Mutex, PoisonError};

#[cfg(all(test, not(miri)))]
mod tests;

/// Below which folder a file of [`runtime_embed_file!`](macro@crate::runtime_embed_file) lies.
///
/// Zig: the first parameter of `bun.runtimeEmbedFile`.
///
/// # Examples
///
/// ```
/// use bun_core::EmbedKind;
///
/// assert_eq!(EmbedKind::Src.variable(), "BUN_SRC_DIR");
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum EmbedKind {
    /// What code generators wrote: `BUN_CODEGEN_DIR`.
    Codegen,
    /// As `Codegen`.
    CodegenEager,
    /// The source tree: `BUN_SRC_DIR`.
    Src,
    /// As `Src`.
    SrcEager,
}

impl EmbedKind {
    /// Returns the environment variable that names the folder.
    #[must_use]
    pub const fn variable(self) -> &'static str {
        match self {
            Self::Codegen | Self::CodegenEager => "BUN_CODEGEN_DIR",
            Self::Src | Self::SrcEager => "BUN_SRC_DIR",
        }
    }
}

/// Returns the text of a file: `runtime_embed_file!(Codegen, "runtime.out.js")`.
///
/// With the feature `codegen_embed` of `bun_core` the file becomes part of the program; the folder
/// is the environment variable `BUN_CODEGEN_DIR`, for `Src` `BUN_SRC_DIR`, of the compilation.
/// Without it the file is read once, from the same folder, or the one that the variable names when
/// the program runs.
///
/// Zig: `bun.runtimeEmbedFile`.
///
/// # Panics
///
/// If the file is read and cannot be, or is not UTF-8. The message names it and says how to have it
/// compiled in.
///
/// # Examples
///
/// ```no_run
/// let runtime: &'static str = bun_core::runtime_embed_file!(Codegen, "runtime.out.js");
/// # assert!(!runtime.is_empty());
/// ```
#[cfg(not(feature = "codegen_embed"))]
#[macro_export]
macro_rules! runtime_embed_file {
    (Codegen, $sub_path:literal) => {
        $crate::__private::embedded(
            $crate::EmbedKind::Codegen,
            ::core::option_env!("BUN_CODEGEN_DIR"),
            $sub_path,
        )
    };
    (Src, $sub_path:literal) => {
        $crate::__private::embedded(
            $crate::EmbedKind::Src,
            ::core::option_env!("BUN_SRC_DIR"),
            $sub_path,
        )
    };
    (CodegenEager, $sub_path:literal) => {
        $crate::runtime_embed_file!(Codegen, $sub_path)
    };
    (SrcEager, $sub_path:literal) => {
        $crate::runtime_embed_file!(Src, $sub_path)
    };
}

/// Returns the text of a file, which is part of the program: see the documentation of this macro
/// without the feature `codegen_embed`.
///
/// Zig: `bun.runtimeEmbedFile`.
///
/// # Examples
///
/// A file that is not there is an error of the compiler, not of the program:
///
/// ```compile_fail
/// bun_core::runtime_embed_file!(Src, "no/such/file.js");
/// ```
#[cfg(feature = "codegen_embed")]
#[macro_export]
macro_rules! runtime_embed_file {
    (Codegen, $sub_path:literal) => {
        ::core::include_str!(::core::concat!(::core::env!("BUN_CODEGEN_DIR"), "/", $sub_path))
    };
    (Src, $sub_path:literal) => {
        ::core::include_str!(::core::concat!(::core::env!("BUN_SRC_DIR"), "/", $sub_path))
    };
    (CodegenEager, $sub_path:literal) => {
        $crate::runtime_embed_file!(Codegen, $sub_path)
    };
    (SrcEager, $sub_path:literal) => {
        $crate::runtime_embed_file!(Src, $sub_path)
    };
}

/// Reads a file of the source tree once and keeps its text as long as the process lives.
///
/// The folder is named by an environment variable of the process:
/// [`EmbedKind::variable`]. The macro of the same name also knows the one of the compilation.
///
/// Zig: `bun.runtimeEmbedFile`.
///
/// # Panics
///
/// As the macro.
///
/// # Examples
///
/// ```no_run
/// use bun_core::{EmbedKind, runtime_embed_file};
///
/// let text = runtime_embed_file(EmbedKind::Src, "fallback.html");
/// # assert!(!text.is_empty());
/// ```
#[doc(alias = "runtimeEmbedFile")]
#[must_use]
pub fn runtime_embed_file(root: EmbedKind, sub_path: &'static str) -> &'static str {
    embedded(root, None, sub_path)
}

/// What has been read, by folder and name. A development aid: searched from end to end.
static READ: Mutex<Vec<(String, &'static str)>> = Mutex::new(Vec::new());

#[doc(hidden)]
pub fn embedded(
    kind: EmbedKind,
    compiled: Option<&'static str>,
    sub_path: &'static str,
) -> &'static str {
    let variable = kind.variable();
    let folder = std::env::var_os(variable)
        .and_then(|folder| folder.into_string().ok())
        .or_else(|| compiled.map(str::to_owned));
    let Some(folder) = folder else { cannot(sub_path, &format!("{variable} is not set")) };
    let path = format!("{folder}/{sub_path}");
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, text)) = read.iter().find(|(known, _)| *known == path) {
        return text;
    }
    match std::fs::read_to_string(&path) {
        Ok(text) => {
            let text: &'static str = Box::leak(text.into_boxed_str());
            read.push((path, text));
            text
        }
        Err(error) => cannot(&path, &format!("{error}")),
    }
}

#[cold]
fn cannot(path: &str, why: &str) -> ! {
    panic!(
        "Failed to load '{path}': {why}\n\nTo improve iteration speed, some files are not \
         embedded but loaded at runtime, at the cost of making the binary non-portable. To fix \
         this, build with the feature codegen_embed"
    )
}
