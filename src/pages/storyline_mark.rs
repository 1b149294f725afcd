//! The mark of a storyline: a letter and a colour, the same wherever storylines are told apart.

use serde::Serialize;

use super::parts::NamedLink;
use super::site_plan::SitePlan;

/// A storyline with its mark.
#[derive(Debug, Clone, Serialize)]
pub struct StorylineMark {
    /// `A`, and after `Z` `A2`.
    pub letter: String,
    /// The number of its colour, from 1 to 8.
    pub tone: usize,
    pub name: String,
    pub href: String,
    /// Its place among the storylines by title, from 0.
    #[serde(skip)]
    pub rank: usize,
}

/// The style sheets have so many colours for storylines.
const TONES: usize = 8;

impl SitePlan<'_> {
    /// The mark of each storyline, in the order of their ids.
    pub(super) fn storyline_marks(&self) -> Vec<StorylineMark> {
        let mut marks: Vec<Option<StorylineMark>> = vec![None; self.graph.storylines.len()];
        for (rank, id) in self.storylines_by_title().into_iter().enumerate() {
            let NamedLink { name, href } = self.storyline_link(id);
            marks[id.index()] = Some(StorylineMark { letter: letter(rank), tone: rank % TONES + 1, name, href, rank });
        }
        marks.into_iter().flatten().collect()
    }
}

fn letter(rank: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(rank % 26).unwrap_or(0));
    if rank < 26 { letter.to_string() } else { format!("{letter}{}", rank / 26 + 1) }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 1, 25, 26, 52].map(letter), ["A", "B", "Z", "A2", "A3"]);
    }
}
