//! What a session says, as a checksum: what a sign-off is given on.

use super::wire::ClaimShape;
use super::{Hashing, Session};

impl Session {
    /// SHA-256, in lower-case hex, of what the session says: the article's SHA-256, then every claim and every claim whose words are
    /// gone as compact JSON with the keys of the file in its order, each ended by a line feed. The history has no part in it.
    pub fn state_sha256(&self) -> String {
        let mut hashing = Hashing::default();
        let mut line = |text: &str| {
            hashing.take(text.as_bytes());
            hashing.take(b"\n");
        };
        line(&self.article.sha256());
        let standing = self.claims().iter().map(|claim| ClaimShape::of(&self.article, claim));
        for shape in standing.chain(self.apart().iter().map(|claim| ClaimShape::apart(self, claim))) {
            // The shapes hold strings, numbers, lists and maps with text keys only: they always are JSON.
            line(&serde_json::to_string(&shape).unwrap_or_default());
        }
        hashing.hex()
    }
}
