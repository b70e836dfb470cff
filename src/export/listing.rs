//! Items of lists in Markdown: how far they stand in, and a number of its own only where Markdown counts the same.

use super::markdown::MarkdownPage;
use crate::review::{BlockKind, ListPlace};

/// Digits of the largest number that begins a list in Markdown.
const DIGITS: usize = 9;

/// The list that is open at each depth: the number that Markdown would give its next item and the sign behind it, or that it has bullets.
#[derive(Debug, Default)]
pub(super) struct MarkdownLists(Vec<Option<(u64, char)>>);

impl MarkdownLists {
    /// Begins a block; `heading` is what stands before one of that kind which is in no list.
    pub(super) fn begin(&mut self, page: &mut MarkdownPage, kind: &BlockKind, item: &ListPlace, heading: &'static str) {
        if *kind != BlockKind::ListItem {
            self.0.clear();
            page.fixed(heading);
            if let Some(mark) = item.mark() {
                page.inline(mark).fixed(" ");
            }
            return;
        }
        // An item stands no more than one list further in than the one above, or Markdown takes it for code.
        let depth = item.depth.min(self.0.len());
        if item.goes_on() && self.0.len() > depth {
            (0..=depth).for_each(|_| _ = page.fixed("    "));
            return;
        }
        (0..depth).for_each(|_| _ = page.fixed("    "));
        self.0.truncate(depth + 1);
        let open = if self.0.len() > depth { self.0.pop() } else { None };
        let number = item.mark().and_then(counted).filter(|(number, sign)| match open {
            Some(Some((next, held))) => (next, held) == (*number, *sign) || held != *sign,
            Some(None) | None => true,
        });
        self.0.push(number.map(|(number, sign)| (number + 1, sign)));
        match (number, item.mark()) {
            (Some((number, '.')), _) => _ = page.number(number).fixed(". "),
            (Some((number, _)), _) => _ = page.number(number).fixed(") "),
            (None, Some(mark)) => _ = page.fixed("- ").inline(mark).fixed(" "),
            (None, None) => _ = page.fixed("- "),
        }
    }
}

/// The number and the sign behind it, of a mark that Markdown could have set.
fn counted(mark: &str) -> Option<(u64, char)> {
    let (digits, sign) =
        mark.strip_suffix('.').map(|digits| (digits, '.')).or_else(|| Some((mark.strip_suffix(')')?, ')')))?;
    let sound = (1..=DIGITS).contains(&digits.len()) && (digits == "0" || !digits.starts_with('0'));
    (sound && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())?
        .map(|number| (number, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_in_markdown_counts_as_its_file_does_or_says_the_number() {
        let item = |mark: Option<&str>, depth: usize| ListPlace { mark: mark.map(Into::into), depth };
        let items = [
            item(Some("3."), 0),
            item(Some("4."), 0),
            item(Some("7."), 0),
            item(Some("a)"), 1),
            item(None, 1),
            item(Some(""), 1),
            item(Some("1)"), 4),
        ];
        let (mut page, mut lists) = (MarkdownPage::default(), MarkdownLists::default());
        for item in &items {
            lists.begin(&mut page, &BlockKind::ListItem, item, "");
            page.running("5. x").fixed("\n");
        }
        lists.begin(&mut page, &BlockKind::Heading, &item(Some("2.1"), 0), "#### ");
        page.running("x");
        let text = "3. 5\\. x\n4. 5\\. x\n- 7\\. 5\\. x\n    - a) 5. x\n    - 5\\. x\n        5\\. x\n        1) 5\\. x\n#### 2.1 x\n";
        assert_eq!(page.finish(), text);
    }
}
