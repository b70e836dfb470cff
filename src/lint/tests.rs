//! Tests of what an article says against itself.
