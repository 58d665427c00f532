//! Half-precision floats, as bytes of `Float16Array` hold them, and C's `powf`.
//!
//! The language's `f16` is unstable; the crate `half` is large for the conversions alone.

#[cfg(test)]
mod tests;

/// The bits of an IEEE 754 half-precision float: one for the sign, five for the exponent, ten for
/// the fraction.
///
/// Compares and hashes as its bits do; for arithmetic, convert.
///
/// Zig: `f16`.
///
/// # Examples
///
/// ```
/// use bun_core::f16;
///
/// assert_eq!(f16::from_f64(1.5), f16(0x3e00));
/// assert_eq!(f16(0x3e00).to_f64(), 1.5);
/// assert_eq!(f16::from_f64(65520.0).to_f64(), f64::INFINITY);
/// ```
#[expect(non_camel_case_types, reason = "the name of the primitive type in Zig")]
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, bytemuck::Zeroable, bytemuck::Pod)]
#[repr(transparent)]
pub struct f16(pub u16);

/// 2^-24, the smallest number above zero, is the unit of the subnormal numbers.
const SUBNORMAL_UNIT: f64 = 1.0 / (1 << 24) as f64;

impl f16 {
    /// Returns the nearest half to `value`, of two equally near ones the even.
    ///
    /// What is too large becomes infinite, what is not a number stays so.
    ///
    /// # Examples
    ///
    /// ```
    /// use bun_core::f16;
    ///
    /// assert_eq!(f16::from_f64(1.0 / 3.0).to_f64(), 0.333251953125);
    /// assert_eq!(f16::from_f64(1e6).to_f64(), f64::INFINITY);
    /// ```
    #[must_use]
    pub fn from_f64(value: f64) -> Self {
        let bits = value.to_bits();
        let sign = (bits >> 48) as u16 & 0x8000;
        let exponent = (bits >> 52 & 0x7ff) as i32 - 1023;
        if value.is_nan() {
            // Quiet, with the upper bits of the payload.
            return Self(sign | 0x7e00 | (bits >> 42) as u16 & 0x1ff);
        }
        if exponent < -14 {
            // Exact: a multiplication by a power of two; the carry into the normal numbers is
            // right.
            let units = (value.abs() / SUBNORMAL_UNIT).round_ties_even() as u16;
            return Self(sign | units);
        }
        if exponent > 15 {
            return Self(sign | 0x7c00);
        }
        // A carry out of the fraction goes to the exponent, and from the largest to infinity.
        let normal = ((exponent + 15) as u64) << 10 | bits >> 42 & 0x3ff;
        let rest = bits & ((1 << 42) - 1);
        let half = 1 << 41;
        let up = rest > half || rest == half && normal & 1 == 1;
        Self(sign | (normal + u64::from(up)) as u16)
    }

    /// Returns the nearest half to `value`; see [`from_f64`](Self::from_f64).
    #[must_use]
    pub fn from_f32(value: f32) -> Self {
        Self::from_f64(f64::from(value))
    }

    /// Returns the number. Every half is a `f64`.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        let negative = self.0 & 0x8000 != 0;
        let exponent = u64::from(self.0 >> 10 & 0x1f);
        let fraction = u64::from(self.0 & 0x3ff);
        let magnitude = match exponent {
            0 => fraction as f64 * SUBNORMAL_UNIT,
            31 => f64::from_bits(0x7ff << 52 | fraction << 42),
            _ => f64::from_bits((exponent + 1008) << 52 | fraction << 42),
        };
        if negative { -magnitude } else { magnitude }
    }

    /// Returns the number. Every half is a `f32`.
    #[must_use]
    pub fn to_f32(self) -> f32 {
        self.to_f64() as f32
    }
}

impl From<f16> for f64 {
    fn from(half: f16) -> Self {
        half.to_f64()
    }
}

impl From<f16> for f32 {
    fn from(half: f16) -> Self {
        half.to_f32()
    }
}

/// Returns `x` to the power of `y`, as the C library does.
///
/// Zig: `bun.powf`.
///
/// # Examples
///
/// ```
/// assert_eq!(bun_core::powf(2.0, 3.0), 8.0);
/// ```
#[inline]
#[must_use]
pub fn powf(x: f32, y: f32) -> f32 {
    x.powf(y)
}
