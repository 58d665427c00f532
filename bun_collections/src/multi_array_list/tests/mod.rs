//! Tests of [`MultiArrayList`](super::MultiArrayList).

mod drops;
mod layouts;
mod model;
mod ported;
mod unwind;
