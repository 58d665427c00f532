//! What the Zig originals answered, line by line; text between backquotes is data.

use bun_paths::platform::{Loose, Nt, Posix, Windows};
use bun_paths::resolve_path::{self as path, ParentEqual, Platform};
use bun_paths::std_path::disk_designator_windows;

const FIRST: &str = include_str!("vectors/resolve_path.txt");
const SECOND: &str = include_str!("vectors/windows.txt");

/// The lines of the section whose title starts with `title`.
fn section<'a>(file: &'a str, title: &str) -> Vec<&'a str> {
    let heading = format!("== {title}");
    let lines: Vec<&str> = file
        .lines()
        .skip_while(|line| !line.starts_with(&heading) || (title == "join" && *line != heading))
        .skip(1)
        .take_while(|line| !line.starts_with("== "))
        .collect();
    assert!(!lines.is_empty(), "no section {title}");
    lines
}

/// What stands between backquotes.
fn quoted(line: &str) -> Vec<&[u8]> {
    line.split('`').skip(1).step_by(2).map(str::as_bytes).collect()
}

/// The list before ` :: `, and the answers behind it.
fn list(line: &str) -> (Vec<&[u8]>, &str) {
    let (list, answers) = line.split_once(" :: ").expect("a list and answers");
    (quoted(list), answers)
}

/// The answer behind `name`.
fn answer<'a>(answers: &'a str, name: &str) -> Option<&'a [u8]> {
    let (_, rest) = answers.split_once(&format!("{name} `"))?;
    rest.split('`').next().map(str::as_bytes)
}

fn show(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[track_caller]
fn same(input: &str, what: &str, ours: &[u8], zig: &[u8]) {
    assert_eq!(show(ours), show(zig), "{what} of {input}");
}

/// A share is a root: the original pops it, and doubles the separator of one that is not complete.
fn is_share(path: &[u8]) -> bool {
    path.starts_with(br"\\") || path.starts_with(b"//")
}

#[test]
fn normalize() {
    let mut buf = [0; 64];
    for line in section(FIRST, "normalizeString(") {
        let q = quoted(line);
        let input = q[0];
        same(line, "p0", &path::normalize_string::<false, Posix>(input), q[3]);
        same(line, "p1", &path::normalize_string::<true, Posix>(input), q[4]);
        same(line, "l0", &path::normalize_string::<false, Loose>(input), q[1]);
        same(line, "l1", &path::normalize_string::<true, Loose>(input), q[2]);
        same(line, "w0", &path::normalize_string::<false, Windows>(input), q[5]);
        same(line, "w1", &path::normalize_string::<true, Windows>(input), q[6]);
        same(line, "np", path::normalize_string_node::<Posix>(input, &mut buf).unwrap(), q[7]);
        same(line, "nw", path::normalize_string_node::<Windows>(input, &mut buf).unwrap(), q[8]);
        same(line, "bp", path::normalize_buf::<Posix>(input, &mut buf).unwrap(), q[9]);
        same(line, "bl", path::normalize_buf::<Loose>(input, &mut buf).unwrap(), q[10]);
        same(line, "bw", path::normalize_buf::<Windows>(input, &mut buf).unwrap(), q[11]);
    }
}

#[test]
fn normalize_windows() {
    let mut buf = [0; 64];
    for line in section(SECOND, "normalizeStringZ etc") {
        let q = quoted(line);
        let input = q[0];
        same(line, "bl", path::normalize_buf::<Loose>(input, &mut buf).unwrap(), q[3]);
        same(line, "root", path::windows_filesystem_root(input), q[4]);
        let (a, b) = path::windows_volume_name_len(input);
        assert!(line.contains(&format!("vol .{{ {a}, {b} }}")), "{line}");
        if input == b"//s/h/.." {
            let path = path::normalize_string_node::<Windows>(input, &mut buf).unwrap();
            assert_eq!(path, br"\\s\h\", "the share stays");
            continue;
        }
        same(line, "nw", path::normalize_string_node::<Windows>(input, &mut buf).unwrap(), q[1]);
        same(line, "bw", path::normalize_buf::<Windows>(input, &mut buf).unwrap(), q[2]);
    }
}

#[test]
fn join_abs() {
    for line in section(FIRST, "joinAbsString") {
        let (mut parts, answers) = list(line);
        let cwd = parts.remove(0);
        if !cwd.starts_with(b"/") && answer(answers, "windows").is_none() {
            // The original takes the first byte of a relative directory for a separator.
            let path = path::join_abs_string::<Posix>(cwd, &parts);
            assert_eq!(&*path, if cwd.is_empty() { &b"/y"[..] } else { b"/rel/x/y" });
            continue;
        }
        if cwd.starts_with(b"/") {
            let posix = answer(answers, "posix").unwrap();
            same(line, "posix", &path::join_abs_string::<Posix>(cwd, &parts), posix);
        }
        if !is_share(cwd) {
            let loose = answer(answers, "loose").unwrap();
            same(line, "loose", &path::join_abs_string::<Loose>(cwd, &parts), loose);
        }
        if let Some(windows) = answer(answers, "windows") {
            let ours = path::join_abs_string::<Windows>(cwd, &parts);
            let windows = if is_share(cwd) { &br"\\srv\sh\z"[..] } else { windows };
            same(line, "windows", &ours, windows);
        }
    }
    let nt = |cwd: &[u8], parts: &[&[u8]]| show(&path::join_abs_string::<Nt>(cwd, parts));
    assert_eq!(nt(br"C:\x", &[b"y"]), r"\\?\C:\x\y");
    // The original writes `\\?\\\srv`.
    assert_eq!(nt(br"C:\", &[br"\\srv\share\y", b"z"]), r"\\?\UNC\srv\share\y\z");
    let parts: [&[u8]; 4] = [b"a/", b"", b"./b", b".."];
    let parts = [&parts[..], &[br"c\"]].concat();
    assert_eq!(&*path::join_abs_string::<Posix>(b"/x", &parts), b"/x/a/c");
}

#[test]
fn join() {
    for line in section(FIRST, "join") {
        let (parts, answers) = list(line);
        same(line, "posix", &path::join::<Posix>(&parts), answer(answers, "posix").unwrap());
        same(line, "loose", &path::join::<Loose>(&parts), answer(answers, "loose").unwrap());
        let windows = answer(answers, "windows").unwrap();
        same(line, "windows", &path::join::<Windows>(&parts), windows);
    }
    let parts: [&[u8]; 3] = [br"C:\a", br"..\..\b/", br"c\"];
    let line = section(SECOND, "joinStringBuf")[0];
    let q = quoted(line);
    same(line, "posix", &path::join::<Posix>(&parts), q[0]);
    same(line, "loose", &path::join::<Loose>(&parts), q[1]);
    same(line, "windows", &path::join::<Windows>(&parts), q[2]);
    same(line, "nt", &path::join::<Nt>(&parts), q[3]);
}

#[test]
fn relative() {
    bun_core::set_top_level_dir(b"/top");
    for line in section(FIRST, "relative") {
        let q = quoted(line);
        same(line, "relative", &path::relative_platform::<Posix, true>(q[0], q[1]), q[2]);
        let normalized = path::relative_normalized::<Posix, false>(q[0], q[1]);
        // The original loses the name in a path that is not absolute.
        same(line, "norm", &normalized, if q[0] == b"a" && q[1] == b"b" { b"../b" } else { q[3] });
    }
    for line in section(SECOND, "relativeBufZ") {
        let q = quoted(line);
        // The original loses a name of one letter below a share.
        let zig = if is_share(q[0]) { br"..\b" } else { q[2] };
        same(line, "relative", &path::relative_platform::<Windows, true>(q[0], q[1]), zig);
    }
}

#[test]
fn longest_common_path() {
    for line in section(FIRST, "longestCommonPath") {
        let (paths, answers) = list(line);
        let common = quoted(answers)[0];
        same(line, "common", path::longest_common_path(&paths), common);
        let found = path::get_if_exists_longest_common_path(&paths);
        assert_eq!(found.map(show), answer(answers, "ifExists").map(show), "{line}");
    }
}

#[test]
fn parts() {
    for line in section(FIRST, "dirname") {
        let q = quoted(line);
        let input = q[0];
        same(line, "posix", path::dirname::<Posix>(input), q[1]);
        same(line, "loose", path::dirname::<Loose>(input), q[2]);
        same(line, "windows", path::dirname::<Windows>(input), q[3]);
        same(line, "basename", path::basename(input), q[4]);
        let sep = path::last_index_of_sep(input).map_or("null".into(), |at| at.to_string());
        assert!(line.contains(&format!("sep {sep} ")), "{line}");
        let (a, b) = path::windows_volume_name_len(input);
        assert!(line.contains(&format!("win-vol .{{ {a}, {b} }}")), "{line}");
        same(line, "root", path::windows_filesystem_root(input), q.get(5).unwrap_or(&&b""[..]));
    }
    for line in section(SECOND, "dirnameW-like") {
        let q = quoted(line);
        same(line, "windows", path::dirname::<Windows>(q[0]), q[1]);
    }
    for line in section(SECOND, "nextDirname") {
        let q = quoted(line);
        assert_eq!(path::next_dirname(q[0]).map(show), q.get(1).map(|zig| show(zig)), "{line}");
    }
    assert_eq!(disk_designator_windows(b"C:a"), b"C:");
}

#[test]
fn is_parent_or_equal() {
    for line in section(FIRST, "isParentOrEqual") {
        let q = quoted(line);
        let zig = match line.split(" :: ").nth(1).unwrap() {
            // The original finds the parent in the middle of the child as well.
            "parent" if q[1] == b"/b/a/c" => ParentEqual::Unrelated,
            "parent" => ParentEqual::Parent,
            "equal" => ParentEqual::Equal,
            _ => ParentEqual::Unrelated,
        };
        assert_eq!(path::is_parent_or_equal(q[0], q[1]), zig, "{line}");
    }
}

#[test]
fn platforms() {
    let platforms = [Platform::Posix, Platform::Loose, Platform::Windows, Platform::Nt];
    for line in section(SECOND, "platform isAbsolute") {
        let input = quoted(line)[0];
        let ours = platforms.map(|platform| platform.is_absolute(input).to_string()).join(" ");
        assert!(line.ends_with(&format!("` {ours}")), "{line}: {ours}");
    }
    for line in section(SECOND, "leadingSeparatorIndex") {
        let input = quoted(line)[0];
        let index = |platform: Platform| {
            let index = platform.leading_separator_index(input);
            index.map_or("null".into(), |at| at.to_string())
        };
        let [posix, windows, loose] =
            [Platform::Posix, Platform::Windows, Platform::Loose].map(index);
        assert!(line.ends_with(&format!("posix {posix} win {windows} loose {loose}")), "{line}");
    }
}
