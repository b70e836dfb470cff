//! What others have written, on its way back in: a file, or a text that was pasted.

use std::path::PathBuf;

/// Where what others have written comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Homecoming {
    /// The file at this path.
    File(PathBuf),
    /// A mail or another text that was pasted.
    Pasted(String),
}

impl Homecoming {
    /// What it is called: the file's name, or that it was pasted.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            Self::Pasted(_) => "what was pasted".to_owned(),
        }
    }
}
