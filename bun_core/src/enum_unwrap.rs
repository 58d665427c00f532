//! `enum_unwrap!`: methods that take a variant for granted.

/// Writes methods that return what one variant of an enum holds, in the `impl` of the enum.
///
/// `fn get / get_mut -> T` borrows, `into fn into_t -> T` moves out. They panic on every other
/// variant, at the caller's line.
///
/// Zig: `value.field` of a tagged union, which is checked in safe builds only.
///
/// # Examples
///
/// ```
/// struct File { size: u64 }
///
/// enum Data {
///     File(File),
///     Bytes(Vec<u8>),
/// }
///
/// impl Data {
///     bun_core::enum_unwrap!(pub Data, File => fn as_file / as_file_mut -> File);
///     bun_core::enum_unwrap!(Data, Bytes => into fn into_bytes -> Vec<u8>);
/// }
///
/// let mut data = Data::File(File { size: 3 });
/// data.as_file_mut().size += 1;
/// assert_eq!(data.as_file().size, 4);
/// assert_eq!(Data::Bytes(vec![1]).into_bytes(), [1]);
/// ```
///
/// ```should_panic
/// # enum Data { File(u8), Bytes(u8) }
/// # impl Data {
/// #     bun_core::enum_unwrap!(pub Data, File => fn as_file / as_file_mut -> u8);
/// # }
/// // "Data::as_file: the value is not a File"
/// Data::Bytes(1).as_file();
/// ```
#[macro_export]
macro_rules! enum_unwrap {
    ($vis:vis $Enum:ident, $Variant:ident => fn $get:ident / $get_mut:ident -> $Out:ty) => {
        #[doc = ::core::concat!("What `", stringify!($Variant), "` holds; panics on any other.")]
        #[inline]
        #[track_caller]
        $vis fn $get(&self) -> &$Out {
            let Self::$Variant(value) = self else {
                $crate::enum_unwrap!(@wrong $Enum, $Variant, $get)
            };
            value
        }

        #[doc = ::core::concat!("What `", stringify!($Variant), "` holds; panics on any other.")]
        #[inline]
        #[track_caller]
        $vis fn $get_mut(&mut self) -> &mut $Out {
            let Self::$Variant(value) = self else {
                $crate::enum_unwrap!(@wrong $Enum, $Variant, $get_mut)
            };
            value
        }
    };
    ($vis:vis $Enum:ident, $Variant:ident => into fn $into:ident -> $Out:ty) => {
        #[doc = ::core::concat!("What `", stringify!($Variant), "` holds; panics on any other.")]
        #[inline]
        #[track_caller]
        $vis fn $into(self) -> $Out {
            let Self::$Variant(value) = self else {
                $crate::enum_unwrap!(@wrong $Enum, $Variant, $into)
            };
            value
        }
    };
    (@wrong $Enum:ident, $Variant:ident, $method:ident) => {
        ::core::panic!(::core::concat!(
            ::core::stringify!($Enum), "::", ::core::stringify!($method),
            ": the value is not a ", ::core::stringify!($Variant)
        ))
    };
}
