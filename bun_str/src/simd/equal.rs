//! Equality of short byte strings, without the call that the comparison of slices makes.

/// Returns whether both have the same bytes.
///
/// A text of known length, such as a literal, leaves one comparison of all this.
#[inline]
pub(crate) fn eq(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        0..4 => a.iter().zip(b).fold(0, |all, (a, b)| all | (a ^ b)) == 0,
        4..8 => ends_equal(a, b, u32::from_ne_bytes),
        8..16 => ends_equal(a, b, u64::from_ne_bytes),
        16..=32 => difference(a, b) == 0,
        33..=64 => {
            let heads = difference(&a[..32], &b[..32]);
            let tails = difference(&a[a.len() - 32..], &b[b.len() - 32..]);
            heads | tails == 0
        }
        _ => a == b,
    }
}

/// Returns zero if texts of 16 to 32 bytes are equal.
#[inline(always)]
fn difference(a: &[u8], b: &[u8]) -> u128 {
    let ends = |text: &[u8]| {
        let (Some(head), Some(tail)) = (text.first_chunk(), text.last_chunk()) else {
            unreachable!("there are sixteen bytes")
        };
        (u128::from_ne_bytes(*head), u128::from_ne_bytes(*tail))
    };
    let ((head_a, tail_a), (head_b, tail_b)) = (ends(a), ends(b));
    (head_a ^ head_b) | (tail_a ^ tail_b)
}

/// Returns whether the first `N` bytes are equal and so are the last, for texts of `N` to `2 * N`.
#[inline(always)]
fn ends_equal<const N: usize, W: PartialEq>(a: &[u8], b: &[u8], word: fn([u8; N]) -> W) -> bool {
    let ends = |text: &[u8]| Some((word(*text.first_chunk()?), word(*text.last_chunk()?)));
    ends(a) == ends(b)
}
