//! Counts the words of running text.
//!
//! In: text in any number of runs. Out: a number of words.
//! Never: needs a dictionary; a character of a script written without spaces counts as a word.

/// Counts words over runs of text, since a word may change its type face in the middle.
#[derive(Default)]
pub(super) struct WordCounter {
    pub(super) count: usize,
    is_inside: bool,
}

impl WordCounter {
    /// Counts the words that begin in `text`.
    pub(super) fn read(&mut self, text: &str) {
        if text.is_ascii() {
            return self.read_ascii(text.as_bytes());
        }
        for c in text.chars() {
            if is_written_without_spaces(c) {
                self.count += 1;
                self.is_inside = false;
            } else if c.is_whitespace() {
                self.is_inside = false;
            } else if !self.is_inside && c.is_alphanumeric() {
                self.count += 1;
                self.is_inside = true;
            }
        }
    }

    /// The same for plain letters, of which most texts are made.
    fn read_ascii(&mut self, text: &[u8]) {
        for byte in text {
            let is_letter = byte.is_ascii_alphanumeric();
            self.count += usize::from(is_letter & !self.is_inside);
            self.is_inside = (self.is_inside | is_letter) & !matches!(byte, b'\t'..=b'\r' | b' ');
        }
    }

    /// Ends the word at hand, as a new block or line does.
    pub(super) fn end_word(&mut self) {
        self.is_inside = false;
    }
}

/// Tells whether a character is Han, Hiragana or Katakana.
pub(super) fn is_written_without_spaces(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
