//! bun_core.
