//! The tag language: `<b>`, `<red>`, `<r>`, …

/// What becomes of the tags.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(crate) enum Style {
    /// ANSI escape sequences.
    Ansi,
    /// Nothing.
    Plain,
}

const RESET: &str = "\x1b[0m";

const TAGS: [(&str, &str); 14] = [
    ("b", "\x1b[1m"),
    ("d", "\x1b[2m"),
    ("i", "\x1b[3m"),
    ("u", "\x1b[4m"),
    ("black", "\x1b[30m"),
    ("red", "\x1b[31m"),
    ("green", "\x1b[32m"),
    ("yellow", "\x1b[33m"),
    ("blue", "\x1b[34m"),
    ("magenta", "\x1b[35m"),
    ("cyan", "\x1b[36m"),
    ("white", "\x1b[37m"),
    ("bgred", "\x1b[41m"),
    ("bggreen", "\x1b[42m"),
];

/// Translates the tags of a format template.
///
/// - `<x>` is the sequence of `x`; `<r>` and every `</x>` reset.
/// - `\<` and `\>` are the character; a backslash before anything else stays, one at the end goes.
/// - `{…}` is copied to its `}`, so that `<` inside a format specification is an alignment.
/// - `>` on its own vanishes.
///
/// Fails on an unknown tag with a message for the author of the template.
pub(crate) fn translate(template: &str, style: Style) -> Result<String, String> {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(next) = rest.chars().next() {
        rest = &rest[next.len_utf8()..];
        match next {
            '\\' => match rest.chars().next() {
                Some(escaped) => {
                    if !matches!(escaped, '<' | '>') {
                        text.push('\\');
                    }
                    text.push(escaped);
                    rest = &rest[escaped.len_utf8()..];
                }
                None => break,
            },
            '{' => {
                let body = rest.find('}').unwrap_or(rest.len());
                text.push('{');
                text.push_str(&rest[..body]);
                rest = &rest[body..];
            }
            '<' => {
                let (tag, after) = rest.split_once('>').unwrap_or((rest, ""));
                let sequence = sequence(tag)?;
                if style == Style::Ansi {
                    text.push_str(sequence);
                }
                rest = after;
            }
            '>' => {}
            _ => text.push(next),
        }
    }
    Ok(text)
}

fn sequence(tag: &str) -> Result<&'static str, String> {
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let known = TAGS.iter().find(|(known, _)| *known == name).map(|(_, sequence)| *sequence);
    match known {
        Some(sequence) if name.len() == tag.len() => Ok(sequence),
        Some(_) => Ok(RESET),
        None if name == "r" => Ok(RESET),
        None => {
            let names: Vec<&str> = TAGS.iter().map(|(name, _)| *name).collect();
            let names = names.join(", ");
            Err(format!("unknown tag <{tag}>: write \\\\< for a plain <, or one of r, {names}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Style, TAGS, translate};

    #[test]
    fn translates_as_documented() {
        let cases: &[(&str, &str, &str)] = &[
            ("<red>a<r>", "\x1b[31ma\x1b[0m", "a"),
            ("<b>a</b>", "\x1b[1ma\x1b[0m", "a"),
            ("</r>", "\x1b[0m", ""),
            ("<bgred>x<bggreen>", "\x1b[41mx\x1b[42m", "x"),
            ("{:<5}|{x:>3}<d>", "{:<5}|{x:>3}\x1b[2m", "{:<5}|{x:>3}"),
            ("{{<b>}}", "{{<b>}}", "{{<b>}}"),
            ("\\<b\\>", "<b>", "<b>"),
            ("\\n\\\\<b>", "\\n\\\\\x1b[1m", "\\n\\\\"),
            ("end\\", "end", "end"),
            ("a > b", "a  b", "a  b"),
            ("é<u>é", "é\x1b[4mé", "éé"),
            ("<b", "\x1b[1m", ""),
            ("{open", "{open", "{open"),
        ];
        for &(template, ansi, plain) in cases {
            assert_eq!(translate(template, Style::Ansi).as_deref(), Ok(ansi), "{template}");
            assert_eq!(translate(template, Style::Plain).as_deref(), Ok(plain), "{template}");
        }
    }

    #[test]
    fn unknown_tags_are_named() {
        for template in ["<nope>", "a <> b", "</>", "<Red>", "< b>", "a < b"] {
            assert!(translate(template, Style::Plain).is_err(), "{template}");
        }
    }

    proptest! {
        #[test]
        fn without_its_sequences_a_coloured_text_is_the_plain_one(
            pieces in prop::collection::vec(piece(), 0..12),
        ) {
            let template = pieces.concat();
            let mut ansi = translate(&template, Style::Ansi).unwrap();
            for (_, sequence) in TAGS {
                ansi = ansi.replace(sequence, "");
            }
            ansi = ansi.replace(super::RESET, "");
            prop_assert_eq!(ansi, translate(&template, Style::Plain).unwrap());
        }

        #[test]
        fn any_template_is_translated_or_refused_alike(template: String) {
            let ansi = translate(&template, Style::Ansi);
            prop_assert_eq!(ansi.is_ok(), translate(&template, Style::Plain).is_ok());
        }
    }

    fn piece() -> impl Strategy<Value = String> {
        let tag = prop::sample::select(&TAGS[..]).prop_map(|(name, _)| name);
        prop_oneof![
            tag.clone().prop_map(|name| format!("<{name}>")),
            tag.prop_map(|name| format!("</{name}>")),
            "[a-z é>]{0,5}",
            r"\\[<>a]",
            r"\{[a-z:<>]{0,4}\}",
            Just("<r>".to_owned()),
        ]
    }
}
