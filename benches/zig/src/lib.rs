//! zig_oracle.
