//! The version of the program in all the ways in which it is written.

#![expect(non_upper_case_globals, reason = "the names of the original, which ported code uses")]

use crate::env;
use crate::env::first;

/// Joins texts at compile time.
macro_rules! join {
    ($($part:expr),+ $(,)?) => {{
        const PARTS: &[&str] = &[$($part),+];
        const BYTES: [u8; length(PARTS)] = bytes(PARTS);
        match str::from_utf8(&BYTES) {
            Ok(text) => text,
            Err(_) => panic!("texts joined are text"),
        }
    }};
}

/// `1.2.3`, with `-debug` behind it in debug builds: `Bun.version`.
pub const package_json_version: &str =
    join!(env::VERSION_STRING, if env::IS_DEBUG { "-debug" } else { "" });

/// [`package_json_version`] and a newline: what `--version` prints.
pub const package_json_version_nl: &str = join!(package_json_version, "\n");

/// `1.2.3-canary.4` for a canary, else [`package_json_version`].
pub const package_json_version_with_canary: &str = join!(env::VERSION_STRING, SUFFIX);

/// `1.2.3-canary.4 (0123abcd)`: the version with eight characters of the commit, if it is known.
///
/// Debug builds say only the number and the commit.
pub const package_json_version_with_sha: &str = if env::GIT_SHA.is_empty() {
    package_json_version
} else {
    join!(
        env::VERSION_STRING,
        if env::IS_DEBUG { "" } else { SUFFIX },
        " (",
        first(env::GIT_SHA, 8),
        ")",
    )
};

/// `1.2.3-canary.4+0123abcde`: the version with nine characters of the commit, if it is known.
pub const package_json_version_with_revision: &str = if env::GIT_SHA.is_empty() {
    package_json_version
} else {
    join!(env::VERSION_STRING, SUFFIX, "+", env::GIT_SHA_SHORT)
};

/// The system as in `process.platform`: on Android `android`, though [`env::OS`] is Linux there.
pub const os_name: &str = if env::IS_ANDROID { "android" } else { env::OS.name_string() };

/// The system as for people.
pub const os_display: &str = if env::IS_ANDROID { "Android" } else { env::OS.display_string() };

/// The instruction set as in `process.arch`: `x64`, `x86`, `arm64` or `unknown`.
pub const arch_name: &str = if env::IS_X64 {
    "x64"
} else if env::IS_X86 {
    "x86"
} else if env::IS_AARCH64 {
    "arm64"
} else {
    "unknown"
};

/// `Bun/1.2.3`: how the program introduces itself to servers.
pub const user_agent: &str = join!("Bun/", package_json_version);

/// `Bun v1.2.3 (Linux x64)`: the last line of an error that nobody handled.
pub const unhandled_error_bun_version_string: &str = join!(
    "Bun v",
    if env::IS_CANARY { package_json_version_with_revision } else { package_json_version },
    " (",
    os_display,
    " ",
    arch_name,
    if env::BASELINE { " baseline)" } else { ")" },
);

const SUFFIX: &str = if env::IS_DEBUG {
    "-debug"
} else if env::IS_CANARY {
    join!("-canary.", env::CANARY_REVISION)
} else {
    ""
};

const fn length(parts: &[&str]) -> usize {
    let (mut sum, mut index) = (0, 0);
    while index < parts.len() {
        sum += parts[index].len();
        index += 1;
    }
    sum
}

const fn bytes<const LENGTH: usize>(parts: &[&str]) -> [u8; LENGTH] {
    let mut joined = [0; LENGTH];
    let (mut at, mut index) = (0, 0);
    while index < parts.len() {
        let (start, part) = (at, parts[index].as_bytes());
        while at < start + part.len() {
            joined[at] = part[at - start];
            at += 1;
        }
        index += 1;
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::env;

    #[test]
    fn versions_are_made_of_the_parts() {
        let version = env::VERSION_STRING;
        let debug = if env::IS_DEBUG { "-debug" } else { "" };
        assert_eq!(package_json_version, format!("{version}{debug}"));
        assert_eq!(package_json_version_nl, format!("{version}{debug}\n"));
        assert_eq!(user_agent, format!("Bun/{version}{debug}"));
        let suffix = match env::CANARY_REVISION {
            _ if env::IS_DEBUG => "-debug".to_owned(),
            "" => String::new(),
            revision => format!("-canary.{revision}"),
        };
        assert_eq!(package_json_version_with_canary, format!("{version}{suffix}"));
        if let Some(sha) = env::GIT_SHA.get(..9) {
            let suffix = if env::IS_DEBUG { "" } else { &suffix };
            assert_eq!(package_json_version_with_sha, format!("{version}{suffix} ({})", &sha[..8]));
        } else if env::GIT_SHA.is_empty() {
            assert_eq!(package_json_version_with_sha, package_json_version);
            assert_eq!(package_json_version_with_revision, package_json_version);
        }
        let line = unhandled_error_bun_version_string;
        assert!(line.starts_with("Bun v") && line.ends_with(')'), "{line}");
        assert!(line.contains(&format!("({os_display} {arch_name}")), "{line}");
    }

    #[test]
    fn texts_are_joined() {
        assert_eq!(join!("a", "", "é", "c"), "aéc");
        assert_eq!(join!(""), "");
    }
}
