//! `BSSStringList`.

use core::fmt;
use std::sync::Barrier;

use alloc::format;
use alloc::vec::Vec;
use proptest::prelude::*;

use super::{cases, config, index};
use crate::bss::BSSStringList;
use crate::testing::each_failure;
use crate::{AllocError, bss_string_list};

/// Sixteen numbers in the first block, a buffer of 96 bytes, overflow blocks of four.
type Small = BSSStringList<8, 5>;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn keeps_strings_where_zig_does(
        texts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..12), 0..cases(120)),
        lower in any::<bool>(),
    ) {
        let list = Small::new();
        let mut used = 0;
        let mut stored = Vec::new();
        for (position, text) in texts.iter().enumerate() {
            let fits = used + text.len() + 1 < 96 - 1;
            let copy = match position % 3 {
                _ if lower => list.append_lower_case(text),
                0 => list.append(text),
                1 => list.append(text.as_slice()),
                _ => {
                    let (head, tail) = text.split_at(text.len() / 2);
                    list.append(&[head, tail])
                }
            };
            let copy = copy.unwrap();
            used += if fits { text.len() + 1 } else { 0 };
            prop_assert_eq!(list.used(), used);
            prop_assert_eq!(list.exists(copy), fits);
            prop_assert_eq!(list.is_overflowing(), position >= 15);
            stored.push(copy);
        }
        prop_assert_eq!(list.len(), texts.len());
        for (position, (text, copy)) in texts.iter().zip(stored).enumerate() {
            let expected = if lower { text.to_ascii_lowercase() } else { text.clone() };
            prop_assert_eq!(copy, &expected[..]);
            let found = list.at_index(index(position, 16)).unwrap();
            prop_assert_eq!(found.as_ptr_range(), copy.as_ptr_range());
            // The terminator is behind it, in what the list holds.
            let with_nul = list.at_index_with_nul(index(position, 16)).unwrap();
            prop_assert_eq!(with_nul.split_last(), Some((&0, copy)));
        }
        prop_assert_eq!(list.at_index(index(texts.len(), 16)), None);
    }
}

#[test]
fn mutable_strings_are_filled_by_the_caller() {
    let mut list = Small::new();
    list.get_mutable(3).unwrap().copy_from_slice(b"abc");
    list.append_mutable(b"XYZ").unwrap()[1] = b'-';
    let long = [b'q'; 200];
    list.append_mutable(&long).unwrap()[0] = b'!';
    assert_eq!(list.get_mutable(0).unwrap(), b"");
    let text = list.append_with(2, |bytes| bytes.copy_from_slice(b"hi")).unwrap();
    assert_eq!(text, b"hi");
    assert_eq!(list.at_index(index(0, 16)), Some(&b"abc"[..]));
    assert_eq!(list.at_index(index(1, 16)), Some(&b"X-Z"[..]));
    assert_eq!(list.at_index(index(2, 16)).map(|text| (text[0], text.len())), Some((b'!', 200)));
    list.at_index_mut(index(2, 16)).unwrap()[1] = b'?';
    assert_eq!(list.at_index(index(2, 16)).map(|text| text[1]), Some(b'?'));
    assert_eq!(list.at_index_mut(index(9, 16)), None);
}

/// Prints "a" the first time and twelve bytes from then on, and fails if told to.
struct Shifty<'a>(&'a core::cell::Cell<u32>, Option<u32>);

impl fmt::Display for Shifty<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let round = self.0.replace(self.0.get() + 1);
        if self.1 == Some(round) {
            return Err(fmt::Error);
        }
        f.write_str(if round == 0 { "a" } else { "long and long" })
    }
}

#[test]
fn prints_what_formatting_counted() {
    let list = Small::new();
    assert_eq!(list.print(format_args!("{}-{:03}", "x", 7)), Ok(&b"x-007"[..]));
    assert_eq!(list.print(format_args!("")), Ok(&b""[..]));
    assert_eq!(list.used(), 7);

    let round = core::cell::Cell::new(0);
    assert_eq!(list.print(format_args!("{}{}", Shifty(&round, None), 1)), Ok(&b"lo"[..]));
    round.set(0);
    assert_eq!(list.print(format_args!("{}", Shifty(&round, Some(0)))), Err(AllocError));
    round.set(0);
    assert_eq!(list.print(format_args!("{}", Shifty(&round, Some(1)))), Ok(&b"\0"[..]));
    assert_eq!(list.len(), 4);
}

/// Formatting may use the list it is printed to, and panic.
#[test]
fn runs_user_code_without_the_lock() {
    struct Reenter<'a>(&'a Small);
    impl fmt::Display for Reenter<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.append(b"inner").map_err(|AllocError| fmt::Error)?;
            f.write_str("outer")
        }
    }
    let list = Small::new();
    assert_eq!(list.print(format_args!("{}", Reenter(&list))), Ok(&b"outer"[..]));
    assert_eq!(list.len(), 3);

    let used = list.used();
    let fill = || list.append_with(3, |_| panic!("while filling"));
    assert!(std::panic::catch_unwind(core::panic::AssertUnwindSafe(fill)).is_err());
    assert_eq!((list.len(), list.used()), (3, used));
    assert_eq!(list.append(b"after"), Ok(&b"after"[..]));
}

#[test]
fn a_failed_append_changes_nothing() {
    for (filled, text) in [(0, &b"abc"[..]), (3, b"abc"), (3, &[b'x'; 100]), (16, b"a"), (20, b"a")]
    {
        each_failure(
            || {
                let list = Small::new();
                for number in 0..filled {
                    list.append(&[b'0' + number]).unwrap();
                }
                list
            },
            |list| list.append(text).map(<[u8]>::len),
            |list, result, has_failed| {
                assert_eq!(result.is_err(), has_failed);
                let appended = usize::from(!has_failed);
                assert_eq!(list.len(), usize::from(filled) + appended);
                let inline = if text.len() < 50 { (text.len() + 1) * appended } else { 0 };
                assert_eq!(list.used(), usize::from(filled) * 2 + inline);
                assert_eq!(list.append(b"next"), Ok(&b"next"[..]));
            },
        );
    }
    assert_eq!(Small::new().append_with(usize::MAX, |_| ()), Err(AllocError));
    assert_eq!(Small::new().append_with(usize::MAX - 1, |_| ()), Err(AllocError));
}

#[test]
fn knows_its_own_buffer() {
    let list = Small::new();
    assert!(!list.exists(b"") && list.is_empty());
    let text = list.append(b"own").unwrap();
    let other = Small::new();
    assert_eq!(other.append(text), Ok(&b"own"[..]));
    assert!(list.exists(text) && list.exists(&text[1..2]) && !other.exists(text));
    assert!(!list.exists(b"own"));
}

#[test]
fn threads_append_and_read() {
    bss_string_list! { shared : 16, 8 }

    const COUNT: usize = if cfg!(miri) { 20 } else { 2000 };
    let barrier = Barrier::new(3);
    std::thread::scope(|scope| {
        for thread in 0..3 {
            let barrier = &barrier;
            scope.spawn(move || {
                barrier.wait();
                let mut mine = Vec::new();
                for number in 0..COUNT {
                    let text = shared().print(format_args!("{thread}:{number}")).unwrap();
                    mine.push((number, text));
                    if let Some(any) = shared().at_index(index(number, 32)) {
                        assert!(any.contains(&b':'), "{any:?}");
                    }
                }
                for (number, text) in mine {
                    assert_eq!(text, format!("{thread}:{number}").as_bytes());
                }
            });
        }
    });
    assert_eq!(shared().len(), 3 * COUNT);
}
