//! Every backend by name, so that tests and fuzzing can ask each of them the same question.

use alloc::vec::Vec;
use core::iter;

use super::ascii::AllAscii;
use super::case::{CopyLowercase, EqIgnoringCase};
use super::class::{AnyOf, Listed, NonAscii, Not, Unplain};
use super::count::Count;
use super::find::Find;
use super::set::{ByteSet, FullSet};
use super::substring::FindString;
use super::swar::Swar;
use super::vector::Kernel;
use super::wide::FirstNonAscii16;
#[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
use super::x86_64::{Avx2, Sse2, Ssse3};

/// An instruction set that this processor has.
///
/// # Examples
///
/// ```
/// use bun_str::simd::Backend;
///
/// let counts: Vec<usize> =
///     Backend::available().into_iter().map(|backend| backend.count(b'a', b"banana")).collect();
/// assert!(counts.iter().all(|&count| count == 3));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Backend(Kind);

#[derive(Clone, Copy, Debug)]
enum Kind {
    Swar(Swar),
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    Sse2(Sse2),
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    Ssse3(Ssse3),
    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    Avx2(Avx2),
    #[cfg(all(target_arch = "aarch64", target_endian = "little", not(bun_force_scalar)))]
    Neon(super::aarch64::Neon),
}

/// What to look for.
///
/// # Examples
///
/// ```
/// use bun_str::simd::{Backend, Scan};
///
/// for backend in Backend::available() {
///     assert_eq!(backend.find(Scan::Three(*b"xyz"), b"..z"), Some(2));
///     assert_eq!(backend.find(Scan::NonAscii, b"..z"), None);
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Scan<'a> {
    /// One byte.
    Byte(u8),
    /// One of three bytes.
    Three([u8; 3]),
    /// One of these bytes, by comparing.
    Listed(&'a [u8]),
    /// One of these bytes, by tables.
    Set(ByteSet),
    /// Any byte but this one.
    Not(u8),
    /// A byte from 0x80 up.
    NonAscii,
    /// A byte below 0x20 or from 0x80 up, or one of two others.
    Unplain([u8; 2]),
}

impl Backend {
    /// Returns every backend that this processor can run.
    #[must_use]
    pub fn available() -> Vec<Self> {
        iter::once(Self(Kind::Swar(Swar::new()))).chain(Self::vectors()).collect()
    }

    #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
    fn vectors() -> impl Iterator<Item = Self> {
        let sse2 = [Self(Kind::Sse2(Sse2::new()))];
        let ssse3 = Ssse3::detect().map(|simd| Self(Kind::Ssse3(simd)));
        let avx2 = Avx2::detect().map(|simd| Self(Kind::Avx2(simd)));
        sse2.into_iter().chain(ssse3).chain(avx2)
    }

    #[cfg(all(target_arch = "aarch64", target_endian = "little", not(bun_force_scalar)))]
    fn vectors() -> [Self; 1] {
        [Self(Kind::Neon(super::aarch64::Neon::new()))]
    }

    #[cfg(any(
        bun_force_scalar,
        not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_endian = "little")))
    ))]
    fn vectors() -> [Self; 0] {
        []
    }

    fn run<K: Kernel>(self, kernel: K) -> K::Output {
        match self.0 {
            Kind::Swar(simd) => kernel.run(simd),
            #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
            Kind::Sse2(simd) => kernel.run(simd),
            #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
            Kind::Ssse3(simd) => simd.run(kernel),
            #[cfg(all(target_arch = "x86_64", not(bun_force_scalar)))]
            Kind::Avx2(simd) => simd.run(kernel),
            #[cfg(all(target_arch = "aarch64", target_endian = "little", not(bun_force_scalar)))]
            Kind::Neon(simd) => kernel.run(simd),
        }
    }

    /// Returns the index of the first byte of `text` that `scan` looks for.
    #[must_use]
    pub fn find(self, scan: Scan<'_>, text: &[u8]) -> Option<usize> {
        match scan {
            Scan::Byte(byte) => self.run(Find { class: AnyOf([byte]), text }),
            Scan::Three(bytes) => self.run(Find { class: AnyOf(bytes), text }),
            Scan::Listed(bytes) => self.run(Find { class: Listed(bytes), text }),
            Scan::Set(set) => self.run(Find { class: FullSet(set), text }),
            Scan::Not(byte) => self.run(Find { class: Not(byte), text }),
            Scan::NonAscii => self.run(Find { class: NonAscii, text }),
            Scan::Unplain(others) => self.run(Find { class: Unplain::<0x20, 2>(others), text }),
        }
    }

    /// Returns the index of the first `needle`, of two or more bytes, in `text`.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::simd::Backend;
    ///
    /// for backend in Backend::available() {
    ///     assert_eq!(backend.find_string(b"nan", b"banana"), Some(2));
    /// }
    /// ```
    #[must_use]
    pub fn find_string(self, needle: &[u8], text: &[u8]) -> Option<usize> {
        self.run(FindString { text, needle })
    }

    /// Returns whether every byte of `text` is below 0x80.
    #[must_use]
    pub fn is_ascii(self, text: &[u8]) -> bool {
        self.run(AllAscii(text))
    }

    /// Returns how often `byte` occurs in `text`.
    #[must_use]
    pub fn count(self, byte: u8, text: &[u8]) -> usize {
        self.run(Count { byte, text })
    }

    /// Returns the index of the first unit of `text` that is not ASCII.
    #[must_use]
    pub fn first_non_ascii16(self, text: &[u16]) -> Option<usize> {
        self.run(FirstNonAscii16(text))
    }

    /// Returns whether the texts are equal but for the case of ASCII letters.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::simd::Backend;
    ///
    /// for backend in Backend::available() {
    ///     assert!(backend.eq_ignoring_case(b"Content-Type", b"content-type"));
    /// }
    /// ```
    #[must_use]
    pub fn eq_ignoring_case(self, a: &[u8], b: &[u8]) -> bool {
        a.len() == b.len() && self.run(EqIgnoringCase { a, b })
    }

    /// Writes `from` to `to` with its ASCII capitals as small letters.
    ///
    /// # Panics
    ///
    /// When the lengths differ.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_str::simd::Backend;
    ///
    /// for backend in Backend::available() {
    ///     let mut lower = [0; 4];
    ///     backend.copy_lowercase(b"Host", &mut lower);
    ///     assert_eq!(&lower, b"host");
    /// }
    /// ```
    pub fn copy_lowercase(self, from: &[u8], to: &mut [u8]) {
        assert_eq!(from.len(), to.len());
        self.run(CopyLowercase { from, to });
    }
}
