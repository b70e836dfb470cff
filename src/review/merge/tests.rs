//! What a merge keeps.
