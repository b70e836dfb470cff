//! What holds for every field of the list.
