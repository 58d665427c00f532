//! `impl_enum_from_raw!`: from a number to the variant with that number.
//!
//! Rejected: casting the bits after a range test, which is unsafe code at every use and wrong as
//! soon as the numbers have a gap; a `match` over all variants, which is a chain or a jump table.

/// Gives a fieldless enum a `const fn from_raw(number) -> Option<Self>`.
///
/// The variants are listed; a missing one does not compile. A lookup is one comparison and one load
/// from a constant table, which is as long as the largest number: at most 4096.
///
/// Zig: `std.meta.intToEnum`, and `@enumFromInt`, which takes any number for granted.
///
/// # Examples
///
/// ```
/// #[repr(u8)]
/// #[derive(Copy, Clone, Debug, PartialEq)]
/// enum Kind {
///     File = 1,
///     Directory = 2,
///     Socket = 9,
/// }
///
/// bun_core::impl_enum_from_raw!(Kind: u8 { File, Directory, Socket });
///
/// const KIND: Option<Kind> = Kind::from_raw(9);
/// assert_eq!(KIND, Some(Kind::Socket));
/// assert_eq!(Kind::from_raw(3), None);
/// assert_eq!(Kind::from_raw(255), None);
/// ```
///
/// ```compile_fail,E0004
/// #[repr(u8)]
/// #[derive(Copy, Clone)]
/// enum Kind { File, Directory }
///
/// bun_core::impl_enum_from_raw!(Kind: u8 { File });
/// ```
///
/// ```compile_fail,E0080
/// #[repr(i32)]
/// #[derive(Copy, Clone)]
/// enum Kind { File = -1 }
///
/// bun_core::impl_enum_from_raw!(Kind: i32 { File });
/// ```
#[macro_export]
macro_rules! impl_enum_from_raw {
    ($Enum:ident: $raw:ty { $($Variant:ident),+ $(,)? }) => {
        impl $Enum {
            /// Returns the variant with this number, if there is one.
            #[inline]
            #[must_use]
            pub const fn from_raw(raw: $raw) -> ::core::option::Option<Self> {
                const LENGTH: usize = {
                    let mut length = 0;
                    $(
                        let number = $Enum::$Variant as $raw as i128;
                        ::core::assert!(
                            0 <= number && number < 4096,
                            "from_raw is for numbers from 0 to 4095"
                        );
                        if length <= number as usize {
                            length = number as usize + 1;
                        }
                    )+
                    length
                };
                static VARIANTS: [::core::option::Option<$Enum>; LENGTH] = {
                    // A variant that is not listed makes this match incomplete.
                    const fn is_listed(variant: $Enum) -> bool {
                        match variant {
                            $($Enum::$Variant => true),+
                        }
                    }
                    let mut variants = [::core::option::Option::None; LENGTH];
                    $(
                        ::core::assert!(is_listed($Enum::$Variant));
                        variants[$Enum::$Variant as $raw as usize] =
                            ::core::option::Option::Some($Enum::$Variant);
                    )+
                    variants
                };
                // A negative number becomes one far beyond the table.
                if (raw as u128) < LENGTH as u128 {
                    VARIANTS[raw as usize]
                } else {
                    ::core::option::Option::None
                }
            }
        }
    };
}
