//! [`bytes_eql`]: comparing short byte strings without a call.
//!
//! Keys of maps are short. Up to 32 bytes, two loads from each side, the second of which may
//! overlap the first, cover the whole string; a call of `memcmp` takes as long as the rest of a
//! lookup.

/// Returns whether two byte strings are equal.
#[inline]
pub(crate) fn bytes_eql(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        0 => true,
        1..4 => {
            // The first, the middle and the last byte are all there are.
            let (middle, last) = (a.len() / 2, a.len() - 1);
            a[0] == b[0] && a[middle] == b[middle] && a[last] == b[last]
        }
        4..8 => ends_eql::<4>(a, b),
        8..16 => ends_eql::<8>(a, b),
        16..=32 => ends_eql::<16>(a, b),
        _ => a == b,
    }
}

/// Returns whether the first and the last `N` bytes are equal.
#[inline]
fn ends_eql<const N: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<N>() == b.first_chunk::<N>() && a.last_chunk::<N>() == b.last_chunk::<N>()
}

#[cfg(test)]
mod tests {
    use super::bytes_eql;

    #[test]
    fn every_length_and_every_single_difference() {
        let len_max = if cfg!(miri) { 40 } else { 100 };
        for len in 0..=len_max {
            let a: Vec<u8> = (0..len).collect();
            let mut b = a.clone();
            assert!(bytes_eql(&a, &b), "{len}");
            for at in 0..usize::from(len) {
                b[at] ^= 0x40;
                assert!(!bytes_eql(&a, &b), "{len} {at}");
                b[at] ^= 0x40;
            }
            b.push(0);
            assert!(!bytes_eql(&a, &b), "{len}");
        }
    }
}
