//! `dateline explain`: the page of a diagnostic.

use super::Outcome;
use super::arguments::ExplainOptions;
use super::terminal;
use crate::diagnostic::{Code, nearest};
use crate::error::Error;

/// Prints the page of one code, or lists all.
pub(super) fn run(options: &ExplainOptions) -> Result<Outcome, Error> {
    let Some(word) = &options.code else {
        let lines = Code::ALL.iter().map(|code| format!("{:<22}{}\n", code.word(), code.severity().word()));
        terminal::print_result(&lines.collect::<String>());
        return Ok(Outcome::Fine);
    };
    match Code::from_word(word) {
        Some(code) => {
            terminal::print_result(code.explanation());
            Ok(Outcome::Fine)
        }
        None => {
            let near = nearest(word, Code::ALL.iter().map(|code| code.word()));
            let hint = near.map_or_else(|| "`dateline explain` lists all".to_owned(), |near| format!("did you mean `{near}`?"));
            Err(Error::Usage(format!("no diagnostic is called `{word}`; {hint}")))
        }
    }
}
