//! Tests of string maps.

mod keys;
mod model;
mod order;
mod unwind;
