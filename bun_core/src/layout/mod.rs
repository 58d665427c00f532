//! Assertions at compile time about what C sees, and symbols that the linker must keep.

#[cfg(test)]
mod tests;

/// Asserts size, alignment and the offset of fields: `assert_ffi_layout!(T, 16, 8; a @ 0, b @ 8);`.
///
/// Checked when compiling. Name every field that C reads: size and alignment alone do not see two
/// fields that changed places.
///
/// # Examples
///
/// ```
/// #[repr(C)]
/// struct Pair {
///     tag: u8,
///     value: u32,
/// }
/// bun_core::assert_ffi_layout!(Pair, 8, 4; tag @ 0, value @ 4);
/// bun_core::assert_ffi_layout!(Pair, 2 * size_of::<u32>(), 4);
/// ```
///
/// ```compile_fail,E0080
/// #[repr(C)]
/// struct Swapped {
///     value: u32,
///     tag: u32,
/// }
/// bun_core::assert_ffi_layout!(Swapped, 8, 4; tag @ 0, value @ 4);
/// ```
#[macro_export]
macro_rules! assert_ffi_layout {
    ($Type:ty, $size:expr, $align:expr $(; $($field:ident @ $offset:expr),* $(,)? )? $(;)?) => {
        const _: () = {
            ::core::assert!(
                ::core::mem::size_of::<$Type>() == $size,
                ::core::concat!("size of ", ::core::stringify!($Type)),
            );
            ::core::assert!(
                ::core::mem::align_of::<$Type>() == $align,
                ::core::concat!("alignment of ", ::core::stringify!($Type)),
            );
            $($(
                ::core::assert!(
                    ::core::mem::offset_of!($Type, $field) == $offset,
                    ::core::concat!("offset of ", ::core::stringify!($field)),
                );
            )*)?
        };
    };
}

/// Asserts the width and the numbers of an enum: `assert_ffi_discr!(Tag, u8; Bun = 0, Node = 1);`.
///
/// Checked when compiling.
///
/// # Examples
///
/// ```
/// #[repr(i32)]
/// enum Tag {
///     Invalid = -1,
///     Blob = 1,
/// }
/// bun_core::assert_ffi_discr!(Tag, i32; Invalid = -1, Blob = 1);
/// # let _ = [Tag::Invalid, Tag::Blob];
/// ```
///
/// ```compile_fail,E0080
/// #[repr(u8)]
/// enum Target {
///     Node = 1,
/// }
/// bun_core::assert_ffi_discr!(Target, u8; Node = 2);
/// ```
#[macro_export]
macro_rules! assert_ffi_discr {
    ($Enum:ty, $Repr:ty; $($Variant:ident = $value:expr),+ $(,)?) => {
        const _: () = {
            ::core::assert!(
                ::core::mem::size_of::<$Enum>() == ::core::mem::size_of::<$Repr>(),
                ::core::concat!("width of ", ::core::stringify!($Enum)),
            );
            $(
                ::core::assert!(
                    <$Enum>::$Variant as $Repr == $value,
                    ::core::concat!("number of ", ::core::stringify!($Variant)),
                );
            )+
        };
    };
}

/// Keeps functions that only C calls from being left out of the program.
///
/// For `#[no_mangle]` functions of a library that is linked into the program: call the function in
/// which this stands, once, from code that is linked for sure.
///
/// # Examples
///
/// ```
/// #[unsafe(no_mangle)]
/// extern "C" fn bun_example_callback(x: u32) -> u32 {
///     x
/// }
///
/// fn fix_dead_code_elimination() {
///     bun_core::keep_symbols!(bun_example_callback);
/// }
/// fix_dead_code_elimination();
/// # assert_eq!(bun_example_callback(1), 1);
/// ```
#[macro_export]
macro_rules! keep_symbols {
    ($($function:path),+ $(,)?) => {{
        $( ::core::hint::black_box($function as *const ()); )+
    }};
}
