//! Which scopes are visible, and where their lines go.

use alloc::vec::Vec;

use super::file::name;
use super::{Inside, Lowercase, Visibility, is_visible};

#[test]
fn switches_come_in_their_order() {
    // Variables, arguments, whether a hidden scope `Parser` is visible, whether a visible one is.
    let cases: &[(&str, &str, bool, bool)] = &[
        ("", "", false, true),
        ("", "--debug-parser", true, true),
        ("", "--DEBUG-Parser", true, true),
        ("", "--debug-all", true, true),
        ("", "--debug-parsers --debug", false, true),
        ("BUN_DEBUG_QUIET_LOGS=1", "--debug-all", false, false),
        ("BUN_DEBUG_QUIET_LOGS=0", "--debug-all", false, true),
        ("BUN_DEBUG_ALL=1 BUN_DEBUG_QUIET_LOGS=1", "", true, true),
        ("BUN_DEBUG_ALL=false", "--debug-all", false, false),
        ("BUN_DEBUG_ALL=0 BUN_DEBUG_Parser=1", "", true, true),
        ("BUN_DEBUG_ALL=1 bun_debug_PARSER=0", "", false, false),
        ("BUN_DEBUG_Parser=", "", true, true),
        ("BUN_DEBUG_Parser=false", "", true, true),
    ];
    for &(variables, arguments, hidden, visible) in cases {
        let value = |wanted: &str| {
            let mut pairs = variables.split(' ').filter_map(|pair| pair.split_once('='));
            let found = pairs.find(|(known, _)| known.eq_ignore_ascii_case(wanted));
            found.map(|(_, value)| Vec::from(value))
        };
        let switch = |name: &str| value(name).map(|value| value != b"0" && value != b"false");
        for (default, expected) in [(Visibility::Hidden, hidden), (Visibility::Visible, visible)] {
            let arguments = arguments.split(' ').map(str::as_bytes);
            assert_eq!(
                is_visible("Parser", default, value, switch, arguments),
                expected,
                "{variables} {default:?}"
            );
        }
    }
    assert_eq!(Visibility::visible_if(true), Visibility::Visible);
    assert_eq!(Visibility::visible_if(false), Visibility::Hidden);
}

#[test]
fn names_of_files() {
    assert_eq!(name(b"", 7), None);
    assert_eq!(name(b"0", 7), None);
    assert_eq!(name(b"false", 7), None);
    assert_eq!(name(b"{pid}/a{pid}.{pid", 42).as_deref(), Some(&b"42/a42.{pid"[..]));
    assert_eq!(name(b"a\xff", 1).as_deref(), Some(&b"a\xff"[..]));
}

#[test]
fn a_thread_is_inside_one_log_at_most() {
    let outer = Inside::enter();
    assert!(outer.is_some());
    assert!(Inside::enter().is_none());
    drop(outer);
    super::disable_scoped_debug_writer();
    assert!(Inside::enter().is_none());
    super::enable_scoped_debug_writer();
    super::enable_scoped_debug_writer();
    assert!(Inside::enter().is_some(), "one too many does no harm");
}

#[test]
fn tags_are_in_lower_case() {
    assert_eq!(Lowercase("EventLoop").to_string(), "eventloop");
}
