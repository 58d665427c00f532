//! Making an identifier of any text.

use alloc::boxed::Box;
use alloc::vec::Vec;

use bun_alloc::AllocError;

use crate::identifier::{is_identifier_continue, is_identifier_start};
use crate::string::convert::utf8_scalars;

/// Words that only strict mode reserves, and that module code therefore cannot declare.
const STRICT_MODE_RESERVED: [&[u8]; 9] = [
    b"implements",
    b"interface",
    b"let",
    b"package",
    b"private",
    b"protected",
    b"public",
    b"static",
    b"yield",
];

pub(super) fn ensure_valid(text: &[u8]) -> Result<Box<[u8]>, AllocError> {
    let mut out = Vec::new();
    let Some(first) = utf8_scalars(text).next() else {
        return finish(out, b"_");
    };
    let starts = is_identifier_start(first as u32);
    // The first character may lie beyond ASCII; the rest of what is kept may not.
    let kept = if starts { kept_len(text, first.len_utf8()) } else { 0 };
    if starts && kept == text.len() {
        if STRICT_MODE_RESERVED.contains(&text) {
            out.try_reserve_exact(text.len() + 1)?;
            out.push(b'_');
        }
        return finish(out, text);
    }
    out.try_reserve(text.len() + 2)?;
    if starts {
        out.extend_from_slice(&text[..kept]);
    } else {
        out.push(b'_');
    }
    let mut in_gap = false;
    for &byte in &text[kept..] {
        let fits = is_ascii_continue(byte);
        if fits {
            out.push(byte);
        } else if !in_gap {
            out.push(b'_');
        }
        in_gap = !fits;
    }
    finish(out, b"")
}

/// How much of `text`, whose first character is `first_len` bytes long, is an identifier.
fn kept_len(text: &[u8], first_len: usize) -> usize {
    let rest = text.get(first_len..).unwrap_or_default();
    let valid = rest.iter().take_while(|byte| is_ascii_continue(**byte)).count();
    first_len.min(text.len()) + valid
}

fn is_ascii_continue(byte: u8) -> bool {
    byte.is_ascii() && is_identifier_continue(u32::from(byte))
}

fn finish(mut out: Vec<u8>, rest: &[u8]) -> Result<Box<[u8]>, AllocError> {
    out.try_reserve_exact(rest.len())?;
    out.extend_from_slice(rest);
    Ok(out.into_boxed_slice())
}
