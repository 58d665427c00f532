//! [`Channel`]: a queue that readers and writers block on, and that can be closed.

use alloc::collections::VecDeque;
use core::error::Error;
use core::fmt;
use core::marker::PhantomData;
use core::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::{Condvar, Mutex, MutexGuard};

use crate::spin::spin;

/// How many items a [`Channel`] holds before writers wait. Only [`StaticBuffer`] and
/// [`DynamicBuffer`] are.
pub trait ChannelBuffer: sealed::Sealed {
    /// `None` if writers never wait.
    const CAPACITY: Option<usize>;
}

/// Room for `N` items.
#[derive(Debug)]
pub struct StaticBuffer<T, const N: usize> {
    items: PhantomData<T>,
}

/// Room for any number of items.
#[derive(Debug)]
pub struct DynamicBuffer<T> {
    items: PhantomData<T>,
}

impl<T, const N: usize> ChannelBuffer for StaticBuffer<T, N> {
    const CAPACITY: Option<usize> = {
        assert!(N > 0, "a channel without room holds no item");
        Some(N)
    };
}

impl<T> ChannelBuffer for DynamicBuffer<T> {
    const CAPACITY: Option<usize> = None;
}

mod sealed {
    pub trait Sealed {}
    impl<T, const N: usize> Sealed for super::StaticBuffer<T, N> {}
    impl<T> Sealed for super::DynamicBuffer<T> {}
}

/// The channel is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelError {
    /// Nothing more goes in; and for a reader, nothing is left.
    Closed,
}

impl fmt::Display for ChannelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the channel is closed")
    }
}

impl Error for ChannelError {}

/// A queue between any number of writing and reading threads.
///
/// First in, first out. After [`close`](Self::close) writers get an error at once, and readers when
/// they have read what is left. No item is lost on the way: a call that has moved some items says
/// how many, and the next one reports the end.
///
/// `crossbeam-channel` was rejected: it is closed by dropping all its senders, which an object
/// shared by both sides cannot do. Measured beside it (rows `thread/channel`), an item costs 0.9
/// times as much here on one thread, and 1.6 to 2.3 times on its way to another, with room for any
/// number or for 128: here both sides take one lock.
///
/// Zig: `bun.threading.Channel`.
///
/// # Examples
///
/// ```
/// use bun_threading::channel::{Channel, ChannelError, StaticBuffer};
///
/// let channel = Channel::<u32, StaticBuffer<u32, 2>>::init_static();
/// std::thread::scope(|scope| {
///     scope.spawn(|| {
///         assert_eq!(channel.write_all([1, 2, 3, 4, 5]), 5);
///         channel.close();
///     });
///     let mut sum = 0;
///     while let Ok(item) = channel.read_item() {
///         sum += item;
///     }
///     assert_eq!(sum, 15);
/// });
/// assert_eq!(channel.write_item(6), Err(ChannelError::Closed));
/// ```
///
/// Items must be fit for other threads:
///
/// ```compile_fail,E0277
/// let channel = bun_threading::Channel::<std::rc::Rc<u32>>::init();
/// std::thread::scope(|scope| {
///     scope.spawn(|| channel.try_read_item());
/// });
/// ```
pub struct Channel<T, B = DynamicBuffer<T>> {
    state: Mutex<State<T>>,
    /// There is an item, or the channel is closed.
    readable: Condvar,
    /// There is room, or the channel is closed.
    writable: Condvar,
    /// The number of items when the lock was last let go, or [`CLOSED`]. For those who look whether
    /// waiting is worth while; they decide under the lock.
    glance: AtomicUsize,
    buffer: PhantomData<fn() -> B>,
}

const CLOSED: usize = usize::MAX;

struct State<T> {
    items: VecDeque<T>,
    is_closed: bool,
}

impl<T> Channel<T, DynamicBuffer<T>> {
    /// Returns a channel with room for any number of items.
    #[must_use]
    pub fn init() -> Self {
        Self::default()
    }

    /// As [`init`](Self::init).
    #[doc(alias = "initDynamic")]
    #[must_use]
    pub fn init_dynamic() -> Self {
        Self::default()
    }
}

impl<T, const N: usize> Channel<T, StaticBuffer<T, N>> {
    /// Returns a channel with room for `N` items, allocated at once.
    #[doc(alias = "initStatic")]
    #[must_use]
    pub fn init_static() -> Self {
        Self::default()
    }
}

impl<T, B: ChannelBuffer> Default for Channel<T, B> {
    fn default() -> Self {
        let items = VecDeque::with_capacity(B::CAPACITY.unwrap_or(0));
        Self {
            state: Mutex::new(State { items, is_closed: false }),
            readable: Condvar::new(),
            writable: Condvar::new(),
            glance: AtomicUsize::new(0),
            buffer: PhantomData,
        }
    }
}

impl<T, B: ChannelBuffer> Channel<T, B> {
    fn has_room(len: usize) -> bool {
        B::CAPACITY.is_none_or(|capacity| len < capacity)
    }

    /// Blocks until there is room, or the channel is closed.
    fn wait_for_room(&self, state: &mut MutexGuard<'_, State<T>>) {
        let must_wait = |state: &State<T>| !state.is_closed && !Self::has_room(state.items.len());
        if must_wait(state) {
            let is_over = |glance| glance == CLOSED || Self::has_room(glance);
            MutexGuard::unlocked(state, || spin(|| is_over(self.glance.load(Ordering::Relaxed))));
        }
        self.writable.wait_while(state, |state| must_wait(state));
    }

    /// Blocks until there is an item, or the channel is closed.
    fn wait_for_item(&self, state: &mut MutexGuard<'_, State<T>>) {
        let must_wait = |state: &State<T>| !state.is_closed && state.items.is_empty();
        if must_wait(state) {
            MutexGuard::unlocked(state, || spin(|| self.glance.load(Ordering::Relaxed) != 0));
        }
        self.readable.wait_while(state, |state| must_wait(state));
    }

    /// Lets go of the lock after a change, and wakes as many as can use it.
    fn unlock(&self, state: MutexGuard<'_, State<T>>, event: &Condvar, count: usize) {
        let glance = if state.is_closed { CLOSED } else { state.items.len() };
        self.glance.store(glance, Ordering::Relaxed);
        drop(state);
        match count {
            0 => {}
            1 => {
                event.notify_one();
            }
            _ => {
                event.notify_all();
            }
        }
    }

    /// Lets no more items in, and wakes everyone who waits. Closing again does nothing.
    ///
    /// Zig: `Channel.close`.
    pub fn close(&self) {
        let mut state = self.state.lock();
        state.is_closed = true;
        self.unlock(state, &self.readable, usize::MAX);
        self.writable.notify_all();
    }

    /// Returns whether the channel is closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.state.lock().is_closed
    }

    /// Blocks until there is room, and writes an item.
    ///
    /// Zig: `Channel.writeItem`.
    ///
    /// # Errors
    ///
    /// [`ChannelError::Closed`]; the item is dropped.
    #[doc(alias = "writeItem")]
    pub fn write_item(&self, item: T) -> Result<(), ChannelError> {
        let mut state = self.state.lock();
        self.wait_for_room(&mut state);
        if state.is_closed {
            return Err(ChannelError::Closed);
        }
        state.items.push_back(item);
        self.unlock(state, &self.readable, 1);
        Ok(())
    }

    /// Writes an item if there is room. Returns whether there was.
    ///
    /// Zig: `Channel.tryWriteItem`.
    ///
    /// # Errors
    ///
    /// [`ChannelError::Closed`]; the item is dropped.
    #[doc(alias = "tryWriteItem")]
    pub fn try_write_item(&self, item: T) -> Result<bool, ChannelError> {
        Ok(self.write([item])? == 1)
    }

    /// Writes as many items as there is room for, and returns how many.
    ///
    /// Takes no more from the iterator than it writes: pass one by `&mut` to keep the rest. The
    /// iterator runs under the channel's lock, so it must not use the channel. If it panics, what
    /// it gave before is written.
    ///
    /// Zig: `Channel.write`.
    ///
    /// # Errors
    ///
    /// [`ChannelError::Closed`]; nothing was taken.
    pub fn write(&self, items: impl IntoIterator<Item = T>) -> Result<usize, ChannelError> {
        let mut items = items.into_iter();
        let state = self.state.lock();
        if state.is_closed {
            return Err(ChannelError::Closed);
        }
        let mut writing = Writing { channel: self, state: Some(state), count: 0 };
        while let Some(state) = &mut writing.state
            && Self::has_room(state.items.len())
            && let Some(item) = items.next()
        {
            state.items.push_back(item);
            writing.count += 1;
        }
        Ok(writing.count)
    }

    /// Blocks until every item is written, or the channel is closed. Returns how many were written.
    ///
    /// Zig: `Channel.writeAll`.
    #[doc(alias = "writeAll")]
    pub fn write_all(&self, items: impl IntoIterator<Item = T>) -> usize {
        let mut items = items.into_iter().peekable();
        let mut count = 0;
        while items.peek().is_some() {
            self.wait_for_room(&mut self.state.lock());
            match self.write(items.by_ref()) {
                Ok(written) => count += written,
                Err(ChannelError::Closed) => break,
            }
        }
        count
    }

    /// Blocks until there is an item, and reads it.
    ///
    /// Zig: `Channel.readItem`.
    ///
    /// # Errors
    ///
    /// [`ChannelError::Closed`] when the channel is, and is empty.
    #[doc(alias = "readItem")]
    pub fn read_item(&self) -> Result<T, ChannelError> {
        let mut state = self.state.lock();
        self.wait_for_item(&mut state);
        let item = state.items.pop_front().ok_or(ChannelError::Closed)?;
        self.unlock(state, &self.writable, 1);
        Ok(item)
    }

    /// Reads an item if there is one.
    ///
    /// Zig: `Channel.tryReadItem`.
    ///
    /// # Errors
    ///
    /// As [`read_item`](Self::read_item).
    #[doc(alias = "tryReadItem")]
    pub fn try_read_item(&self) -> Result<Option<T>, ChannelError> {
        let mut state = self.state.lock();
        let Some(item) = state.items.pop_front() else {
            return if state.is_closed { Err(ChannelError::Closed) } else { Ok(None) };
        };
        self.unlock(state, &self.writable, 1);
        Ok(Some(item))
    }

    /// Appends up to `len` of the items that are there, and returns how many.
    ///
    /// Zig: `Channel.read`.
    ///
    /// # Errors
    ///
    /// As [`read_item`](Self::read_item).
    pub fn read(&self, to: &mut Vec<T>, len: usize) -> Result<usize, ChannelError> {
        let mut state = self.state.lock();
        if state.is_closed && state.items.is_empty() {
            return Err(ChannelError::Closed);
        }
        let count = len.min(state.items.len());
        to.extend(state.items.drain(..count));
        self.unlock(state, &self.writable, count);
        Ok(count)
    }

    /// Appends `len` items, waiting for them, or as many as come before the channel is closed.
    /// Returns how many.
    ///
    /// Zig: `Channel.readAll`.
    #[doc(alias = "readAll")]
    pub fn read_all(&self, to: &mut Vec<T>, len: usize) -> usize {
        let mut count = 0;
        while count < len {
            self.wait_for_item(&mut self.state.lock());
            match self.read(to, len - count) {
                Ok(read) => count += read,
                Err(ChannelError::Closed) => break,
            }
        }
        count
    }
}

/// Writes under the lock. Lets go of it when dropped, also when the iterator has panicked, and
/// wakes those who can use what was written.
struct Writing<'a, T, B: ChannelBuffer> {
    channel: &'a Channel<T, B>,
    /// `Some` until dropped.
    state: Option<MutexGuard<'a, State<T>>>,
    count: usize,
}

impl<T, B: ChannelBuffer> Drop for Writing<'_, T, B> {
    fn drop(&mut self) {
        if let Some(state) = self.state.take() {
            self.channel.unlock(state, &self.channel.readable, self.count);
        }
    }
}

impl<T, B> fmt::Debug for Channel<T, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state.lock();
        f.debug_struct("Channel")
            .field("len", &state.items.len())
            .field("is_closed", &state.is_closed)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use core::panic::AssertUnwindSafe;

    use super::{Channel, ChannelError, StaticBuffer};

    #[test]
    fn writing_takes_what_fits() {
        let channel = Channel::<u32, StaticBuffer<u32, 2>>::init_static();
        let mut items = 1..=3;
        assert_eq!(channel.write(&mut items), Ok(2));
        assert_eq!((channel.try_write_item(9), items.next()), (Ok(false), Some(3)));
        let mut read = Vec::new();
        assert_eq!(channel.read(&mut read, 9), Ok(2));
        assert_eq!(read, [1, 2]);
        assert_eq!(channel.try_read_item(), Ok(None));
    }

    #[test]
    fn every_item_of_a_slice_goes_through_once() {
        fn pass<const N: usize>() {
            let channel = Channel::<u32, StaticBuffer<u32, N>>::init_static();
            std::thread::scope(|scope| {
                scope.spawn(|| assert_eq!(channel.write_all([1, 2, 3]), 3));
                let mut read = Vec::new();
                assert_eq!(channel.read_all(&mut read, 3), 3);
                assert_eq!(read, [1, 2, 3]);
            });
        }
        pass::<1>();
        pass::<2>();
        pass::<3>();
    }

    #[test]
    fn what_came_before_a_panic_is_written() {
        let channel = Channel::<u32>::init();
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| channel.read_item());
            let items = core::iter::once(1).chain(core::iter::once_with(|| {
                std::panic::resume_unwind(Box::new("no second item"));
            }));
            let result = std::panic::catch_unwind(AssertUnwindSafe(|| channel.write(items)));
            assert_eq!(*result.unwrap_err().downcast::<&str>().unwrap(), "no second item");
            assert_eq!(reader.join().unwrap(), Ok(1));
        });
    }

    #[test]
    fn closing_loses_nothing() {
        let channel = Channel::<u32>::init();
        assert_eq!(channel.write_all([1, 2]), 2);
        let mut read = Vec::new();
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| {
                let count = channel.read_all(&mut read, 5);
                (count, channel.read_item())
            });
            channel.close();
            channel.close();
            assert_eq!(reader.join().unwrap(), (2, Err(ChannelError::Closed)));
        });
        assert_eq!(read, [1, 2]);
        assert_eq!(channel.write([3]), Err(ChannelError::Closed));
        assert_eq!(channel.write_all([3]), 0);
        assert_eq!(channel.try_read_item(), Err(ChannelError::Closed));
    }

    #[test]
    fn two_writers_and_two_readers() {
        const EACH: u32 = if cfg!(miri) { 10 } else { 5000 };
        let channel = Channel::<u32, StaticBuffer<u32, 3>>::init_static();
        let read = || core::iter::from_fn(|| channel.read_item().ok()).map(u64::from).sum::<u64>();
        std::thread::scope(|scope| {
            let readers = [scope.spawn(read), scope.spawn(read)];
            let writers = [1, 2].map(|_| scope.spawn(|| channel.write_all(0..EACH)));
            let written = writers.map(|writer| writer.join().unwrap());
            assert_eq!(written, [EACH as usize; 2]);
            channel.close();
            let sums = readers.map(|reader| reader.join().unwrap());
            assert_eq!(sums[0] + sums[1], u64::from(EACH) * u64::from(EACH - 1));
        });
    }
}
