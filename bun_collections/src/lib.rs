//! bun_collections.
