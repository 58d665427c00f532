//! Reads the repository's own sources for the tidy and layering rules.
//!
//! [`blank_comments_and_strings`] is a lexer, not a parser: enough to tell code from prose, so that
//! a rule about `unsafe` is not tripped by a sentence about it.

use std::fs;
use std::path::{Path, PathBuf};

/// One Rust file of the repository.
#[derive(Debug)]
pub struct SourceFile {
    /// Path relative to the repository root, with `/` separators.
    pub path: String,
    /// The file as it is.
    pub text: String,
    /// The file with comments and the contents of string literals replaced by spaces, line by line.
    pub code: String,
}

/// Returns the repository root.
///
/// # Panics
///
/// When the tests crate has no parent directory.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent").to_path_buf()
}

/// Reads every `.rs` file of the workspace, sorted by path; build output is left out.
///
/// # Panics
///
/// When a file cannot be read.
pub fn rust_files() -> Vec<SourceFile> {
    files_with_extension(&["rs"])
        .into_iter()
        .map(|(path, text)| {
            let code = blank_comments_and_strings(&text);
            SourceFile { path, text, code }
        })
        .collect()
}

/// Reads every file of the workspace whose extension is in `extensions`, as (relative path, text).
///
/// # Panics
///
/// When a directory or file cannot be read, or a file is not UTF-8.
pub fn files_with_extension(extensions: &[&str]) -> Vec<(String, String)> {
    let root = root();
    let mut pending = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(dir) = pending.pop() {
        for entry in fs::read_dir(&dir).expect("readable directory") {
            let path = entry.expect("readable entry").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let hidden = name.starts_with('.') && name != ".ci";
            if path.is_dir() {
                if !hidden && !is_build_output(name) {
                    pending.push(path);
                }
            } else if has_extension(&path, extensions) {
                let relative = path.strip_prefix(&root).expect("below the root");
                let relative = relative.to_str().expect("UTF-8 path").replace('\\', "/");
                found.push((relative, fs::read_to_string(&path).expect("UTF-8 file")));
            }
        }
    }
    found.sort();
    found
}

fn is_build_output(directory: &str) -> bool {
    directory.starts_with("target") || matches!(directory, "corpus" | "artifacts" | "report")
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| extensions.contains(&extension))
}

/// Replaces comments and the contents of string and character literals by spaces; keeps newlines.
pub fn blank_comments_and_strings(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => line_end(bytes, at),
            b'/' if bytes[at..].starts_with(b"/*") => block_comment_end(bytes, at),
            b'"' => string_end(bytes, at),
            b'r' if !follows_identifier(bytes, at) => raw_string_end(bytes, at).unwrap_or(at),
            b'\'' => char_end(bytes, at).unwrap_or(at),
            _ => at,
        };
        if end == at {
            out.push(bytes[at]);
            at += 1;
        } else {
            out.extend(bytes[at..end].iter().map(|&b| if b == b'\n' { b } else { b' ' }));
            at = end;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn follows_identifier(bytes: &[u8], at: usize) -> bool {
    // `br"…"` is a raw string as well, so a single `b` before the `r` does not count.
    let before = |back: usize| at.checked_sub(back).map(|i| bytes[i]);
    let is_word = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_');
    if before(1) == Some(b'b') { is_word(before(2)) } else { is_word(before(1)) }
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |n| at + n)
}

fn block_comment_end(bytes: &[u8], at: usize) -> usize {
    let mut depth = 0;
    let mut i = at;
    while i < bytes.len() {
        if bytes[i..].starts_with(b"/*") {
            depth += 1;
            i += 2;
        } else if bytes[i..].starts_with(b"*/") {
            depth -= 1;
            i += 2;
            if depth == 0 {
                return i;
            }
        } else {
            i += 1;
        }
    }
    bytes.len()
}

fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut i = at + 1;
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => i += 2,
            b'"' => return i + 1,
            _ => i += 1,
        }
    }
    bytes.len()
}

fn raw_string_end(bytes: &[u8], at: usize) -> Option<usize> {
    let hashes = bytes[at + 1..].iter().take_while(|&&b| b == b'#').count();
    if bytes.get(at + 1 + hashes) != Some(&b'"') {
        return None;
    }
    let mut close = vec![b'"'];
    close.resize(1 + hashes, b'#');
    let body = at + 2 + hashes;
    let length = bytes[body..].windows(close.len()).position(|window| window == close)?;
    Some(body + length + close.len())
}

/// The end of a character literal, or `None` for a lifetime.
fn char_end(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at + 1) == Some(&b'\\') {
        let close = bytes[at + 3..].iter().position(|&b| b == b'\'')?;
        return Some(at + 4 + close);
    }
    // A character is one to four bytes of UTF-8.
    (2..=5).find(|&n| bytes.get(at + n) == Some(&b'\'')).map(|n| at + n + 1).filter(|&end| {
        str::from_utf8(&bytes[at + 1..end - 1]).is_ok_and(|inner| inner.chars().count() == 1)
    })
}

#[cfg(test)]
mod tests {
    use super::blank_comments_and_strings;

    #[test]
    fn blanks_prose_and_keeps_code() {
        let text =
            "let a = \"unsafe \\\" x\"; // unsafe\n/* un /* safe */ */ b'\\'' 'x 'y' r#\"q\"z\"# c";
        let code = blank_comments_and_strings(text);
        assert_eq!(code.len(), text.len());
        assert!(!code.contains("unsafe") && !code.contains('q') && !code.contains('z'));
        assert!(code.contains("let a =") && code.contains("'x ") && code.ends_with(" c"));
        assert!(!code.contains("'y'"));
        assert_eq!(code.lines().count(), text.lines().count());
    }
}
