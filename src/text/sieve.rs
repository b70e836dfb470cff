//! A sieve for words: says at once of most words that they are not in a list.

/// Bits of the sieve: a few thousand words leave most of them empty.
const BITS: usize = 1 << 16;

/// Words by their first two bytes, last byte and length; it may take a word for one of its own, never the other way round.
#[derive(Clone, Debug)]
pub struct Sieve {
    bits: Vec<u64>,
}

impl Default for Sieve {
    fn default() -> Self {
        Self { bits: vec![0; BITS / 64] }
    }
}

impl Sieve {
    /// Adds `word`, which is in lower case.
    pub fn add(&mut self, word: &str) {
        let place = place(word);
        if let Some(bits) = self.bits.get_mut(place / 64) {
            *bits |= 1 << (place % 64);
        }
    }

    /// False when `word`, its ASCII letters in any case, was surely not added.
    pub fn may_have(&self, word: &str) -> bool {
        let place = place(word);
        self.bits.get(place / 64).is_some_and(|bits| (bits >> (place % 64)) & 1 == 1)
    }
}

/// The bit of `word`; the same for upper and lower case of ASCII letters.
fn place(word: &str) -> usize {
    let bytes = word.as_bytes();
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(byte | 0x20));
    let last = byte(bytes.len().saturating_sub(1));
    (byte(0).wrapping_mul(0x9e37)
        ^ byte(1).wrapping_mul(0x85eb)
        ^ last.wrapping_mul(0x0193)
        ^ bytes.len().wrapping_mul(0x6a09))
        % BITS
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn words_that_were_added_pass_in_any_case() {
        let mut sieve = Sieve::default();
        assert!(!sieve.may_have("seven"));
        for word in ["seven", "märz", "a"] {
            sieve.add(word);
        }
        for word in ["seven", "SEVEN", "Seven", "märz", "a"] {
            assert!(sieve.may_have(word), "{word}");
        }
        assert!(!sieve.may_have("bridge") && !sieve.may_have(""));
    }
}
