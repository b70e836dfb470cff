//! What an article is cut into and what is proposed in it.

mod sentences;
mod speakers;
mod train;
mod worth;
