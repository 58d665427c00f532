//! Splitting `BUN_OPTIONS` into arguments.

#[cfg(test)]
mod tests;

use alloc::boxed::Box;
use alloc::vec::Vec;

/// What [`append_options_env`] can make of an argument.
///
/// # Examples
///
/// ```
/// use bun_core::OptionsEnvArg;
///
/// struct Word(Vec<u8>);
///
/// impl OptionsEnvArg for Word {
///     fn from_bytes(bytes: Vec<u8>) -> Self {
///         Self(bytes)
///     }
/// }
///
/// let mut words = Vec::<Word>::new();
/// bun_core::append_options_env(b"one two", &mut words);
/// assert_eq!(words[1].0, b"two");
/// ```
pub trait OptionsEnvArg {
    /// Makes an argument.
    fn from_bytes(bytes: Vec<u8>) -> Self;
}

impl OptionsEnvArg for Vec<u8> {
    fn from_bytes(bytes: Vec<u8>) -> Self {
        bytes
    }
}

impl OptionsEnvArg for Box<[u8]> {
    fn from_bytes(bytes: Vec<u8>) -> Self {
        bytes.into_boxed_slice()
    }
}

/// Kept until the process ends.
impl OptionsEnvArg for &'static [u8] {
    fn from_bytes(bytes: Vec<u8>) -> Self {
        Box::leak(bytes.into_boxed_slice())
    }
}

/// Splits `env` into arguments and inserts them behind the first of `args`.
///
/// Arguments are separated by ASCII white space, vertical tabs included. What starts with `--` is
/// taken as it is written, with the quotes around its value, which may follow `=` or white space:
///
/// | written | taken |
/// |---|---|
/// | `--smol --hot` | `--smol`, `--hot` |
/// | `--define=a=b` | `--define=a=b` |
/// | `--print='1 + 1'` | `--print='1 + 1'` |
/// | `--print '1 + 1'` | `--print '1 + 1'`, one argument |
///
/// Everything else is read as by a shell: quotes of both kinds hold an argument together and go
/// away, and a backslash takes the next byte as it is, also inside quotes. A quote that is never
/// closed reaches to the end; a backslash at the end is dropped.
///
/// Zig: `bun.appendOptionsEnv`.
///
/// # Examples
///
/// ```
/// let mut args: Vec<Vec<u8>> = vec![b"bun".to_vec(), b"test".to_vec()];
/// bun_core::append_options_env(br#"--smol -e 'console.log("hi")' a\ b"#, &mut args);
/// assert_eq!(args, [&b"bun"[..], b"--smol", b"-e", b"console.log(\"hi\")", b"a b", b"test"]);
/// ```
#[doc(alias = "appendOptionsEnv")]
pub fn append_options_env<A: OptionsEnvArg>(env: &[u8], args: &mut Vec<A>) {
    let mut found = Vec::new();
    let mut rest = trim_start(env);
    while !rest.is_empty() {
        let (argument, behind) =
            if rest.starts_with(b"--") { take_option(rest) } else { take_word(rest) };
        found.push(A::from_bytes(argument));
        rest = trim_start(behind);
    }
    let at = args.len().min(1);
    args.splice(at..at, found);
}

/// Takes an option with its value from the start, as it is written.
fn take_option(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let name_len = find(text, |byte| byte == b'=' || is_whitespace(byte));
    let has_equals = text.get(name_len) == Some(&b'=');
    let behind = &text[name_len..];
    let value = if has_equals { &behind[1..] } else { trim_start(behind) };
    let value_start = text.len() - value.len();
    let end = match value {
        [quote @ (b'\'' | b'"'), quoted @ ..] => {
            // With the closing quote, if there is one.
            let closing = find(quoted, |byte| byte == *quote);
            (value_start + 1 + closing + 1).min(text.len())
        }
        _ if has_equals => value_start + find(value, is_whitespace),
        _ => name_len,
    };
    let (option, rest) = text.split_at(end);
    (option.to_vec(), rest)
}

/// Takes a word from the start, without its quotes and backslashes.
fn take_word(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut word = Vec::new();
    let mut open_quote = None;
    let mut bytes = text.iter();
    while let Some(&byte) = bytes.next() {
        match (byte, open_quote) {
            (b'\\', _) => word.extend(bytes.next()),
            (b'\'' | b'"', None) => open_quote = Some(byte),
            (_, Some(quote)) if byte == quote => open_quote = None,
            (_, None) if is_whitespace(byte) => break,
            _ => word.push(byte),
        }
    }
    (word, bytes.as_slice())
}

/// Returns whether a byte is white space as Zig has it: vertical tabs are.
fn is_whitespace(byte: u8) -> bool {
    byte == b'\x0b' || byte.is_ascii_whitespace()
}

fn trim_start(text: &[u8]) -> &[u8] {
    &text[find(text, |byte| !is_whitespace(byte))..]
}

/// Returns the offset of the first byte that fits, or the length.
fn find(bytes: &[u8], fits: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|&byte| fits(byte)).unwrap_or(bytes.len())
}
