//! Joining, resolving and taking paths apart; a pooled buffer.
//!
//! Paths are as long as in a project with dependencies. A result counts as its length and its last
//! byte, and stays in a buffer that is not cleared.

use std::path::{Path, PathBuf};

use bun_paths::platform::Posix;
use bun_paths::{PathBuffer, basename_posix, dirname_posix, extension, resolve_path, std_path};
use path_clean::PathClean;
use zig_oracle::PathLoop;

use super::zig;
use crate::opaque::opaque;
use crate::row::{Contender, Row};

const GROUP: &str = "path";
const CLEAN: [&str; 3] = ["/home/user/project", "node_modules/react/cjs", "react.development.js"];
const DIRTY: [&str; 3] = ["/home/user/./project", "../lib//react/./cjs", "../react.development.js"];
const FROM: &str = "/home/user/project/packages/app/src";
const TO: &str = "/home/user/project/packages/lib/dist/index.js";
const FILE: &str = "/home/user/project/node_modules/react/cjs/react.dev.js";

pub(super) fn rows() -> Vec<Row> {
    vec![
        join("join 3 parts clean", &CLEAN),
        join("join 3 parts dirty", &DIRTY),
        normalized("join and normalise 3 parts clean", &CLEAN, 0.3),
        normalized("join and normalise 3 parts dirty", &DIRTY, 0.6),
        resolve("resolve 3 parts clean", &CLEAN, 0.3),
        resolve("resolve 3 parts dirty", &DIRTY, 0.6),
        relative(),
        parts(),
        pool(),
    ]
}

type Parts = [&'static str; 3];

/// The parts, with lengths that the optimiser does not know.
#[inline(always)]
fn hidden(parts: &Parts) -> [&'static [u8]; 3] {
    parts.map(|part| &part.as_bytes()[..opaque(part.len())])
}

fn check(result: &[u8]) -> u64 {
    result.len() as u64 + u64::from(result.last().copied().unwrap_or(0))
}

/// A loop over a function of three parts, which may write to a buffer.
fn over(
    parts: &Parts,
    function: impl Fn([&[u8]; 3], &mut PathBuffer) -> u64 + 'static,
) -> impl FnMut(u64) -> u64 + 'static {
    let parts = *parts;
    let mut buf = PathBuffer::uninit();
    move |n| (0..n).fold(0, |sum, _| sum.wrapping_add(function(hidden(&parts), &mut buf)))
}

fn zig_path(kind: PathLoop, parts: &Parts, target: f64) -> Option<Contender> {
    let parts = parts.map(str::as_bytes);
    let label = match kind {
        PathLoop::Join => "std.fs.path.joinZ, fixed buffer",
        PathLoop::Resolve => "std.fs.path.resolvePosix, fixed buffer",
        PathLoop::Relative => "std.fs.path.relativePosix, fixed buffer",
        PathLoop::Parts => "std.fs.path",
        PathLoop::Pool => "a list of buffers",
    };
    zig().map(|zig| Contender::zig(label, move |n| zig.path(kind, parts, n)).target(target))
}

fn text(bytes: &[u8]) -> &Path {
    Path::new(core::str::from_utf8(bytes).unwrap_or_default())
}

fn joined(parts: [&[u8]; 3]) -> PathBuf {
    let mut path = text(parts[0]).to_owned();
    path.push(text(parts[1]));
    path.push(text(parts[2]));
    path
}

fn bytes(path: &Path) -> &[u8] {
    path.as_os_str().as_encoded_bytes()
}

fn row(
    name: &str,
    parts: &'static Parts,
    expected: u64,
    contenders: impl Fn() -> Vec<Contender> + 'static,
) -> Row {
    Row {
        verify_iterations: 1,
        ..Row::new(GROUP, name.to_owned(), parts.join(" + "), expected, contenders)
    }
}

fn join(name: &str, parts: &'static Parts) -> Row {
    let expected = check(parts.join("/").as_bytes());
    row(name, parts, expected, move || {
        let mut all = vec![
            Contender::ours(
                "std_path::join_posix_buf",
                over(parts, |parts, buf| {
                    std_path::join_posix_buf(buf, &parts).map_or(0, |path| check(path))
                }),
            ),
            Contender::rival(
                "std PathBuf::push",
                over(parts, |parts, _| check(bytes(&joined(parts)))),
            )
            .target(0.33),
        ];
        all.extend(zig_path(PathLoop::Join, parts, 0.65));
        all
    })
}

/// Zig's standard library resolves only; that is the work closest to this.
fn normalized(name: &str, parts: &'static Parts, target: f64) -> Row {
    let expected = check(bytes(&Path::new(&parts.join("/")).clean()));
    row(name, parts, expected, move || {
        let mut all = vec![
            Contender::ours(
                "join_string_buf",
                over(parts, |parts, buf| {
                    resolve_path::join_string_buf::<Posix>(buf, &parts)
                        .map_or(0, |path| check(path))
                }),
            ),
            Contender::rival(
                "path-clean",
                over(parts, |parts, _| check(bytes(&joined(parts).clean()))),
            )
            .target(0.25),
        ];
        all.extend(zig_path(PathLoop::Resolve, parts, target));
        all
    })
}

fn resolve(name: &str, parts: &'static Parts, target: f64) -> Row {
    let expected = check(bytes(&Path::new(&parts.join("/")).clean()));
    row(name, parts, expected, move || {
        let mut all = vec![
            Contender::ours(
                "join_abs_string_buf",
                over(parts, |[cwd, a, b], buf| {
                    resolve_path::join_abs_string_buf::<Posix>(cwd, buf, &[a, b])
                        .map_or(0, |path| check(path))
                }),
            ),
            Contender::with_role(
                "std_path::resolve_posix_buf",
                crate::row::Role::Variant,
                over(parts, |parts, buf| {
                    std_path::resolve_posix_buf(buf, &parts).map_or(0, |path| check(path))
                }),
            ),
            Contender::rival(
                "path-clean",
                over(parts, |parts, _| check(bytes(&joined(parts).clean()))),
            )
            .target(0.25),
        ];
        all.extend(zig_path(PathLoop::Resolve, parts, target));
        all
    })
}

fn relative() -> Row {
    const PARTS: Parts = [FROM, TO, ""];
    row("relative absolute", &PARTS, check(b"../../lib/dist/index.js"), || {
        let mut all = vec![
            Contender::ours(
                "relative_platform_buf",
                over(&PARTS, |[from, to, _], buf| {
                    resolve_path::relative_platform_buf::<Posix, false>(buf, from, to)
                        .map_or(0, |path| check(path))
                }),
            ),
            Contender::rival(
                "pathdiff",
                over(&PARTS, |[from, to, _], _| {
                    pathdiff::diff_paths(text(to), text(from)).map_or(0, |path| check(bytes(&path)))
                }),
            )
            .target(0.27),
        ];
        all.extend(zig_path(PathLoop::Relative, &PARTS, 0.17));
        all
    })
}

fn parts() -> Row {
    const PARTS: Parts = [FILE, "", ""];
    let count =
        |parent: &[u8], name: &[u8], ext: &[u8]| (parent.len() + name.len() + ext.len()) as u64;
    let expected = count(&FILE.as_bytes()[..41], b"react.dev.js", b".js");
    row("dirname, basename, extension", &PARTS, expected, move || {
        let mut all = vec![
            Contender::ours(
                "bun_paths",
                over(&PARTS, move |[path, ..], _| {
                    let parent = dirname_posix(path).unwrap_or_default();
                    count(parent, basename_posix(path), extension(path))
                }),
            ),
            Contender::rival(
                "std::path",
                over(&PARTS, move |[path, ..], _| {
                    let path = text(path);
                    let part = |part: Option<&std::ffi::OsStr>| part.map_or(0, |part| part.len());
                    let parent = path.parent().map_or(0, |path| path.as_os_str().len());
                    // Its extension has no dot.
                    (parent + part(path.file_name()) + part(path.extension()) + 1) as u64
                }),
            )
            .target(0.23),
        ];
        all.extend(zig_path(PathLoop::Parts, &PARTS, 0.68));
        all
    })
}

fn pool() -> Row {
    const PARTS: Parts = [FILE, "", ""];
    row("NUL-terminate in a buffer", &PARTS, check(FILE.as_bytes()), || {
        let mut all = vec![
            Contender::ours(
                "path_buffer_pool::get",
                over(&PARTS, |[path, ..], _| {
                    let mut buf = bun_paths::path_buffer_pool::get();
                    resolve_path::z(path, &mut buf).map_or(0, |path| check(path.as_bytes()))
                }),
            ),
            Contender::with_role(
                "PathBuffer::uninit",
                crate::row::Role::Variant,
                over(&PARTS, |[path, ..], _| {
                    let mut buf = PathBuffer::uninit();
                    resolve_path::z(path, &mut buf).map_or(0, |path| check(path.as_bytes()))
                }),
            ),
            Contender::rival(
                "CString::new",
                over(&PARTS, |[path, ..], _| {
                    alloc::ffi::CString::new(path).map_or(0, |path| check(path.as_bytes()))
                }),
            )
            .target(1.0),
        ];
        all.extend(zig_path(PathLoop::Pool, &PARTS, 1.0));
        all
    })
}
