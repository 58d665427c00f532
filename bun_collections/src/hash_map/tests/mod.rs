//! Tests of the hash map.

mod model;
mod order;
mod reach;
mod unwind;
