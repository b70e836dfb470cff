//! Where sentences end, as far as their stops tell for certain.

/// What closes a sentence behind its stop.
pub const SENTENCE_CLOSERS: [char; 7] = ['"', '”', '’', '»', '\'', ')', ' '];

/// Letters of the longest title that is cut short: "Prof.", "Capt.".
const TITLE: usize = 4;

/// True where a sentence of `text` ends before the white space at byte `at`, for certain: where it is in doubt, it goes on.
pub fn is_sentence_end(text: &str, at: usize) -> bool {
    let Some((head, rest)) = text.split_at_checked(at) else { return false };
    let bare = head.trim_end_matches(SENTENCE_CLOSERS);
    let last = bare.trim_end_matches(['.', '!', '?', '…']);
    let word = last.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // A short word with a stop may be one that is cut short, as a title is.
    let is_short = bare.ends_with('.') && !word.contains(|c: char| c.is_numeric()) && word.chars().count() < 4;
    let is_title = bare.ends_with('.') && word.starts_with(char::is_uppercase) && word.chars().count() <= TITLE;
    let begins = rest.trim_start().chars().next().is_some_and(|c| !c.is_lowercase());
    last.len() < bare.len() && begins && !is_short && !is_title
}

#[cfg(test)]
mod tests {
    use super::is_sentence_end;

    #[test]
    fn a_stop_behind_a_title_or_before_a_small_letter_ends_nothing() {
        let ends = |text: &str| {
            let all = text.match_indices(' ').map(|(at, _)| at).filter(|at| is_sentence_end(text, *at));
            all.filter_map(|at| text.get(..at)).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(
            ends("Dr. Holm left. \u{201c}It rained.\u{201d} He stayed"),
            ["Dr. Holm left.", "Dr. Holm left. \u{201c}It rained.\u{201d}",]
        );
        assert_eq!(
            ends("It cost 5 mn. in total. It closed in 2008. It sank!"),
            ["It cost 5 mn. in total.", "It cost 5 mn. in total. It closed in 2008.",]
        );
    }
}
