//! bun_wyhash.
