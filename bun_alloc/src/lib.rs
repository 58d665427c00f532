//! bun_alloc.

extern crate alloc;
extern crate std;

mod allocator;
mod error;

pub use allocator::{Allocator, DefaultAllocator, Global, dangling};
pub use error::AllocError;
