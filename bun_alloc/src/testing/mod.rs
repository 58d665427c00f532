//! Allocators for tests: one that fails on demand, one that checks its callers, and a global one
//! that fails on demand for the current thread. Feature `testing`.
//!
//! | to test | use |
//! |---|---|
//! | how code that takes an [`Allocator`](crate::Allocator) fails | [`FailingAllocator`] |
//! | that such code frees what it allocates, once, with the right layout | [`CountingAllocator`] |
//! | the `try_` paths of containers on the global allocator | [`FailingGlobal`], [`each_failure`] |

#[cfg(test)]
pub(crate) mod block_model;
mod counting;
mod failing;
mod failing_global;
#[cfg(test)]
mod tests;

pub use counting::{AllocationCounts, CountingAllocator};
pub use failing::FailingAllocator;
pub use failing_global::{FailingGlobal, each_failure, with_failure_after};
