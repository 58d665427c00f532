//! Progress lines, drawn on a pretended terminal.

use alloc::vec::Vec;
use core::sync::atomic::Ordering;

use super::screen::Screen;
use super::{Node, Progress, Unit, line, lock};

fn text(node: &Node) -> Vec<u8> {
    node.publish();
    line::text(&node.downgrade().upgrade().unwrap()).as_bytes().to_vec()
}

#[test]
fn the_line_names_the_part_that_moved_last() {
    let mut progress = Progress::on(Screen::none());
    let install = progress.start(b"Install", 3);
    assert_eq!(text(install), b"[1/3] Install... ");
    let mut first = install.start(b"first", 0);
    assert_eq!(text(install), b"[1/3] Install... ", "not shown before it moves");
    first.activate();
    assert_eq!(text(install), b"[1/3] Install... first... ");
    let second = install.start(Vec::from(b"second"), 10);
    second.set_unit(Unit::Bytes);
    second.set_completed_items(4);
    second.activate();
    assert_eq!(text(install), b"[1/3] Install... [5/10B] second... ");
    first.complete_one();
    first.set_unit(Unit::Files);
    assert_eq!(text(install), b"[1/3] Install... [2 files] first... ");
    first.end();
    assert_eq!(text(install), b"[2/3] Install... ");
    install.end();
    second.set_name(b"");
    second.set_estimated_total_items(0);
    assert_eq!(text(&second), b"[5B] ", "a part may outlive the whole");
}

#[test]
fn a_long_line_is_cut() {
    let mut progress = Progress::on(Screen::none());
    let node = progress.start([b'x'; 95].to_vec(), 0);
    assert_eq!(text(node).len(), 99);
    node.set_name([b'y'; 200].to_vec());
    let cut = text(node);
    assert_eq!((cut.len(), &cut[94..]), (100, &b"yy... "[..]));
}

#[test]
fn drawing_is_rate_limited_and_replaces_the_line() {
    let mut screen = Screen::none();
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
    let mut progress = Progress::on(Screen::none());
    let node = progress.start(b"work", 4 * EACH);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..EACH {
                    let mut part = node.start(b"part", 1);
                    part.complete_one();
                    part.end();
                }
            });
        }
    });
    assert_eq!(node.completed_items(), 4 * EACH);
}

#[test]
fn fields_show_from_the_next_call_on() {
    let mut progress = Progress::on(Screen::none());
    progress.start(b"Install", 0);
    progress.root.name = b"Link";
    progress.root.unit = Unit::Files;
    progress.root.unprotected_estimated_total_items.store(4, Ordering::Relaxed);
    progress.root.unprotected_completed_items.fetch_add(1, Ordering::Relaxed);
    assert_eq!(text(&progress.root), b"[2/4 files] Link... ");
    progress.root.set_name(Vec::from(b"Link a"));
    progress.root.set_unit(Unit::None);
    assert_eq!(text(&progress.root), b"[2/4] Link a... ", "the fields are those of before");
    progress.root.set_name_parts(&[b"Link ", b"b"]);
    assert_eq!(text(&progress.root), b"[2/4] Link b... ");
    progress.root.name = b"Done";
    assert_eq!(text(&progress.root), b"[2/4] Done... ");
}

#[test]
fn the_settings_of_the_owner_reach_the_screen() {
    let mut terminal = Screen::none();
    terminal.is_terminal = true;
    let mut progress = Progress::on(terminal);
    let draws = |progress: &Progress| lock(&progress.context.screen).draws();
    assert!(!draws(&progress));
    progress.start(b"", 0);
    assert!(progress.supports_ansi_escape_codes, "found by `start`");
    assert!(draws(&progress));
    progress.supports_ansi_escape_codes = false;
    progress.refresh_rate_ns = 8;
    progress.maybe_refresh();
    assert!(!draws(&progress));
    assert_eq!(lock(&progress.context.screen).refresh_interval_ns, 8);
    let mut piped = Progress::on(Screen::none());
    piped.supports_ansi_escape_codes = true;
    piped.start(b"", 0);
    assert!(!draws(&piped), "saying so does not make a terminal");
}

#[test]
fn ends_once_in_any_order() {
    let mut progress = Progress::default();
    let mut part = progress.start(b"whole", 0).start(b"part", 0);
    progress.root.end();
    progress.root.end();
    part.end();
    part.end();
    drop(part);
    assert_eq!(progress.root.completed_items(), 1);
    progress.start(b"again", 2);
    let stray = progress.root.start(b"part", 0);
    progress = Progress::default();
    stray.complete_one();
    stray.context_ptr().refresh();
    drop(stray);
    assert_eq!(progress.root.completed_items(), 0);
    let mut node = Node::default();
    node.complete_one();
    node.end();
    assert_eq!((node.completed_items(), node.estimated_total_items()), (1, 0));
}
