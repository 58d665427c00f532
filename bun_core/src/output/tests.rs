//! Streams, colours and markup.

use alloc::boxed::Box;
use alloc::vec::Vec;
use std::sync::Mutex;

use super::scratch::with_message;
use super::stream::{CAPACITY, Sink, Stream};
use super::writer::Writer;
use crate::error::{Error, Result, known};

/// Records what arrives, a few bytes at a time, and fails on request.
#[derive(Default)]
struct Recorder {
    received: Mutex<Vec<u8>>,
    calls: Mutex<usize>,
    /// The most bytes one call takes; zero for all.
    limit: usize,
    /// From this call on, counting from one, calls fail.
    fail_from: Option<(usize, Error)>,
}

impl Sink for Recorder {
    fn write(&self, bytes: &[u8]) -> Result<usize, Error> {
        let mut calls = self.calls.lock().unwrap();
        *calls += 1;
        if let Some((first, error)) = self.fail_from
            && *calls >= first
        {
            return Err(error);
        }
        let length = if self.limit == 0 { bytes.len() } else { self.limit.min(bytes.len()) };
        self.received.lock().unwrap().extend_from_slice(&bytes[..length]);
        Ok(length)
    }
}

impl Recorder {
    fn received(&self) -> Vec<u8> {
        self.received.lock().unwrap().clone()
    }

    fn calls(&self) -> usize {
        *self.calls.lock().unwrap()
    }
}

fn stream(recorder: Recorder) -> (&'static Stream, &'static Recorder) {
    let recorder: &'static Recorder = Box::leak(Box::new(recorder));
    (kept(Stream::new(recorder)), recorder)
}

/// Makes a stream immortal, and findable for the leak check of Miri.
fn kept(stream: Stream) -> &'static Stream {
    static KEPT: Mutex<Vec<&'static Stream>> = Mutex::new(Vec::new());
    let stream: &'static Stream = Box::leak(Box::new(stream));
    KEPT.lock().unwrap().push(stream);
    stream
}

fn buffered(stream: &'static Stream) -> Writer {
    Writer::new(stream.take_turn(), false)
}

fn println(stream: &Stream, message: core::fmt::Arguments<'_>) -> Result<()> {
    with_message(message, true, |text, ending| stream.print(text, ending, false))
}

#[test]
fn bytes_wait_for_a_full_buffer_and_keep_their_order() {
    let (stream, recorder) = stream(Recorder { limit: 1000, ..Recorder::default() });
    let mut expected = Vec::new();
    for (number, length) in
        [1, CAPACITY - 1, 1, CAPACITY, 3 * CAPACITY + 1, 0, 2].iter().enumerate()
    {
        let bytes = vec![b'a' + number as u8; *length];
        expected.extend_from_slice(&bytes);
        buffered(stream).write_all(&bytes).unwrap();
        if expected.len() <= CAPACITY {
            assert_eq!(recorder.calls(), 0);
        }
    }
    assert_eq!(recorder.received(), expected[..expected.len() - 2]);
    stream.flush().unwrap();
    assert_eq!(recorder.received(), expected);
}

#[test]
fn a_writer_that_is_not_buffered_drains_when_it_goes() {
    let (stream, recorder) = stream(Recorder::default());
    let writer = Writer::new(stream.take_turn(), true);
    writer.write_all(b"a").unwrap();
    assert_eq!(recorder.received(), b"");
    drop(writer);
    assert_eq!(recorder.received(), b"a");
}

#[test]
fn a_failure_loses_bytes_once_and_is_reported_once() {
    let (stream, recorder) = stream(Recorder {
        fail_from: Some((2, known!(NoSpaceLeft))),
        limit: 3,
        ..Recorder::default()
    });
    buffered(stream).write_all(b"abcdef").unwrap();
    stream.drain();
    assert_eq!(recorder.received(), b"abc");
    buffered(stream).write_all(b"ghi").unwrap();
    assert_eq!(stream.flush(), Err(known!(NoSpaceLeft)));
    assert_eq!(stream.flush(), Ok(()), "nothing is left to write or to report");
    assert_eq!(recorder.received(), b"abc", "and nothing came twice");
}

#[test]
fn a_broken_pipe_stays_closed() {
    let (stream, recorder) =
        stream(Recorder { fail_from: Some((1, known!(BrokenPipe))), ..Recorder::default() });
    buffered(stream).write_all(b"lost").unwrap();
    assert_eq!(stream.flush(), Err(known!(BrokenPipe)));
    assert_eq!(buffered(stream).write_all(b"x"), Err(known!(BrokenPipe)));
    assert_eq!(buffered(stream).write_all(&[0; 2 * CAPACITY]), Err(known!(BrokenPipe)));
    assert_eq!(stream.flush(), Err(known!(BrokenPipe)));
    assert_eq!(recorder.calls(), 1, "the descriptor is not asked again");
}

#[test]
fn a_sink_that_takes_nothing_is_a_failure() {
    struct Stuck;
    impl Sink for Stuck {
        fn write(&self, _: &[u8]) -> Result<usize, Error> {
            Ok(0)
        }
    }
    let stream = kept(Stream::new(&Stuck));
    buffered(stream).write_all(b"a").unwrap();
    assert_eq!(stream.flush(), Err(known!(WriteFailed)));
}

#[test]
fn the_same_thread_may_print_while_it_holds_a_writer() {
    let (stream, recorder) = stream(Recorder::default());
    let outer = buffered(stream);
    outer.write_all(b"1").unwrap();
    let inner = buffered(stream);
    inner.write_all(b"2").unwrap();
    outer.write_all(b"3").unwrap();
    // Out of order on purpose: the turn ends with the outer one, and nothing hangs.
    drop(outer);
    inner.write_all(b"4").unwrap();
    drop(inner);
    buffered(stream).write_all(b"5").unwrap();
    stream.flush().unwrap();
    assert_eq!(recorder.received(), b"12345");
}

#[test]
fn an_argument_may_print_panic_or_fail() {
    let (stream, recorder) = stream(Recorder::default());
    let prints = core::fmt::from_fn(|f| {
        println(stream, format_args!("inner")).unwrap();
        f.write_str("x")
    });
    println(stream, format_args!("[{prints}]")).unwrap();
    let fails = core::fmt::from_fn(|_| Err(core::fmt::Error));
    assert_eq!(buffered(stream).print(format_args!("a{fails}b")), Err(known!(WriteFailed)));
    let panics = core::fmt::from_fn(|_| panic!("on purpose"));
    let panicked = std::panic::catch_unwind(|| buffered(stream).print(format_args!("c{panics}")));
    assert!(panicked.is_err());
    println(stream, format_args!("end\n")).unwrap();
    stream.flush().unwrap();
    assert_eq!(recorder.received(), b"inner\n[x]\naend\n");
}

#[test]
fn lines_of_several_threads_stay_whole() {
    const THREADS: usize = 4;
    const LINES: usize = if cfg!(miri) { 5 } else { 500 };
    let (stream, recorder) = stream(Recorder { limit: 700, ..Recorder::default() });
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            scope.spawn(move || {
                for line in 0..LINES {
                    let filling = core::iter::repeat_n('x', line % 40).collect::<String>();
                    println(stream, format_args!("{thread} {line} {filling}")).unwrap();
                    let writer = buffered(stream);
                    writer.write_all(b"pair").unwrap();
                    writer.write_all(b" of writes\n").unwrap();
                }
            });
        }
    });
    stream.flush().unwrap();
    let text = String::from_utf8(recorder.received()).unwrap();
    let mut next = [0; THREADS];
    let mut pairs = 0;
    for line in text.lines() {
        if line == "pair of writes" {
            pairs += 1;
            continue;
        }
        let mut words = line.split(' ');
        let mut number = || words.next().unwrap().parse::<usize>().unwrap();
        let (thread, line) = (number(), number());
        assert_eq!(next[thread], line, "each thread in its order");
        assert_eq!(words.next().unwrap().len(), line % 40);
        next[thread] += 1;
    }
    assert_eq!((next, pairs), ([LINES; THREADS], THREADS * LINES));
}

#[test]
fn each_thread_has_its_own_token() {
    let mine = super::thread_token();
    assert_ne!(mine, 0);
    assert_eq!(mine, super::thread_token());
    let other = std::thread::scope(|scope| scope.spawn(super::thread_token).join().unwrap());
    assert_ne!(mine, other);
}
