//! bun_paths.
