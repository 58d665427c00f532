//! bun_derive.
