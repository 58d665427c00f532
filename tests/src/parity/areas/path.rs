//! `std.fs.path`, both platforms' rules.

use bun_paths::std_path::{self, WindowsPathKind};
use bun_paths::{ComponentIterator, PathFormat};
use zig_oracle::Oracle;
use zig_oracle::path::{ANSWERS, PathResult};
use zig_oracle::strings::{NONE, mix, part};

use super::str_answers::compare;
use crate::parity::{Area, Bytes, Check, Divergence};
use crate::prng::Prng;

const NAMES: [&str; ANSWERS] = [
    "dirname_posix",
    "dirname_windows",
    "basename_posix",
    "basename_windows",
    "extension",
    "stem",
    "is_absolute_posix",
    "is_absolute_windows",
    "disk designator",
    "windows_parse_path",
    "components posix",
    "components windows",
];

pub(super) struct PathArea(pub(super) Oracle);

/// Two paths.
#[derive(Clone, Debug)]
pub(super) struct Op(Bytes, Bytes);

impl Area for PathArea {
    type Op = Op;

    fn name(&self) -> &'static str {
        "path"
    }

    fn generate(&self, random: &mut Prng) -> Vec<Op> {
        (0..16).map(|_| Op(Bytes(path(random)), Bytes(path(random)))).collect()
    }

    fn run(&self, ops: &[Op], check: &mut Check) -> Result<(), Divergence> {
        for (step, Op(a, b)) in ops.iter().enumerate() {
            check.at(step);
            let (a, b) = (a.0.as_slice(), b.0.as_slice());
            compare(check, &NAMES, &self.0.path_parts(a), &answers(a))?;
            let zig = |function| Bytes(self.0.path_result(function, a, b));
            let join = Bytes(std_path::join(&[a, b]).into_vec());
            check.same("join", zig(PathResult::Join), join)?;
            let resolved = Bytes(std_path::resolve_posix(&[a, b]).into_vec());
            check.same("resolve_posix", zig(PathResult::ResolvePosix), resolved)?;
            if is_sound_to_resolve(a, b) {
                let resolved = Bytes(std_path::resolve_windows(&[a, b]).into_vec());
                let what = if a.first().is_some_and(is_slash) || b.first().is_some_and(is_slash) {
                    "resolve_windows from the root of no drive"
                } else {
                    "resolve_windows"
                };
                check.same(what, zig(PathResult::ResolveWindows), resolved)?;
            }
            if a.starts_with(b"/") && b.starts_with(b"/") {
                let way = Bytes(std_path::relative_posix(b"/", a, b).into_vec());
                check.same("relative_posix", zig(PathResult::RelativePosix), way)?;
            }
            if is_drive_root(a) && is_drive_root(b) {
                let way = Bytes(std_path::relative_windows(b"/", a, b).into_vec());
                check.same("relative_windows", zig(PathResult::RelativeWindows), way)?;
            }
        }
        Ok(())
    }

    fn simplify(&self, Op(a, b): &Op) -> Vec<Op> {
        let first = a.simpler().into_iter().map(|a| Op(a, b.clone()));
        first.chain(b.simpler().into_iter().map(|b| Op(a.clone(), b))).collect()
    }
}

fn path(random: &mut Prng) -> Vec<u8> {
    const PIECES: [&[u8]; 16] = [
        b"/",
        b"/",
        b"/",
        b"\\",
        b"\\",
        b".",
        b"..",
        b"a",
        b"b.c",
        b"C:",
        b"c:/",
        b"//s/h/",
        b"?",
        br"\\s\h",
        b"node_modules",
        b"\xc3\xa9",
    ];
    let count = random.within(0..=9);
    (0..count).flat_map(|_| PIECES[random.below(PIECES.len())]).copied().collect()
}

fn is_slash(byte: &u8) -> bool {
    matches!(byte, b'/' | b'\\')
}

fn is_drive_root(path: &[u8]) -> bool {
    matches!(path, [letter, b':', slash, ..] if letter.is_ascii_alphabetic() && is_slash(slash))
}

/// Whether Zig stays inside its arrays: each drive has a root, and shares stand alone.
fn is_sound_to_resolve(a: &[u8], b: &[u8]) -> bool {
    let kinds = [a, b].map(std_path::windows_parse_path);
    kinds.iter().all(|path| match path.kind {
        WindowsPathKind::None => true,
        WindowsPathKind::Drive => path.is_abs,
        WindowsPathKind::NetworkShare => false,
    })
}

fn optional(path: &[u8], piece: Option<&[u8]>) -> u64 {
    piece.map_or(NONE, |piece| part(path, piece))
}

fn walk(path: &[u8], format: PathFormat) -> u64 {
    let Ok(mut it) = ComponentIterator::init(path, format) else { return NONE };
    let mut sum = mix(0, optional(path, it.root()));
    while let Some(component) = it.next() {
        sum = mix(mix(sum, part(path, component.name)), part(path, component.path));
    }
    let mut component = it.last();
    while let Some(found) = component {
        sum = mix(sum, part(path, found.name));
        component = it.previous();
    }
    sum
}

fn answers(path: &[u8]) -> [u64; ANSWERS] {
    let parsed = std_path::windows_parse_path(path);
    let kind = match parsed.kind {
        WindowsPathKind::None => 0,
        WindowsPathKind::Drive => 1,
        WindowsPathKind::NetworkShare => 2,
    };
    [
        optional(path, std_path::dirname_posix(path)),
        optional(path, std_path::dirname_windows(path)),
        part(path, std_path::basename_posix(path)),
        part(path, std_path::basename_windows(path)),
        part(path, std_path::extension(path)),
        part(path, std_path::stem(path)),
        bun_paths::is_absolute_posix(path).into(),
        bun_paths::is_absolute_windows(path).into(),
        part(path, parsed.disk_designator),
        u64::from(parsed.is_abs) | kind << 1,
        walk(path, PathFormat::Posix),
        walk(path, PathFormat::Windows),
    ]
}
