//! Progress lines, drawn on a pretended terminal.

use alloc::vec::Vec;

use super::screen::Screen;
use super::{Node, Progress, Unit, line};

fn text(node: &Node) -> Vec<u8> {
    line::text(&node.item).as_bytes().to_vec()
}

#[test]
fn the_line_names_the_part_that_moved_last() {
    let progress = Progress::on(None);
    let install = progress.start(b"Install", 3);
    assert_eq!(text(&install), b"[1/3] Install... ");
    let first = install.start(b"first", 0);
    assert_eq!(text(&install), b"[1/3] Install... ", "not shown before it moves");
    first.activate();
    assert_eq!(text(&install), b"[1/3] Install... first... ");
    let second = install.start(Vec::from(b"second"), 10);
    second.set_unit(Unit::Bytes);
    second.set_completed_items(4);
    second.activate();
    assert_eq!(text(&install), b"[1/3] Install... [5/10B] second... ");
    first.complete_one();
    first.set_unit(Unit::Files);
    assert_eq!(text(&install), b"[1/3] Install... [2 files] first... ");
    first.end();
    assert_eq!(text(&install), b"[2/3] Install... ");
    drop(install);
    second.set_name(b"");
    second.set_estimated_total_items(0);
    assert_eq!(text(&second), b"[5B] ", "a part may outlive the whole");
}

#[test]
fn a_long_line_is_cut() {
    let progress = Progress::on(None);
    let node = progress.start([b'x'; 95].to_vec(), 0);
    assert_eq!(text(&node).len(), 99);
    node.set_name([b'y'; 200].to_vec());
    let cut = text(&node);
    assert_eq!((cut.len(), &cut[94..]), (100, &b"yy... "[..]));
}

#[test]
fn drawing_is_rate_limited_and_replaces_the_line() {
    let mut screen = Screen::default();
    let ms = 1_000_000;
    assert!(!screen.is_due(499 * ms));
    assert!(screen.is_due(500 * ms));
    assert_eq!(screen.frame(b"abc"), b"abc");
    assert_eq!(screen.frame(b"defgh"), b"\x1b[3D\x1b[0Kdefgh");
    assert_eq!(screen.frame(b""), b"\x1b[5D\x1b[0K");
    assert_eq!(screen.frame(b""), b"");
    screen.draw(b"", 500 * ms);
    assert!(!screen.is_due(549 * ms));
    assert!(screen.is_due(550 * ms));
}

#[test]
fn counts_from_many_threads_add_up() {
    const EACH: usize = if cfg!(miri) { 10 } else { 1000 };
    let progress = Progress::on(None);
    let node = progress.start(b"work", 4 * EACH);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..EACH {
                    let part = node.start(b"part", 1);
                    part.complete_one();
                    part.end();
                }
            });
        }
    });
    assert_eq!(node.completed_items(), 4 * EACH);
}
