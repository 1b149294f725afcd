//! Looking a written name up: by id, then by name or alias, whatever its case and spacing.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// Reduces a name to what two writings of it share: NFKC, lower case, single spaces.
pub fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.split_ascii_whitespace().map(str::to_ascii_lowercase).collect::<Vec<_>>().join(" ");
    }
    let folded: String = name.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Records of one kind by id and by name.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_id: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    /// Every id and name as written, for suggestions.
    written: Vec<String>,
}

/// What a lookup found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    One(usize),
    /// Several records have this name; the first is taken.
    Several(Vec<usize>),
}

impl Names {
    /// Adds a record under its id; false when the id is taken.
    pub(super) fn add_id(&mut self, id: &str, index: usize) -> bool {
        if self.by_id.contains_key(id) {
            return false;
        }
        self.by_id.insert(id.to_owned(), index);
        self.written.push(id.to_owned());
        true
    }

    /// Adds a name or alias of a record, and gives the other record that has it already.
    pub(super) fn add_name(&mut self, name: &str, index: usize) -> Option<usize> {
        let holders = self.by_name.entry(fold(name)).or_default();
        if holders.contains(&index) {
            return None;
        }
        holders.push(index);
        self.written.push(name.to_owned());
        (holders.len() > 1).then(|| holders[0])
    }

    /// Finds a record by id, then by name or alias.
    pub(super) fn find(&self, text: &str) -> Found {
        if let Some(&index) = self.by_id.get(text) {
            return Found::One(index);
        }
        match self.by_name.get(&fold(text)).map(Vec::as_slice) {
            None | Some([]) => Found::Nothing,
            Some([index]) => Found::One(*index),
            Some(several) => Found::Several(several.to_vec()),
        }
    }

    /// The record with exactly this id.
    pub(super) fn find_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Every id and name, for «did you mean».
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.written.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_before_names_and_case_does_not_matter() {
        let mut names = Names::default();
        names.add_id("china", 0);
        names.add_name("People's Republic", 0);
        names.add_name("China", 1);
        assert_eq!(names.find("china"), Found::One(0));
        assert_eq!(names.find("people's  republic"), Found::One(0));
        assert_eq!(names.find("CHINA"), Found::One(1));
        assert_eq!(names.find("Japan"), Found::Nothing);
    }
}
