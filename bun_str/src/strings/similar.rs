//! The closest of several names.

/// Names that are less alike than this are no suggestion.
const THRESHOLD: f64 = 0.7;
/// Names whose lengths differ by more are not compared.
const LENGTH_DIFFERENCE_MAX: usize = 3;
/// Longer names are not compared.
const LENGTH_MAX: usize = 256;

/// Returns the index of the string that is most like `needle`, if any is like it.
///
/// An equal one wins; otherwise the highest Jaro-Winkler similarity above 0.7, the first of equals.
/// O(length²) for each candidate, none of which is longer than 256 bytes.
///
/// Zig: `bun.didYouMean`.
///
/// # Examples
///
/// ```
/// use bun_str::strings::did_you_mean;
///
/// let commands: [&[u8]; 3] = [b"install", b"build", b"test"];
/// assert_eq!(did_you_mean(&commands, b"isntall"), Some(0));
/// assert_eq!(did_you_mean(&commands, b"upgrade"), None);
/// ```
#[must_use]
pub fn did_you_mean(haystack: &[&[u8]], needle: &[u8]) -> Option<usize> {
    if needle.is_empty() {
        return None;
    }
    if let Some(same) = haystack.iter().position(|hay| *hay == needle) {
        return Some(same);
    }
    let mut best = (THRESHOLD, None);
    for (index, hay) in haystack.iter().enumerate() {
        let is_near = hay.len().abs_diff(needle.len()) <= LENGTH_DIFFERENCE_MAX;
        let similarity = if is_near { jaro_winkler(hay, needle) } else { 0.0 };
        // The threshold itself is near enough, once.
        if similarity > best.0 || (best.1.is_none() && similarity >= best.0) {
            best = (similarity, Some(index));
        }
    }
    best.1
}

/// From 0, nothing in common, to 1, equal.
fn jaro_winkler(a: &[u8], b: &[u8]) -> f64 {
    if a.is_empty() || b.is_empty() || a.len().max(b.len()) > LENGTH_MAX {
        return 0.0;
    }
    let reach = a.len().max(b.len()) / 2;
    let mut b_taken = [false; LENGTH_MAX];
    // The bytes of `a` that found a partner, in order.
    let mut matched = [0; LENGTH_MAX];
    let mut matches = 0;
    for (at, byte) in a.iter().enumerate() {
        let partners = at.saturating_sub(reach)..b.len().min(at + reach + 1);
        let partner = partners.into_iter().find(|&at| !b_taken[at] && b[at] == *byte);
        if let Some(partner) = partner {
            b_taken[partner] = true;
            matched[matches] = *byte;
            matches += 1;
        }
    }
    if matches == 0 {
        return 0.0;
    }
    let partners = b.iter().zip(&b_taken).filter(|(_, taken)| **taken).map(|(byte, _)| byte);
    let out_of_order = matched.iter().zip(partners).filter(|(a, b)| a != b).count();
    let m = matches as f64;
    let jaro =
        (m / a.len() as f64 + m / b.len() as f64 + (m - out_of_order as f64 / 2.0) / m) / 3.0;
    let prefix = a.iter().zip(b).take(4).take_while(|(a, b)| a == b).count();
    jaro + prefix as f64 * 0.1 * (1.0 - jaro)
}
