//! Prints a stack to standard error.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;
use std::io::Write as _;

use super::StackTrace;
use super::capture::capture_above;
use crate::debug::{SymbolInfo, symbolize};

/// What [`dump_stack_trace`] leaves out.
///
/// A pattern is a substring of a path, or of the name of a function.
///
/// Zig: `bun.crash_handler.WriteStackTraceLimits`.
///
/// # Examples
///
/// ```
/// let limits = bun_core::DumpStackTraceOptions { frame_count: 8, ..Default::default() };
/// assert!(!limits.skip_stdlib);
/// ```
#[derive(Copy, Clone, Debug)]
pub struct DumpStackTraceOptions {
    /// How many frames to print at most.
    pub frame_count: usize,
    /// Whether to end at the interpreter of JavaScriptCore, below which it is the engine's stack.
    pub stop_at_jsc_llint: bool,
    /// Whether to leave out the standard library.
    pub skip_stdlib: bool,
    /// Files to leave out.
    pub skip_file_patterns: &'static [&'static [u8]],
    /// Functions to leave out.
    pub skip_function_patterns: &'static [&'static [u8]],
}

/// Everything.
impl Default for DumpStackTraceOptions {
    fn default() -> Self {
        Self {
            frame_count: usize::MAX,
            stop_at_jsc_llint: false,
            skip_stdlib: false,
            skip_file_patterns: &[],
            skip_function_patterns: &[],
        }
    }
}

/// Prints the frames of a trace to standard error, a line each:
/// `src/main.rs:12:5: 0x55d0c0ffee in main`.
///
/// What has no name here prints as `???`: a binary without debug information has its functions, a
/// stripped one has addresses. Reads the debug information the first time, which takes a while and
/// megabytes.
///
/// Zig: `bun.crash_handler.dumpStackTrace`.
///
/// # Examples
///
/// ```
/// use bun_core::{DumpStackTraceOptions, StoredTrace, dump_stack_trace};
///
/// dump_stack_trace(&StoredTrace::capture(None).trace(), DumpStackTraceOptions::default());
/// ```
#[doc(alias = "dumpStackTrace")]
pub fn dump_stack_trace(trace: &StackTrace<'_>, limits: DumpStackTraceOptions) {
    // There is nobody to tell that standard error is closed.
    let _ = std::io::stderr().write_all(render(trace.frames(), &limits).as_bytes());
}

/// Prints the stack of the caller to standard error, from the frame of `first_address` on.
///
/// Zig: `bun.crash_handler.dumpCurrentStackTrace`.
///
/// # Examples
///
/// ```
/// bun_core::dump_current_stack_trace(None, bun_core::DumpStackTraceOptions::default());
/// ```
#[doc(alias = "dumpCurrentStackTrace")]
#[inline(never)]
pub fn dump_current_stack_trace(first_address: Option<usize>, limits: DumpStackTraceOptions) {
    let own = dump_current_stack_trace as fn(Option<usize>, DumpStackTraceOptions) as usize;
    let mut addresses = [0; 256];
    let count = capture_above(own, first_address.unwrap_or(0), &mut addresses);
    dump_stack_trace(&StackTrace { index: count, instruction_addresses: &addresses }, limits);
}

/// Returns the lines that are printed.
pub(super) fn render(frames: &[usize], limits: &DumpStackTraceOptions) -> String {
    let mut text = String::new();
    let mut left = limits.frame_count;
    for &address in frames {
        let mut symbols: Vec<SymbolInfo> = symbolize(address);
        if symbols.is_empty() {
            symbols.push(SymbolInfo::unknown());
        }
        for symbol in &symbols {
            if limits.stop_at_jsc_llint && contains(&symbol.name, b"llint_") {
                return text;
            }
            if limits.skips(symbol) {
                continue;
            }
            if left == 0 {
                return text;
            }
            left -= 1;
            line(&mut text, address, symbol);
        }
    }
    text
}

fn line(text: &mut String, address: usize, symbol: &SymbolInfo) {
    let name = String::from_utf8_lossy(&symbol.name);
    // Writing into a string does not fail.
    let _ = match &symbol.source_location {
        Some(at) => writeln!(
            text,
            "{}:{}:{}: {address:#x} in {name}",
            String::from_utf8_lossy(&at.file_name),
            at.line,
            at.column
        ),
        None => writeln!(text, "???:?:?: {address:#x} in {name}"),
    };
}

impl DumpStackTraceOptions {
    fn skips(&self, symbol: &SymbolInfo) -> bool {
        let file = symbol.source_location.as_ref().map_or(&b""[..], |at| &at.file_name);
        let name = &symbol.name[..];
        let is_std = || {
            [&b"/library/std/"[..], b"/library/core/", b"/library/alloc/", b"lib/std/"]
                .iter()
                .any(|part| contains(file, part))
                || [&b"std::"[..], b"core::", b"alloc::"].iter().any(|part| name.starts_with(part))
        };
        (self.skip_stdlib && is_std())
            || self.skip_file_patterns.iter().any(|pattern| contains(file, pattern))
            || self.skip_function_patterns.iter().any(|pattern| contains(name, pattern))
    }
}

/// Whether a pattern is part of the text; an empty one is part of nothing.
fn contains(text: &[u8], pattern: &[u8]) -> bool {
    !pattern.is_empty() && text.windows(pattern.len()).any(|window| window == pattern)
}
