//! Tests of the hash map.

mod model;
mod order;
mod unwind;
