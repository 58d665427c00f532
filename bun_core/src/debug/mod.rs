//! What an address means: the function, the file and the line; and stacks of crashed threads.
//!
//! Zig: `std.debug`.

mod memory;

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ptr;

/// A place in a source file.
///
/// # Examples
///
/// ```
/// use bun_core::debug::SourceLocation;
///
/// let at = SourceLocation { file_name: Box::from(&b"a.zig"[..]), line: 3, column: 0 };
/// let shown = format!("{}:{}", String::from_utf8_lossy(&at.file_name), at.line);
/// assert_eq!(shown, "a.zig:3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLocation {
    /// The path, as the compiler was given it.
    pub file_name: Box<[u8]>,
    /// Counting from one; zero when it is not known.
    pub line: u32,
    /// Counting from one; zero when it is not known.
    pub column: u32,
}

/// What is known of an address.
///
/// # Examples
///
/// ```
/// use bun_core::debug::SymbolInfo;
///
/// let symbol = SymbolInfo { name: Box::from(&b"main"[..]), ..SymbolInfo::unknown() };
/// assert_eq!(&*symbol.compile_unit_name, b"???");
/// assert!(symbol.source_location.is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SymbolInfo {
    /// The name of the function, `???` when it is not known.
    pub name: Box<[u8]>,
    /// The name of the compilation unit: `???`, since the reader of debug information does not
    /// tell.
    pub compile_unit_name: Box<[u8]>,
    /// The place, when there is debug information.
    pub source_location: Option<SourceLocation>,
}

impl SymbolInfo {
    /// What stands for an address of which nothing is known.
    #[must_use]
    pub fn unknown() -> Self {
        let unknown = || Box::from(&b"???"[..]);
        Self { name: unknown(), compile_unit_name: unknown(), source_location: None }
    }
}

/// Returns what a return address means: a function and those inlined into it, the innermost first.
///
/// Empty when nothing is known. Reads the debug information the first time, which takes a while and
/// megabytes.
///
/// # Examples
///
/// ```
/// use bun_core::{StoredTrace, debug};
///
/// let trace = StoredTrace::capture(None);
/// for &address in trace.trace().frames() {
///     for symbol in debug::symbolize(address) {
///         let line = symbol.source_location.map_or(0, |at| at.line);
///         println!("{} at line {line}", String::from_utf8_lossy(&symbol.name));
///     }
/// }
/// ```
#[must_use]
pub fn symbolize(address: usize) -> Vec<SymbolInfo> {
    let mut symbols = Vec::new();
    backtrace::resolve(ptr::without_provenance_mut(address), |symbol| {
        let mut info = SymbolInfo::unknown();
        if let Some(name) = symbol.name() {
            info.name = Box::from(alloc::format!("{name:#}").into_bytes());
        }
        info.source_location = symbol.filename_raw().map(|file| SourceLocation {
            file_name: Box::from(alloc::format!("{file}").into_bytes()),
            line: symbol.lineno().unwrap_or(0),
            column: symbol.colno().unwrap_or(0),
        });
        symbols.push(info);
    });
    symbols
}

/// Writes the stack of a thread that faulted at `pc` with frame pointer `fp` into `out`: `pc`, then
/// return addresses. Returns how many.
///
/// Follows the chain of frame pointers, which needs code compiled with them
/// (`-C force-frame-pointers=yes`); the chain ends where it leaves readable memory or stops going
/// up. Any two numbers may be given: the kernel reads the memory, and says when there is none.
/// Takes no lock and does not allocate, so a signal handler may call it.
///
/// Only Linux reads on behalf of a process in this way; elsewhere, and where that call is
/// forbidden, `pc` is all there is.
///
/// Zig: `std.debug.StackIterator`.
///
/// # Examples
///
/// ```
/// let mut addresses = [0; 8];
/// assert_eq!(bun_core::debug::capture_from_context(0x1234, 0, &mut addresses), 1);
/// assert_eq!(addresses[0], 0x1234);
/// ```
#[must_use]
pub fn capture_from_context(pc: usize, fp: usize, out: &mut [usize]) -> usize {
    let Some((first, rest)) = out.split_first_mut() else { return 0 };
    *first = pc;
    let mut frame = fp;
    for (index, place) in rest.iter_mut().enumerate() {
        // A frame starts with the caller's frame pointer, then the address of the return.
        let Some([caller, address]) = memory::read_words(frame) else { return index + 1 };
        if address == 0 {
            return index + 1;
        }
        *place = address;
        // Stacks grow down: a caller's frame is above, and one that is not would lead in a circle.
        if caller <= frame {
            return index + 2;
        }
        frame = caller;
    }
    out.len()
}
