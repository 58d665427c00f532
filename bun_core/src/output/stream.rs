//! A buffered stream that several threads write to, one message at a time.
//!
//! One lock, held for one append or one system call, keeps the bytes in order. What keeps messages
//! whole is the *turn*, a field under that lock: the thread that has it writes as often as it
//! likes, the others wait. A message that is ready takes no turn, it only waits for there to be
//! none, so printing costs one lock.
//!
//! The thread that has the turn may take it again: a function that holds a `Writer` and calls one
//! that prints is ordinary code. That is why the turn is not simply the lock. A flush takes no
//! turn, so it never waits for a `Writer` that another thread keeps.

use alloc::rc::Rc;
use core::fmt;
use core::marker::PhantomData;
use core::panic::RefUnwindSafe;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::error::Error;
use crate::error::known;

/// Where a stream ends: one system call.
pub(super) trait Sink: RefUnwindSafe + Sync {
    /// Writes some of the bytes and returns how many, at least one.
    fn write(&self, bytes: &[u8]) -> Result<usize, Error>;
}

/// The size of the buffer of each stream.
pub(super) const CAPACITY: usize = 4096;

/// A stream: see the module documentation for its lock.
pub(super) struct Stream {
    sink: &'static dyn Sink,
    buffer: Mutex<Buffer>,
    /// Told when a turn ends for which somebody waits.
    turn_ended: Condvar,
}

/// What is still to be written.
struct Buffer {
    bytes: [u8; CAPACITY],
    /// How many of them are waiting.
    length: usize,
    /// The first failure that no flush has reported yet.
    failure: Option<Error>,
    /// The reader is gone: nothing will be written ever again.
    closed: bool,
    /// The thread that has the turn, as [`thread_token`] has it; zero while none has.
    owner: usize,
    /// The number of threads that wait for the turn to end.
    waiting: usize,
}

/// The right to write to a stream until it is dropped; see [`Stream::take_turn`].
pub(super) struct Turn {
    stream: &'static Stream,
    /// Whether the turn ends here: not if this thread had it already.
    is_outermost: bool,
    /// The turn is that of a thread, so it stays there.
    _thread: PhantomData<Rc<()>>,
}

impl Stream {
    pub(super) const fn new(sink: &'static dyn Sink) -> Self {
        let buffer = Buffer {
            bytes: [0; CAPACITY],
            length: 0,
            failure: None,
            closed: false,
            owner: 0,
            waiting: 0,
        };
        Self { sink, buffer: Mutex::new(buffer), turn_ended: Condvar::new() }
    }

    /// Waits until no other thread has the turn, and takes it.
    pub(super) fn take_turn(&'static self) -> Turn {
        let mut buffer = self.buffer_in_turn();
        let is_outermost = buffer.owner == 0;
        buffer.owner = thread_token();
        Turn { stream: self, is_outermost, _thread: PhantomData }
    }

    /// Appends a message and its ending, and if `drains`, writes everything out.
    pub(super) fn print(&self, text: &[u8], ending: &[u8], drains: bool) -> Result<(), Error> {
        let mut buffer = self.buffer_in_turn();
        buffer.append(self.sink, text, ending)?;
        if drains { buffer.drain(self.sink) } else { Ok(()) }
    }

    /// Writes everything that is buffered, and reports the first failure since the last report.
    pub(super) fn flush(&self) -> Result<(), Error> {
        let mut buffer = self.buffer();
        // A failure here is recorded like any other and reported below.
        let _ = buffer.drain(self.sink);
        buffer.failure.take().map_or(Ok(()), Err)
    }

    /// Writes everything that is buffered, and leaves a failure for [`Stream::flush`].
    pub(super) fn drain(&self) {
        let _ = self.buffer().drain(self.sink);
    }

    /// Locks the buffer while the turn is nobody's or that of this thread.
    fn buffer_in_turn(&self) -> MutexGuard<'_, Buffer> {
        let buffer = self.buffer();
        if buffer.owner == 0 { buffer } else { self.wait_for_turn(buffer) }
    }

    #[cold]
    fn wait_for_turn<'a>(&self, mut buffer: MutexGuard<'a, Buffer>) -> MutexGuard<'a, Buffer> {
        let me = thread_token();
        while buffer.owner != 0 && buffer.owner != me {
            buffer.waiting += 1;
            buffer = self.turn_ended.wait(buffer).unwrap_or_else(PoisonError::into_inner);
            buffer.waiting -= 1;
        }
        buffer
    }

    fn buffer(&self) -> MutexGuard<'_, Buffer> {
        // A panic of a sink leaves the buffer empty, and nothing else in here panics.
        self.buffer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    /// Appends bytes, writing the buffer out when they do not fit.
    pub(super) fn append(&self, bytes: &[u8]) -> Result<(), Error> {
        self.stream.buffer().append(self.stream.sink, bytes, b"")
    }

    /// Writes everything that is buffered.
    pub(super) fn drain(&self) -> Result<(), Error> {
        self.stream.buffer().drain(self.stream.sink)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.is_outermost {
            let mut buffer = self.stream.buffer();
            buffer.owner = 0;
            if buffer.waiting > 0 {
                // All of them: one that only prints would not tell the next.
                self.stream.turn_ended.notify_all();
            }
        }
    }
}

impl Buffer {
    fn append(&mut self, sink: &dyn Sink, bytes: &[u8], ending: &[u8]) -> Result<(), Error> {
        if self.closed {
            return Err(self.failed(known!(BrokenPipe)));
        }
        let length = bytes.len() + ending.len();
        if length > CAPACITY - self.length {
            self.drain(sink)?;
        }
        if length >= CAPACITY {
            write_all(sink, bytes).map_err(|failure| self.failed(failure))?;
            return self.append(sink, ending, b"");
        }
        let (text, rest) = self.bytes[self.length..][..length].split_at_mut(bytes.len());
        text.copy_from_slice(bytes);
        rest.copy_from_slice(ending);
        self.length += length;
        Ok(())
    }

    /// Empties the buffer, also when writing fails: what was written in part must not come again.
    fn drain(&mut self, sink: &dyn Sink) -> Result<(), Error> {
        let length = core::mem::take(&mut self.length);
        write_all(sink, &self.bytes[..length]).map_err(|failure| self.failed(failure))
    }

    #[cold]
    fn failed(&mut self, failure: Error) -> Error {
        self.closed |= failure == known!(BrokenPipe);
        self.failure.get_or_insert(failure);
        failure
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").finish_non_exhaustive()
    }
}

fn write_all(sink: &dyn Sink, bytes: &[u8]) -> Result<(), Error> {
    let mut rest = bytes;
    while !rest.is_empty() {
        let written = sink.write(rest)?;
        if written == 0 {
            return Err(known!(WriteFailed));
        }
        rest = &rest[written..];
    }
    Ok(())
}

/// Returns a number that no other living thread has; never zero.
///
/// The address of a thread-local, which is cheaper than the id of the standard library and still
/// there while the thread-locals with destructors are going.
pub(crate) fn thread_token() -> usize {
    thread_local! {
        static TOKEN: u8 = const { 0 };
    }
    TOKEN.with(|token| core::ptr::from_ref(token).addr())
}
