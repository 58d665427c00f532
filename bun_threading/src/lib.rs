//! bun_threading.
