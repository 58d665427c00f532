//! What follows Node's `path` module, compared with it where `node` is installed.
//!
//! `BUN_NODE_PATHS` is the number of inputs.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "the number is the test's own, and a skipped test says so"
)]

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

use bun_paths::platform::{PlatformT, Posix, Windows};
use bun_paths::resolve_path::{join_abs_string_buf, join_string_buf, normalize_string_node};
use bun_tests::prng::Prng;

/// Answers each line of three paths with what Node makes of them by both rules.
const SCRIPT: &str = r#"
const lines = require("fs").readFileSync(0, "latin1").split("\n").slice(0, -1);
const answer = (rules, cwd, [a, b, c]) =>
    [rules.normalize(a), rules.join(a, b, c), rules.resolve(cwd, a, b, c)];
process.stdout.write(lines.map(line => {
    const parts = line.split("\t");
    const { posix, win32 } = require("path");
    const answers = [...answer(posix, "/cwd/x", parts), ...answer(win32, "C:\\cwd\\x", parts)];
    return answers.join("\t") + "\n";
}).join(""), "latin1");
"#;

/// What the paths are made of; half of them have no backslashes.
const UNITS: &[u8] = b"//..ab/.C\\\\";

/// The first may have a drive. Other colons are left out: Node has since come to write `.\` before
/// some of them, which Bun does not.
fn paths(random: &mut Prng) -> [Vec<u8>; 3] {
    let units = if random.below(2) == 0 { UNITS } else { &UNITS[..9] };
    let drive: &[u8] = if random.below(4) == 0 { b"C:\\" } else { b"" };
    core::array::from_fn(|index| {
        let mut path = if index == 0 { drive.to_vec() } else { Vec::new() };
        path.extend((0..random.below(14)).map(|_| units[random.below(units.len())]));
        path
    })
}

/// What Node answers, or `None` where it is not installed.
fn ask_node(input: Vec<u8>) -> Option<Vec<u8>> {
    let node = Command::new("node")
        .args(["-e", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut node) = node else { return None };
    let mut stdin = node.stdin.take().expect("is piped");
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = node.wait_with_output().expect("Node ends");
    writer.join().expect("writes").expect("Node reads everything");
    assert!(output.status.success(), "the script is right");
    Some(output.stdout)
}

/// Ours of `parts`, in the order of the script.
fn answers<P: PlatformT>(cwd: &[u8], parts: [&[u8]; 3]) -> [Vec<u8>; 3] {
    let mut buf = [0; 256];
    let normal = normalize_string_node::<P>(parts[0], &mut buf).expect("fits").to_vec();
    let joined = join_string_buf::<P>(&mut buf, &parts).expect("fits").to_vec();
    let resolved = join_abs_string_buf::<P>(cwd, &mut buf, &parts).expect("fits").to_vec();
    [normal, joined, resolved]
}

/// Whether Windows takes `path` for one on another computer or of a device. The original does, too,
/// but has rules of its own for such that lack a share.
fn is_remote(path: &[u8]) -> bool {
    matches!(path, [b'/' | b'\\', b'/' | b'\\', ..])
}

/// `path` without the separator at its end, which `join_abs` keeps and Node does not.
fn without_end(path: &[u8]) -> &[u8] {
    match path {
        [first @ .., b'/' | b'\\'] if !matches!(first, [] | [_, b':']) => first,
        path => path,
    }
}

#[test]
fn what_is_shaped_after_node_is_what_node_answers() {
    let count = std::env::var("BUN_NODE_PATHS").map_or(20_000, |text| text.parse().unwrap());
    let mut random = Prng::new(7);
    let mut compared = [0; 6];
    for start in (0..count).step_by(BATCH) {
        let inputs: Vec<[Vec<u8>; 3]> =
            (start..count.min(start + BATCH)).map(|_| paths(&mut random)).collect();
        let lines = inputs.iter().map(|parts| [&parts.join(&b'\t')[..], b"\n"].concat());
        let Some(output) = ask_node(lines.flatten().collect()) else {
            eprintln!("SKIPPED: comparison with Node's paths (apt-get install nodejs)");
            return;
        };
        let mut answered = output.split(|byte| *byte == b'\n');
        for parts in &inputs {
            let line = answered.next().expect("a line for each");
            compare(parts.each_ref().map(|part| &part[..]), line, &mut compared);
        }
    }
    eprintln!("compared with Node: normalize, join, resolve by both rules: {compared:?}");
    assert!(compared.iter().all(|number| *number > count / 4), "{compared:?}");
}

/// How many lines one run of Node answers.
const BATCH: usize = 100_000;

/// Compares what both are meant to do alike, and counts it.
fn compare(parts: [&[u8]; 3], line: &[u8], compared: &mut [usize; 6]) {
    let posix = answers::<Posix>(b"/cwd/x", parts);
    let windows = answers::<Windows>(b"C:\\cwd\\x", parts);
    let remote = parts.iter().any(|part| is_remote(part));
    let filled: Vec<&[u8]> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let joins_remote = is_remote(&filled.join(&b'/'));
    let is_alike = [
        true,
        true,
        // Both slashes separate in `join_abs` by every rule.
        !parts.concat().contains(&b'\\'),
        !is_remote(parts[0]),
        !remote && !joins_remote,
        !remote,
    ];
    let theirs = line.split(|byte| *byte == b'\t');
    for (index, (ours, theirs)) in posix.iter().chain(&windows).zip(theirs).enumerate() {
        if !is_alike[index] {
            continue;
        }
        let ours = if index % 3 == 2 { without_end(ours) } else { ours };
        let shown = parts.map(|part| part.escape_ascii().to_string());
        assert_eq!(
            (index, ours.escape_ascii().to_string()),
            (index, theirs.escape_ascii().to_string()),
            "{shown:?}"
        );
        compared[index] += 1;
    }
}
