//! bun_sys.
