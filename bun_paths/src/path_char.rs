//! The two units that paths are made of.

/// A unit of a path: `u8`, or `u16` for the wide calls of Windows.
///
/// Sealed, because a buffer relies on copies of a unit being initialised.
pub trait PathChar: Copy + Eq + sealed::Sealed + 'static {
    /// The terminator.
    const NUL: Self;
}

impl PathChar for u8 {
    const NUL: Self = 0;
}

impl PathChar for u16 {
    const NUL: Self = 0;
}

mod sealed {
    /// Keeps implementations in this file.
    pub trait Sealed {}

    impl Sealed for u8 {}

    impl Sealed for u16 {}
}
