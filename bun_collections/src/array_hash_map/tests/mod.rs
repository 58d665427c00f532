//! Tests of [`ArrayHashMap`](super::ArrayHashMap).

mod capacities;
mod contexts;
mod model;
mod strings;
mod unwind;
mod whole;
