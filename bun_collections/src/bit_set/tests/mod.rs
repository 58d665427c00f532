//! Tests of the bit sets.
