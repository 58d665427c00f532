//! Every form of an arm, and the tag that is compared in release builds.
#![expect(unsafe_code, reason = "promises that the tag tells the arm")]

use alloc::string::String;
use core::mem::ManuallyDrop;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

#[derive(Copy, Clone)]
#[repr(u8)]
enum Tag {
    Number,
    Text,
    Flag,
    Pair,
}

#[repr(C)]
union Value {
    number: u64,
    text: ManuallyDrop<String>,
    flag: bool,
    pair: (u8, u8),
}

#[repr(C)]
struct Tagged {
    tag: Tag,
    value: Value,
}

#[expect(unreachable_pub, reason = "the accessors are for other crates")]
impl Tagged {
    crate::extern_union_accessors! {
        unsafe tag: tag as Tag, value: value;
        Number => number: u64;
        Flag => flag: bool, mut flag_mut;
        Pair => as_pair @ pair: (u8, u8);
        Text => as_text @ text: String, mut as_text_mut;
    }
}

#[test]
fn an_arm_is_reached_by_its_tag_only() {
    let number = Tagged { tag: Tag::Number, value: Value { number: 2 } };
    assert_eq!(*number.number(), 2);
    // A two is no `bool`: the wrong arm must not even be looked at.
    assert!(catch_unwind(|| *number.flag()).is_err());
    assert!(catch_unwind(|| *number.as_pair()).is_err());
    let mut flag = Tagged { tag: Tag::Flag, value: Value { flag: true } };
    *flag.flag_mut() = false;
    assert!(!*flag.flag());
    assert!(catch_unwind(AssertUnwindSafe(|| flag.as_text_mut().len())).is_err());
    let pair = Tagged { tag: Tag::Pair, value: Value { pair: (1, 2) } };
    assert_eq!(*pair.as_pair(), (1, 2));
}

#[test]
fn an_arm_that_is_dropped_by_hand_reads_as_its_content() {
    let text = ManuallyDrop::new(String::from("a"));
    let mut tagged = Tagged { tag: Tag::Text, value: Value { text } };
    tagged.as_text_mut().push('b');
    assert_eq!(tagged.as_text(), "ab");
    // SAFETY: the tag is `Text`, and the union is not used again.
    unsafe { core::ptr::drop_in_place(tagged.as_text_mut()) };
}
