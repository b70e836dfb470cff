//! The archive around a document's parts. Its files carry no time, so one session always gives the same bytes.

use std::io::{self, Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::xml::Xml;

/// The namespaces of the parts that this program writes; `r` is not used in them, but some readers want it declared.
pub(super) const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// Why a document could not be built.
#[derive(Debug, thiserror::Error)]
pub(in super::super) enum DocxError {
    /// Writing a part into memory failed.
    #[error(transparent)]
    Part(#[from] io::Error),
    /// Packing the parts failed.
    #[error(transparent)]
    Archive(#[from] zip::result::ZipError),
}

/// The looks that paragraphs name.
const STYLES: &str = include_str!("styles.xml");

const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The part that holds properties of other programs' making, and what it is.
pub(super) const OWN_PROPERTIES: &str = "docProps/custom.xml";
pub(super) const OWN_CONTENT: &str = "application/vnd.openxmlformats-officedocument.custom-properties+xml";

/// What our property is called: as of which edit the document was made. Word and LibreOffice keep it when they save.
pub(in super::super) const OWN_AS_OF: &str = "factdesk as of";

/// The part with our property in it.
pub(super) fn own_properties(as_of: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"{OFFICE}/custom-properties\" \
         xmlns:vt=\"{OFFICE}/docPropsVTypes\"><property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" \
         name=\"{OWN_AS_OF}\"><vt:lpwstr>{}</vt:lpwstr></property></Properties>",
        quick_xml::escape::escape(as_of)
    )
}

/// The parts of a document.
pub(super) struct Package<'a> {
    /// The title, for the file's properties.
    pub(super) title: &'a str,
    /// A remark, for the file's properties; may be empty.
    pub(super) description: &'a str,
    /// As of which edit it is made, for a property of our own; may be empty.
    pub(super) as_of: &'a str,
    /// The body.
    pub(super) document: Vec<u8>,
    /// The comments.
    pub(super) comments: Option<Vec<u8>>,
    /// How items are marked.
    pub(super) numbering: Option<Vec<u8>>,
}

impl Package<'_> {
    /// The file.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, DocxError> {
        let mut parts = vec![
            ("[Content_Types].xml", self.types()?),
            ("_rels/.rels", self.outer_relations()?),
            ("docProps/core.xml", self.properties()?),
            ("word/_rels/document.xml.rels", self.inner_relations()?),
            ("word/styles.xml", STYLES.as_bytes().to_vec()),
            ("word/document.xml", self.document.clone()),
        ];
        parts.extend(self.comments.clone().map(|comments| ("word/comments.xml", comments)));
        parts.extend(self.numbering.clone().map(|numbering| ("word/numbering.xml", numbering)));
        if !self.as_of.is_empty() {
            parts.push((OWN_PROPERTIES, own_properties(self.as_of).into_bytes()));
        }
        archive(&parts)
    }

    fn outer_relations(&self) -> io::Result<Vec<u8>> {
        let both = [("officeDocument", "word/document.xml"), ("custom-properties", OWN_PROPERTIES)];
        let used = if self.as_of.is_empty() { both.get(..1).unwrap_or_default() } else { both.as_slice() };
        relations(used, true)
    }

    fn types(&self) -> io::Result<Vec<u8>> {
        let mut xml = Xml::new()?;
        xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))])?;
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)])?;
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)])?;
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", &format!("{TYPES}.{kind}+xml"))])
        };
        part("/word/document.xml", "document.main")?;
        part("/word/styles.xml", "styles")?;
        if self.comments.is_some() {
            part("/word/comments.xml", "comments")?;
        }
        if self.numbering.is_some() {
            part("/word/numbering.xml", "numbering")?;
        }
        if !self.as_of.is_empty() {
            let name = format!("/{OWN_PROPERTIES}");
            xml.empty("Override", &[("PartName", &name), ("ContentType", OWN_CONTENT)])?;
        }
        xml.close("Types")?;
        Ok(xml.finish())
    }

    fn inner_relations(&self) -> io::Result<Vec<u8>> {
        let mut used = vec![("styles", "styles.xml")];
        used.extend(self.comments.is_some().then_some(("comments", "comments.xml")));
        used.extend(self.numbering.is_some().then_some(("numbering", "numbering.xml")));
        relations(&used, false)
    }

    fn properties(&self) -> io::Result<Vec<u8>> {
        let mut xml = Xml::new()?;
        let core = format!("{PACKAGE}/metadata/core-properties");
        let elements = "http://purl.org/dc/elements/1.1/";
        xml.open("cp:coreProperties", &[("xmlns:cp", &core), ("xmlns:dc", elements)])?;
        for (name, words) in [("dc:title", self.title), ("dc:description", self.description)] {
            xml.open(name, &[])?;
            xml.text(words)?;
            xml.close(name)?;
        }
        xml.close("cp:coreProperties")?;
        Ok(xml.finish())
    }
}

fn relations(targets: &[(&str, &str)], outer: bool) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))])?;
    for (index, (kind, target)) in targets.iter().enumerate() {
        let (id, kind) = (format!("rId{}", index + 1), format!("{RELATIONS}/{kind}"));
        xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)])?;
    }
    if outer {
        let kind = format!("{PACKAGE}/relationships/metadata/core-properties");
        xml.empty("Relationship", &[("Id", "rIdCore"), ("Type", &kind), ("Target", "docProps/core.xml")])?;
    }
    xml.close("Relationships")?;
    Ok(xml.finish())
}

/// A zip of `parts` in their order.
pub(in super::super) fn archive(parts: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, DocxError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
