//! Widths and wrapping.

use alloc::string::String;
use alloc::vec::Vec;

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use unicode_width::UnicodeWidthChar;

use super::{broken, config, lossy_utf16};
use crate::strings::visible::width;
use crate::strings::{
    ANSIIterator, EmojiWidth, WrapOptions, is_amgiguous_codepoint_type, is_emoji,
    is_full_width_codepoint_type, is_zero_width_codepoint_type, visible_codepoint_width,
    visible_codepoint_width_maybe_emoji, visible_codepoint_width_type, wrap_ansi,
};

fn utf16(text: &str) -> usize {
    let units: Vec<u16> = text.encode_utf16().collect();
    width::utf16(&units, false)
}

fn plain(text: &str) -> usize {
    let units: Vec<u16> = text.encode_utf16().collect();
    width::exclude_ansi_colors::utf16(&units, false)
}

#[test]
fn wide_characters_are_wide_elsewhere() {
    let step = if cfg!(miri) { 0x1fff } else { 1 };
    for c in (0xa0..=0x10_ffff).step_by(step).filter_map(char::from_u32) {
        let code_point = u32::from(c);
        if is_zero_width_codepoint_type(code_point) || c.width().is_none_or(|width| width == 0) {
            continue;
        }
        let (here, there) = (is_full_width_codepoint_type(code_point), c.width() == Some(2));
        // The other table may be of a later version, which has assigned more of the high planes,
        // and it has one letter twice as wide that Unicode discourages.
        let is_later = there && (code_point >= 0x1_8000 || code_point == 0x17a4);
        assert!(here == there || is_later, "{c:?}");
    }
}

#[test]
fn code_points() {
    let width = |c: char| visible_codepoint_width(u32::from(c), false);
    assert_eq!(['\0', '\x7f', '\u{ad}', '\u{300}', '\u{200b}', '\u{feff}'].map(width), [0; 6]);
    assert_eq!(['\u{93c}', '\u{93d}', '\u{ceb}', '\u{e32}', '\u{e34}'].map(width), [0, 1, 1, 1, 0]);
    assert_eq!(['a', 'é', '\u{a0}', '§', '漢', '\u{ff01}', '😀'].map(width), [1, 1, 1, 1, 2, 2, 2]);
    assert!([0xa7, 0xb7, 0x391, 0x2460, 0xe000].iter().all(|c| is_amgiguous_codepoint_type(*c)));
    assert!([0x61, 0x387, 0x4e00].iter().all(|c| !is_amgiguous_codepoint_type(*c)));
    assert_eq!(visible_codepoint_width_type(0xa7, true), 2);
    assert!(is_emoji(0x23) && is_emoji(0x2603) && !is_emoji(0x61) && !is_emoji(u32::MAX));
    assert_eq!(visible_codepoint_width_maybe_emoji(0x2603, EmojiWidth::Wide, false), 2);
    assert_eq!(visible_codepoint_width_maybe_emoji(0x2603, EmojiWidth::Text, false), 1);
    assert_eq!(visible_codepoint_width(u32::MAX, true), 1);
}

#[test]
fn clusters() {
    assert_eq!([utf16("🇩🇪"), utf16("🇩"), utf16("1\u{fe0f}\u{20e3}")], [2, 1, 2]);
    assert_eq!([utf16("👍🏽"), utf16("👩\u{200d}👩\u{200d}👧")], [2, 2]);
    assert_eq!([utf16("❤\u{fe0f}"), utf16("❤\u{fe0e}"), utf16("❤")], [2, 1, 1]);
    assert_eq!([utf16("1\u{fe0f}"), utf16("é\u{fe0f}"), utf16("漢\u{fe0e}")], [1, 2, 2]);
    assert_eq!([utf16("e\u{301}"), utf16("\u{301}"), utf16("")], [1, 0, 0]);
    assert_eq!(width::utf16(&[0xd83d, 0x61, 0xde00, 0xd83d], false), 1);
    assert_eq!([width::utf16(&[0xa7], false), width::utf16(&[0xa7], true)], [1, 2]);
    assert_eq!(width::utf8("👩\u{200d}👧".as_bytes()), 4);
    assert_eq!(width::utf8(b"\xffa\xe2\x82"), 3);
}

#[test]
fn escape_sequences_take_no_room() {
    let cases: [(&str, usize); 10] = [
        ("\x1b[31mred\x1b[0m", 3),
        ("\x1b[31", 0),
        ("a\x1b[", 1),
        ("a\x1b", 1),
        ("\x1b]8;;url\x07link\x1b]8;;\x07", 4),
        ("\x1b]0;title\x1b\\b", 1),
        ("\x1b]0;a\x1bb\x07c", 1),
        ("\x1b]0;never ends", 0),
        ("\x1bMx", 2),
        ("\x1b\x1b[1mx", 1),
    ];
    for (text, expected) in cases {
        assert_eq!(width::exclude_ansi_colors::latin1(text.as_bytes()), expected, "{text:?}");
        assert_eq!(width::exclude_ansi_colors::utf8(text.as_bytes()), expected, "{text:?}");
        assert_eq!(plain(text), expected, "{text:?}");
    }
    assert_eq!(width::exclude_ansi_colors::utf8("\x1b]0;ü\x07a".as_bytes()), 1);
    assert_eq!(width::exclude_ansi_colors::utf8("\x1b[ü".as_bytes()), 1);
    assert_eq!([plain("\x1b[üa"), plain("e\x1b[1m\u{301}")], [1, 1]);
    assert_eq!(width::latin1(b"\x1b[m\x9f\xad\xe9"), 3);
}

#[test]
fn runs_between_escape_sequences() {
    let runs = |text: &'static [u8]| ANSIIterator::init(text).collect::<Vec<_>>();
    assert_eq!(runs(b""), Vec::<&[u8]>::new());
    assert_eq!(runs(b"plain"), [b"plain"]);
    assert_eq!(runs(b"\x1b[1m\x1b[0m"), Vec::<&[u8]>::new());
    assert_eq!(runs(b"a\x1bPq;\x1b\\b\x1b(Bc\x1b=d\x1b"), [b"a", b"b", b"c", b"d"]);
    assert_eq!(runs(b"a\x1b_lost"), [b"a"]);
}

#[test]
fn wrapping() {
    let wrap = |text: &str, columns, options| {
        String::from_utf8(wrap_ansi(text.as_bytes(), columns, options)).unwrap()
    };
    let soft = WrapOptions::default();
    let hard = WrapOptions { hard: true, ..soft };
    let anywhere = WrapOptions { word_wrap: false, ..soft };
    let untrimmed = WrapOptions { trim: false, ..soft };
    assert_eq!(wrap("hello world", 0, soft), "hello world");
    assert_eq!(wrap("a\r\nb", 5, soft), "a\nb");
    assert_eq!(wrap("unbreakable words", 4, soft), "unbreakable\nwords");
    assert_eq!(wrap("unbreakable words", 4, hard), "unbr\neaka\nble\nword\ns");
    assert_eq!(wrap("ab cdef", 4, anywhere), "ab c\ndef");
    assert_eq!(wrap("  a  ", 5, soft), "a");
    assert_eq!(wrap("  a", 5, untrimmed), "  a");
    assert_eq!(wrap(" \t ", 5, soft), "");
    assert_eq!(wrap("漢字漢字", 4, hard), "漢字\n漢字");
    assert_eq!(wrap("\x1b[1mab cd\x1b[22m", 2, soft), "\x1b[1mab\x1b[22m\n\x1b[1mcd\x1b[22m");
    let link = "\x1b]8;;u\x07ab cd\x1b]8;;\x07";
    assert_eq!(wrap(link, 2, soft), "\x1b]8;;u\x07ab\x1b]8;;\x07\n\x1b]8;;u\x07cd\x1b]8;;\x07");
    assert_eq!(wrap("ab \x1b[0m", 9, soft), "ab\x1b[0m");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_prefix_is_as_wide_as_asked(text in broken(), max in 0..40_usize) {
        let index = width::exclude_ansi_colors::utf8_index_at_width(&text, max);
        let prefix = &text[..index];
        prop_assert!(width::exclude_ansi_colors::utf8(prefix) <= max);
        let whole = width::exclude_ansi_colors::utf8(&text);
        prop_assert_eq!(index == text.len(), whole <= max);
    }

    #[test]
    fn wrapping_loses_nothing_but_spaces(
        text in broken(), columns in 1..20_usize, hard in any::<bool>(),
    ) {
        // Trimming removes what takes no room, too.
        let options = WrapOptions { hard, trim: false, ..WrapOptions::default() };
        let wrapped = wrap_ansi(&text, columns, options);
        let is_kept = |byte: &&u8| !matches!(**byte, b' ' | b'\n' | b'\r' | b'\t');
        if !text.contains(&0x1b) {
            let kept: Vec<&u8> = wrapped.iter().filter(is_kept).collect();
            let given: Vec<&u8> = text.iter().filter(is_kept).collect();
            prop_assert_eq!(kept, given);
        }
    }

    #[test]
    fn text_without_clusters_is_the_sum(text in "[a-z§漢é\u{1b}]{0,20}") {
        let units = lossy_utf16(text.as_bytes());
        prop_assert_eq!(width::utf16(&units, false), width::utf8(text.as_bytes()));
    }
}
