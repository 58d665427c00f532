//! The assertions in the forms in which ported code writes them.

#[repr(C)]
struct Pair<'a> {
    tag: u8,
    value: &'a u32,
}
crate::assert_ffi_layout!(Pair<'_>, 2 * size_of::<usize>(), align_of::<usize>());
crate::assert_ffi_layout!(
    Pair<'_>, 2 * size_of::<usize>(), align_of::<usize>();
    tag @ 0, value @ size_of::<usize>(),
);

#[derive(Copy, Clone)]
#[repr(i8)]
enum Tag {
    Invalid = -1,
    Some = 3,
}
crate::assert_ffi_discr!(Tag, i8; Invalid = -1, Some = 3,);

#[test]
fn what_was_asserted_is_so() {
    let value = 7;
    let pair = Pair { tag: Tag::Some as u8, value: &value };
    assert_eq!((pair.tag, *pair.value), (3, 7));
    assert_eq!(Tag::Invalid as i8, -1);
}

extern "C" fn first() -> u32 {
    1
}
extern "C" fn second(x: u32) -> u32 {
    x
}

#[test]
fn functions_are_kept_and_not_called() {
    crate::keep_symbols!(first, second);
    assert_eq!(second(first()), 1);
}
