//! The splitter against the table of its documentation, and against a state machine.
//!
//! Not under Miri: the splitter is safe code, and these strategies take Miri a minute.

#![cfg(not(miri))]

use proptest::prelude::*;

use super::append_options_env;

fn split(env: &[u8]) -> Vec<Vec<u8>> {
    let mut args = vec![b"bun".to_vec(), b"last".to_vec()];
    append_options_env(env, &mut args);
    assert_eq!(args.remove(0), b"bun");
    assert_eq!(args.pop().as_deref(), Some(&b"last"[..]));
    args
}

fn split_text(env: &str) -> Vec<String> {
    split(env.as_bytes()).into_iter().map(|arg| String::from_utf8(arg).unwrap()).collect()
}

#[test]
fn options_keep_their_quotes() {
    assert_eq!(split_text("--smol  --hot\t"), ["--smol", "--hot"]);
    assert_eq!(split_text("--print='1 + 1' --x"), ["--print='1 + 1'", "--x"]);
    assert_eq!(split_text("--print '1 + 1' --x"), ["--print '1 + 1'", "--x"]);
    assert_eq!(split_text("--a=\"b c\"d"), ["--a=\"b c\"", "d"]);
    assert_eq!(split_text("--a='b"), ["--a='b"]);
    assert_eq!(split_text("--a= b"), ["--a=", "b"]);
    assert_eq!(split_text("--a=b\\ c"), ["--a=b\\", "c"]);
    assert_eq!(split_text("--config file"), ["--config", "file"]);
    assert_eq!(split_text("-- --"), ["--", "--"]);
    assert_eq!(split_text("--"), ["--"]);
}

#[test]
fn words_lose_their_quotes() {
    assert_eq!(split_text("a 'b c' \"d e\" f\\ g"), ["a", "b c", "d e", "f g"]);
    assert_eq!(split_text("'' \"\""), ["", ""]);
    assert_eq!(split_text("a'b'\"c\""), ["abc"]);
    assert_eq!(split_text(r"'a\'b' \\"), ["a'b", "\\"]);
    assert_eq!(split_text("'\"' \"'\""), ["\"", "'"]);
    assert_eq!(split_text("'open end"), ["open end"]);
    assert_eq!(split_text("end\\"), ["end"]);
    assert_eq!(split_text("-e --x"), ["-e", "--x"]);
    assert!(split(b"").is_empty() && split(b" \t\n\x0b\x0c\r ").is_empty());
}

#[test]
fn arguments_go_behind_the_first() {
    let mut none = Vec::<Box<[u8]>>::new();
    append_options_env(b"a b", &mut none);
    assert_eq!(none, [Box::from(&b"a"[..]), Box::from(&b"b"[..])]);
    let mut one = vec![b"bun".to_vec()];
    append_options_env(b"a", &mut one);
    assert_eq!(one, [&b"bun"[..], b"a"]);
}

/// The same as a state machine over indices.
fn split_naively(env: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let is_space = |at: usize| env.get(at).is_some_and(|byte| b" \t\n\x0b\x0c\r".contains(byte));
    let mut at = 0;
    while at < env.len() {
        if is_space(at) {
            at += 1;
            continue;
        }
        let start = at;
        if env[at..].starts_with(b"--") {
            while at < env.len() && !is_space(at) && env[at] != b'=' {
                at += 1;
            }
            let name_end = at;
            let has_equals = env.get(at) == Some(&b'=');
            at += usize::from(has_equals);
            while !has_equals && is_space(at) {
                at += 1;
            }
            if let Some(&quote @ (b'\'' | b'"')) = env.get(at) {
                at += 1;
                while at < env.len() && env[at] != quote {
                    at += 1;
                }
                at = (at + 1).min(env.len());
            } else if has_equals {
                while at < env.len() && !is_space(at) {
                    at += 1;
                }
            } else {
                at = name_end;
            }
            found.push(env[start..at].to_vec());
            continue;
        }
        let (mut word, mut quote, mut is_escaped) = (Vec::new(), 0, false);
        while at < env.len() {
            let byte = env[at];
            if is_escaped {
                word.push(byte);
                is_escaped = false;
            } else if byte == b'\\' {
                is_escaped = true;
            } else if quote != 0 {
                if byte == quote { quote = 0 } else { word.push(byte) }
            } else if byte == b'\'' || byte == b'"' {
                quote = byte;
            } else if is_space(at) {
                break;
            } else {
                word.push(byte);
            }
            at += 1;
        }
        found.push(word);
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(miri) { 2 } else { 1024 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn splits_as_the_state_machine(env in "([ \t\n\x0b]|--|-|=|'|\"|\\\\|[a-c]){0,24}") {
        prop_assert_eq!(split(env.as_bytes()), split_naively(env.as_bytes()), "{:?}", env);
    }

    #[test]
    fn splits_any_bytes(env: Vec<u8>) {
        prop_assert_eq!(split(&env), split_naively(&env));
    }

    #[test]
    fn quoted_words_come_back(words: Vec<Vec<u8>>) {
        let mut env = Vec::new();
        for word in &words {
            env.push(b'"');
            for &byte in word {
                if byte == b'"' || byte == b'\\' {
                    env.push(b'\\');
                }
                env.push(byte);
            }
            env.extend_from_slice(b"\" ");
        }
        prop_assert_eq!(split(&env), words);
    }
}
