//! The completion of a path that is typed: what a key adds to it, and what it may go on with.

/// What a typed path may go on with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The path as it was typed.
    pub typed: String,
    /// The path as far as every choice goes on alike; never shorter than what was typed.
    pub text: String,
    /// The whole paths that it may become, sorted, folders with a separator at their end.
    pub choices: Vec<String>,
}

impl Completion {
    /// The completion of `typed` among `names`: the entries of the folder that its last part is looked for in, each with whether
    /// it is a folder. What begins with a dot is only meant where a dot was typed; letters may differ in case where nothing has
    /// them as they were typed.
    pub fn new(typed: &str, names: impl IntoIterator<Item = (String, bool)>) -> Self {
        let (folder, begun) = split(typed);
        let lower = begun.to_lowercase();
        let mut found: Vec<(String, bool)> = names
            .into_iter()
            .filter(|(name, _)| name.to_lowercase().starts_with(&lower))
            .filter(|(name, _)| begun.starts_with('.') || !name.starts_with('.'))
            .collect();
        if found.iter().any(|(name, _)| name.starts_with(begun)) {
            found.retain(|(name, _)| name.starts_with(begun));
        }
        found.sort();
        let whole = |(name, is_folder): &(String, bool)| format!("{folder}{name}{}", if *is_folder { "/" } else { "" });
        let choices: Vec<String> = found.iter().map(whole).collect();
        let alike = choices.iter().skip(1).fold(choices.first().cloned(), |alike, other| {
            alike.map(|alike| {
                alike.chars().zip(other.chars()).take_while(|(one, two)| one == two).map(|(c, _)| c).collect()
            })
        });
        let text =
            alike.filter(|alike| alike.chars().count() >= typed.chars().count()).unwrap_or_else(|| typed.to_owned());
        Self { typed: typed.to_owned(), text, choices }
    }
}

/// A path's folder with the separator behind it, and the rest: `notes/dra` is `notes/` and `dra`.
pub fn split(typed: &str) -> (&str, &str) {
    let separators: &[char] = if cfg!(windows) { &['/', '\\'] } else { &['/'] };
    typed.rfind(separators).and_then(|at| typed.split_at_checked(at + 1)).unwrap_or(("", typed))
}

/// The last part of a path, with the separator of a folder: of `notes/drafts/` it is `drafts/`.
pub fn name(path: &str) -> &str {
    let bare = path.strip_suffix('/').unwrap_or(path);
    path.get(split(bare).0.len()..).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn among(typed: &str) -> Completion {
        let names = [
            ("draft-1.docx", false),
            ("draft-2.docx", false),
            ("Evidence", true),
            (".hidden", false),
            ("Éva.txt", false),
        ];
        Completion::new(typed, names.map(|(name, is_folder)| (name.to_owned(), is_folder)))
    }

    #[test]
    fn a_path_grows_as_far_as_all_choices_are_alike() {
        let both = among("notes/d");
        assert_eq!(both.text, "notes/draft-");
        assert_eq!(both.choices, ["notes/draft-1.docx", "notes/draft-2.docx"]);
        assert_eq!(among("notes/draft-2").text, "notes/draft-2.docx");
        assert_eq!(among("nothing").choices, Vec::<String>::new());
        assert_eq!(among("nothing").text, "nothing");
    }

    #[test]
    fn a_folder_ends_in_a_separator_and_case_is_mended() {
        assert_eq!(among("~/evi").text, "~/Evidence/");
        assert_eq!(among("é").text, "Éva.txt");
    }

    #[test]
    fn hidden_files_are_meant_by_their_dot_only() {
        assert!(!among("").choices.iter().any(|name| name == ".hidden"));
        assert_eq!(among(".").text, ".hidden");
    }
}
