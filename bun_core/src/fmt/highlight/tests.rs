//! Tokens, one at a time and inside each other.

use alloc::string::ToString;

use super::{HighlighterOptions, fmt_javascript};

/// Shows code with the sequences as tags.
fn tagged(code: &str, redacts: bool) -> String {
    let opts = HighlighterOptions {
        enable_colors: true,
        check_for_unhighlighted_write: false,
        redact_sensitive_information: redacts,
    };
    let tags = [
        ("\x1b[0m", "<r>"),
        ("\x1b[1m", "<b>"),
        ("\x1b[2m", "<d>"),
        ("\x1b[3m", "<i>"),
        ("\x1b[31m", "<red>"),
        ("\x1b[32m", "<green>"),
        ("\x1b[33m", "<yellow>"),
        ("\x1b[34m", "<blue>"),
        ("\x1b[35m", "<magenta>"),
    ];
    let shown = fmt_javascript(code.as_bytes(), opts).to_string();
    tags.iter().fold(shown, |shown, (code, tag)| shown.replace(code, tag))
}

#[test]
fn tokens_have_colours() {
    let cases = [
        ("a b", "a b"),
        ("delete a", "<r><red>delete<r> a"),
        ("new A(1)", "<r><magenta>new<r> <r><b>A<r>(<r><yellow>1<r>)"),
        ("new A", "<r><magenta>new<r> A"),
        ("type A", "<r><blue>type<r> <r><b><blue>A<r>"),
        ("import {a} from 'b'", "<r><magenta>import<r> {a} <r><magenta>from<r> <r><green>'b'<r>"),
        ("a.b.c(d)", "a.b<r><i><b>.c<r>(d)"),
        ("a.#b()", "a<r><i><b>.#b<r>()"),
        ("0xfgh 1.5e3;", "<r><yellow>0xf<r>gh <r><yellow>1.5e3<r><r><d>;<r>"),
        ("'a\\'b' c", "<r><green>'a\\'b'<r> c"),
        ("\"open", "<r><green>\"open<r>"),
        ("a // b\nc", "a <r><d>// b<r>c"),
        ("/* a */ b", "<r><d>/* a */<r> b"),
        ("/* a", "/* a"),
        ("a < b", "a <r><<r> b"),
        ("été", "été"),
    ];
    for (code, shown) in cases {
        assert_eq!(tagged(code, false), shown);
    }
}

#[test]
fn templates_have_code_inside() {
    let cases = [
        ("`a${b}c`", "<r><green>`a<r>${b}<r><green>c`<r>"),
        ("`${1}`", "<r><green>`<r>${<r><yellow>1<r>}<r><green>`<r>"),
        ("`${a", "<r><green>`<r>${a<r><green><r>"),
        ("`${\\", "<r><green>`<r>${\\<r><green><r>"),
        ("`a\\`${", "<r><green>`a\\`<r>${<r><green><r>"),
    ];
    for (code, shown) in cases {
        assert_eq!(tagged(code, false), shown);
    }
    // Beyond the limit of depth everything is still there.
    let deep = "`${".repeat(1000);
    let shown = tagged(&deep, false).replace("<r>", "").replace("<green>", "");
    assert_eq!(shown, deep);
}

#[test]
fn secrets_become_asterisks() {
    let uuid = "01234567-89ab-cdef-0123-456789abcdef";
    let stars = "*".repeat(36);
    let cases = [
        ("token = \"abc\"".to_string(), "token = <r><green>\"***\"<r>".to_string()),
        ("token: 12 x\ny".into(), "token: <r><yellow>***<r>\ny".into()),
        ("_auth = [a]\nb".into(), "_auth = ***\nb".into()),
        ("email".into(), "email".into()),
        ("token =".into(), "token =".into()),
        ("\"https://u:pw@h\"".into(), "<r><green>\"https://u:**@h\"<r>".into()),
        (format!("'{uuid}'"), format!("<r><green>'{stars}'<r>")),
        (uuid.to_string(), "<r><yellow>***<r>".into()),
        ("// token=abc".into(), "<r><d>// token=***<r>".into()),
    ];
    for (code, shown) in cases {
        assert_eq!(tagged(&code, true), shown);
    }
}

#[test]
fn text_that_gets_no_colours_is_shown_as_it_is() {
    let colors = HighlighterOptions { enable_colors: true, ..Default::default() };
    let long = "1 ".repeat(2000);
    for text in ["", "é 1", &long] {
        assert_eq!(fmt_javascript(text.as_bytes(), colors).to_string(), text);
    }
    let plain = HighlighterOptions { redact_sensitive_information: true, ..Default::default() };
    assert_eq!(fmt_javascript(b"token=abc", plain).to_string(), "token=***");
}
