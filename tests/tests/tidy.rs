//! The countable rules of STYLE.md, applied to every Rust file of the repository.
//!
//! Each test collects every violation before it fails, so that one run shows the whole list.

extern crate alloc;

use alloc::collections::BTreeSet;
use bun_tests::source::{SourceFile, root, rust_files};
use std::fs;

const LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;
const COLUMNS_MAX: usize = 100;

/// Functions that may be longer, each with its reason. The list only shrinks.
const LONG_FUNCTIONS: &[(&str, &str, &str)] = &[];

/// The crates that ported code links against, and their derive macros.
const LIBRARIES: &[&str] = &[
    "bun_alloc/",
    "bun_collections/",
    "bun_core/",
    "bun_core/macros/",
    "bun_derive/",
    "bun_paths/",
    "bun_str/",
    "bun_sys/",
    "bun_threading/",
    "bun_wyhash/",
];

/// Library files that may ask which operating system they are compiled for.
const OS_FILES: &[&str] = &[
    "bun_alloc/src/bss/map_key.rs",
    "bun_alloc/src/page_size.rs",
    "bun_core/src/debug/memory.rs",
    "bun_core/src/dispatch/linked.rs",
    "bun_core/src/error/register_tag.rs",
    "bun_core/src/env/mod.rs",
    "bun_core/src/error/start_up.rs",
    "bun_core/src/global/raise.rs",
    "bun_core/src/ffi/mod.rs",
    "bun_core/src/fmt/os_path.rs",
    "bun_core/src/output/descriptor.rs",
    "bun_core/src/stack_check/bounds.rs",
    "bun_core/src/thread_id.rs",
    "bun_core/src/time/clock.rs",
    "bun_core/src/perf/mod.rs",
    "bun_core/src/process/system.rs",
    "bun_core/src/windows.rs",
    "bun_core/src/output/scope/file.rs",
    "bun_core/src/tty/mode.rs",
    "bun_paths/src/buffer/mod.rs",
    "bun_paths/src/literal.rs",
    "bun_paths/src/platform.rs",
    "bun_paths/src/resolve_path/posix_to_win.rs",
    "bun_sys/src/backend/mod.rs",
    "bun_sys/src/lib.rs",
    "bun_sys/src/windows/mod.rs",
    "bun_sys/src/windows/win32_error.rs",
    "bun_sys/src/c/mod.rs",
    "bun_sys/src/darwin/mod.rs",
    "bun_sys/src/elf/loaded_module.rs",
    "bun_sys/src/elf/mod.rs",
    "bun_sys/src/linux/mod.rs",
    "bun_sys/src/net/layout.rs",
    "bun_sys/src/posix/mod.rs",
    "bun_sys/src/posix/sysctl.rs",
    "bun_sys/src/posix/system.rs",
    "bun_sys/src/errno/darwin.rs",
    "bun_sys/src/errno/mod.rs",
    "bun_threading/src/fork.rs",
];

/// Library files that may use `core::arch` or `target_feature`.
const ARCH_FILES: &[&str] = &[
    "bun_collections/src/bit_set/simd.rs",
    "bun_collections/src/hash_map/group.rs",
    "bun_paths/src/resolve_path/block.rs",
    "bun_str/src/simd/aarch64.rs",
    "bun_str/src/simd/x86_64/avx2.rs",
    "bun_str/src/simd/x86_64/sse.rs",
    "bun_str/src/simd/transcode/avx512/count.rs",
    "bun_str/src/simd/transcode/avx512/decode.rs",
    "bun_str/src/simd/transcode/avx512/decode_whole.rs",
    "bun_str/src/simd/transcode/avx512/encode.rs",
    "bun_str/src/simd/transcode/avx512/mod.rs",
    "bun_str/src/simd/transcode/count.rs",
    "bun_str/src/simd/transcode/level.rs",
    "bun_str/src/simd/transcode/sse2.rs",
    "bun_str/src/simd/transcode/sse41.rs",
];

fn in_library(file: &SourceFile) -> bool {
    LIBRARIES
        .iter()
        .any(|library| file.path.strip_prefix(library).is_some_and(|rest| rest.starts_with("src/")))
}

fn is_test(file: &SourceFile) -> bool {
    file.path.contains("/tests/") || file.path.ends_with("/tests.rs")
}

fn report(rule: &str, violations: &[String]) {
    assert!(violations.is_empty(), "{rule}:\n  {}", violations.join("\n  "));
}

fn violations(mut check: impl FnMut(&SourceFile, &mut Vec<String>)) -> Vec<String> {
    let files = rust_files();
    assert!(files.len() > 50, "the walk over the sources found only {} files", files.len());
    let mut found = Vec::new();
    for file in &files {
        check(file, &mut found);
    }
    found
}

/// Lines of code that contain `needle`, numbered from one.
fn lines_with<'a>(file: &'a SourceFile, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    file.code.lines().enumerate().filter(move |(_, line)| line.contains(needle)).map(|(i, _)| i + 1)
}

#[test]
fn files_and_lines_are_short() {
    let found = violations(|file, found| {
        let lines = file.text.lines().count();
        if lines > LINES_MAX {
            found.push(format!("{}: {lines} lines, at most {LINES_MAX}", file.path));
        }
        for (index, line) in file.text.lines().enumerate() {
            // A row of a table in the documentation cannot be broken.
            let is_table = line.trim_start().starts_with("//! |") || line.contains("/// |");
            if line.chars().count() > COLUMNS_MAX && !is_table {
                found.push(format!("{}:{}: over {COLUMNS_MAX} columns", file.path, index + 1));
            }
        }
    });
    report("files and lines have a length at which they are read", &found);
}

#[test]
fn functions_are_short() {
    let found = violations(|file, found| {
        for (name, line, length) in functions(&file.code) {
            let excused = LONG_FUNCTIONS
                .iter()
                .any(|(path, function, _)| *path == file.path && *function == name);
            if length > FUNCTION_LINES_MAX && !excused {
                found.push(format!("{}:{line}: `{name}` has {length} lines", file.path));
            }
        }
    });
    report("a function fits on a screen", &found);
}

/// (name, first line, length) of each function; relies on rustfmt putting the closing brace in the
/// column in which the item starts.
fn functions(code: &str) -> Vec<(String, usize, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(at) = line.find("fn ") else { continue };
        let before = &line[..at];
        let is_item = before.split_whitespace().all(|word| {
            matches!(word, "pub" | "const" | "unsafe" | "extern" | "async")
                || word.starts_with("pub(")
        });
        if !is_item || before.trim_end().ends_with('"') {
            continue;
        }
        let name: String =
            line[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let indent = line.len() - line.trim_start().len();
        let close = format!("{}}}", " ".repeat(indent));
        if line.trim_end().ends_with(';') || line.trim_end().ends_with('}') {
            continue;
        }
        if let Some(length) = lines[start..].iter().position(|l| l.trim_end() == close) {
            found.push((name, start + 1, length + 1));
        }
    }
    found
}

#[test]
fn names_say_what_a_file_is_about() {
    let banned = ["util", "utils", "misc", "helpers", "helper", "common", "types", "lib2"];
    let found = violations(|file, found| {
        if file.path.split('/').any(|part| banned.contains(&part.trim_end_matches(".rs"))) {
            found.push(file.path.clone());
        }
        if file.path.chars().any(|c| c.is_ascii_uppercase()) {
            found.push(format!("{}: file names are snake_case", file.path));
        }
    });
    report("no file is a drawer for what has no name", &found);
}

#[test]
fn every_file_opens_with_its_purpose_and_is_declared() {
    let files = rust_files();
    let mut found = Vec::new();
    for file in &files {
        if !file.text.starts_with("//!") {
            found.push(format!("{}: does not start with `//!`", file.path));
        }
        if file.code.contains("#[path") {
            found.push(format!("{}: uses #[path]", file.path));
        }
        if !in_library(file) {
            continue;
        }
        let (directory, name) = file.path.rsplit_once('/').expect("library files have a folder");
        let stem = name.trim_end_matches(".rs");
        if matches!(stem, "lib" | "main") || directory.ends_with("/bin") {
            continue;
        }
        // `foo/mod.rs` is declared next to `foo`, `foo/bar.rs` in `foo/mod.rs` (or the crate root).
        let (module, parent) = if stem == "mod" {
            let (up, module) = directory.rsplit_once('/').expect("a folder below src");
            (module, up)
        } else {
            (stem, directory)
        };
        let declaration = format!("mod {module};");
        let declared = files
            .iter()
            .filter(|other| other.path.rsplit_once('/').is_some_and(|(at, _)| at == parent))
            .any(|other| other.code.contains(&declaration));
        if !declared {
            found.push(format!("{}: no sibling says `{declaration}`", file.path));
        }
    }
    report("every file has a head and a parent", &found);
}

#[test]
fn unsafe_stands_only_where_safety_md_argues_for_it() {
    let listed = safety_files();
    let mut used = BTreeSet::new();
    let mut found = violations(|file, found| {
        if !lines_with(file, "unsafe").any(|line| is_unsafe_code(file, line)) {
            return;
        }
        used.insert(file.path.clone());
        if !listed.contains(&file.path) {
            found.push(format!("{}: has unsafe code but no line in SAFETY.md", file.path));
        }
    });
    found
        .extend(listed.difference(&used).map(|path| format!("{path}: listed, has no unsafe code")));
    report("SAFETY.md lists the files with unsafe code", &found);
}

/// Whether the word on this line is code that needs an argument, not the name of a lint or a macro
/// token for the caller.
fn is_unsafe_code(file: &SourceFile, line: usize) -> bool {
    let line = file.code.lines().nth(line - 1).unwrap_or_default();
    line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == "unsafe")
        && !line.contains("clippy::")
}

/// The paths in the first column of SAFETY.md's tables.
fn safety_files() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("SAFETY.md")).expect("SAFETY.md");
    let paths: BTreeSet<String> = text
        .lines()
        .filter_map(|line| {
            line.strip_prefix("| `")?.split_once('`').map(|(path, _)| path.to_owned())
        })
        .filter(|path| path.ends_with(".rs"))
        .collect();
    assert!(!paths.is_empty(), "SAFETY.md lists no file");
    paths
}

/// Files that choose between `core` and `loom`. Models may name it, too.
const LOOM_FILES: &[&str] =
    &["bun_collections/src/ref_count/atomic.rs", "bun_threading/src/primitive.rs"];

#[test]
fn platforms_stay_in_their_files() {
    let found = violations(|file, found| {
        if !in_library(file) || is_test(file) {
            return;
        }
        let os = ["target_os", "target_vendor", "(windows)", "(unix)", "(unix,", "(windows,"];
        for line in os.iter().flat_map(|needle| lines_with(file, needle)) {
            if !OS_FILES.contains(&file.path.as_str()) {
                found.push(format!("{}:{line}: operating-system cfg", file.path));
            }
        }
        for needle in ["core::arch", "std::arch", "target_feature"] {
            for line in lines_with(file, needle) {
                if !ARCH_FILES.contains(&file.path.as_str()) {
                    found.push(format!("{}:{line}: `{needle}`", file.path));
                }
            }
        }
        let is_model = file.path.ends_with("/models.rs");
        if !LOOM_FILES.contains(&file.path.as_str()) && !is_model {
            found.extend(lines_with(file, "cfg(loom)").map(|l| format!("{}:{l}: loom", file.path)));
        }
    });
    report("platform differences live in the files that exist for them", &found);
}

/// Text that library code must not contain, and what to write instead.
const BANNED: &[(&str, &str)] = &[
    ("std::path", "bytes and bun_paths"),
    ("std::fs", "bun_sys"),
    ("std::net", "bun_sys"),
    ("std::process", "bun_core::Global::exit"),
    ("collections::HashMap", "bun_collections"),
    ("static mut", "an atomic, a lock or a OnceLock"),
    ("transmute", "a cast that keeps types and lifetimes, or a constructor"),
    ("as *const", "`&raw const` or `.cast()`"),
    ("as *mut", "`&raw mut` or `.cast()`"),
    ("todo!", "the code"),
    ("unimplemented!", "the code"),
    ("dbg!", "an assertion"),
    ("#[ignore", "a test that runs"),
    ("thread::sleep", "an event"),
    ("mem::zeroed", "a constructor"),
    ("unreachable_unchecked", "unreachable!"),
    ("assert_unchecked", "assert!"),
    ("&mut *from_field_ptr!", "the raw pointer, and `&raw mut` of one field"),
    ("&mut *crate::from_field_ptr!", "the raw pointer, and `&raw mut` of one field"),
];

/// Lines of code in which banned text is right, with the reason.
const BANNED_EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "bun_alloc/src/oom/mod.rs",
        "std::process",
        "aborting: the one end of a process without memory",
    ),
    ("bun_collections/src/ref_count/count.rs", "std::process", "a count that cannot be right"),
    ("bun_core/src/global/mod.rs", "std::process", "aborting"),
    ("bun_core/src/global/raise.rs", "std::process", "the one way out of the process"),
    ("bun_core/src/perf/mod.rs", "std::process", "the number of the process"),
    ("bun_core/src/process/spawn.rs", "std::process", "the one way to run a program"),
    ("bun_core/src/process/system.rs", "std::process", "executing the program again"),
    ("bun_core/src/embed/mod.rs", "std::fs", "an aid for developing, below bun_sys"),
    ("bun_core/src/layout/mod.rs", "as *const", "from a function, which `cast` does not do"),
    ("bun_core/src/global.rs", "std::process", "the one way out of the process"),
    ("bun_sys/src/mmap.rs", "static mut", "a reference of that type, as ported code has it"),
    ("bun_core/src/output/scope/file.rs", "std::fs", "below the crate that knows files"),
    ("bun_core/src/output/scope/file.rs", "std::process", "the number of the process, in a name"),
    ("bun_sys/src/backend/windows/library.rs", "as *mut", "from a function, as above"),
    ("bun_sys/src/windows/calls.rs", "as *mut", "from a function, as above"),
    ("bun_paths/src/buffer/writer.rs", "as *mut", "between slice types, which `cast` does not do"),
    ("bun_sys/src/env.rs", "collections::HashMap", "the type that ported code fills"),
    ("bun_str/src/string/external.rs", "static mut", "a lifetime, not an item"),
    ("bun_str/src/wstr/mod.rs", "as *mut", "between slice types, which `cast` does not do"),
    ("bun_str/src/zstr/mod.rs", "as *mut", "between slice types, which `cast` does not do"),
];

#[test]
fn banned_text_is_absent() {
    let found = violations(|file, found| {
        if !in_library(file) || is_test(file) {
            return;
        }
        for (needle, instead) in BANNED {
            let excused = BANNED_EXCEPTIONS
                .iter()
                .any(|(path, text, _)| *path == file.path && text == needle);
            if !excused {
                found.extend(
                    lines_with(file, needle)
                        .map(|line| format!("{}:{line}: `{needle}`: use {instead}", file.path)),
                );
            }
        }
    });
    report("library code uses its own layers", &found);
}

#[test]
fn comments_describe_the_code_as_it_is() {
    // Assembled so that this file does not contain what it looks for.
    let needles = [
        ["is ported", "from"].join(" "),
        ["was ported", "from"].join(" "),
        ["copied", "from"].join(" "),
        ["translated", "from"].join(" "),
        ["previous", "ly"].concat(),
        ["FIX", "ME"].concat(),
        ["XX", "X"].concat(),
    ];
    let found = violations(|file, found| {
        for (index, (text, code)) in file.text.lines().zip(file.code.lines()).enumerate() {
            let comment =
                text.find("//").filter(|&at| !code[at.min(code.len())..].starts_with("//"));
            let Some(comment) = comment.and_then(|at| text.get(at..)) else { continue };
            if let Some(needle) = needles.iter().find(|needle| comment.contains(needle.as_str())) {
                found.push(format!("{}:{}: `{needle}`", file.path, index + 1));
            }
        }
    });
    report("comments say why, not what was", &found);
}

#[test]
fn the_project_stands_alone() {
    let places = ["/wo", "../sha", "/ro"].iter().zip(["rk/", "red", "ot/"]);
    let places: Vec<String> = places.map(|(a, b)| format!("{a}{b}")).collect();
    let texts =
        bun_tests::source::files_with_extension(&["rs", "toml", "md", "sh", "zig", "py", "yml"]);
    let mut found = Vec::new();
    for (path, text) in &texts {
        for place in &places {
            if text.contains(place.as_str()) {
                found.push(format!("{path}: names `{place}`"));
            }
        }
    }
    report("no file names a place on one machine", &found);
}
