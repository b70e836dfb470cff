//! Names of an archive's parts, as one part writes another's.

/// Where `target`, written in a part of `folder`, leads, as a name in the archive: `..` goes up, a slash in front begins at the top.
pub fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn a_target_is_read_from_its_folder() {
        let cases = [
            (("word", "comments.xml"), "word/comments.xml"),
            (("word", "../docProps/app.xml"), "docProps/app.xml"),
            (("word", "/customXml/item1.xml"), "customXml/item1.xml"),
            (("", "./a//b.xhtml"), "a/b.xhtml"),
            (("a", "../../b"), "b"),
        ];
        for ((folder, target), name) in cases {
            assert_eq!(resolved(folder, target), name);
        }
    }
}
