//! Lists against `VecDeque`, a reader against the bytes behind it.

mod buffered_reader;
mod lists;
