//! bun_str.
