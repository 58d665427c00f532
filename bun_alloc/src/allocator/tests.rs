//! Tests of the contract on `Global` and of the provided methods.
