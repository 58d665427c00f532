//! Random bytes that cannot be guessed.

use crate::global::fatal;

/// Fills `bytes` with random bytes from the system, fit for keys and tokens.
///
/// One system call for each 256 bytes or so: for numbers that only have to differ, see
/// [`fast_random`](crate::fast_random). Ends the process when the system has no randomness, which
/// happens only where `/dev/urandom` and the system call are both missing: there is no safe answer.
///
/// Zig: `bun.csprng`.
///
/// # Examples
///
/// ```
/// let mut token = [0; 16];
/// bun_core::csprng(&mut token);
/// assert_ne!(token, [0; 16]);
/// ```
pub fn csprng(bytes: &mut [u8]) {
    if let Err(error) = getrandom::fill(bytes) {
        fatal(format_args!("bun_core: the system gives no random bytes: {error}"));
    }
}

#[cfg(test)]
mod tests {
    use super::csprng;

    #[test]
    fn fills_all_of_it() {
        csprng(&mut []);
        let mut bytes = [0; 4096];
        csprng(&mut bytes);
        // Each half is zero throughout with probability 2^-16384.
        assert!(bytes[..2048].iter().any(|&byte| byte != 0));
        assert!(bytes[2048..].iter().any(|&byte| byte != 0));
    }
}
