//! bun_alloc.
