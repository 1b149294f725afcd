//! Agreement with another library's table of dates and bounds, where that table is at hand.

use std::path::PathBuf;

use super::super::{CivilDay, EventDate};
use super::ZONE;

/// Rows that differ for a reason, with the reason.
const EXPLAINED: [(&str, &str); 22] = [
    ("2004-06-11?", "the table's upper bound is padded for doubt, and ends before it begins"),
    ("2004-06-11%", "padded for doubt"),
    ("2004?-06-11", "padded for doubt"),
    ("2004-06~-11", "padded for doubt"),
    ("2004-06-~11", "padded for doubt"),
    ("2004-?06-?11", "padded for doubt"),
    ("2004?-06-~11", "padded for doubt"),
    ("2004?-~06-~04", "padded for doubt"),
    ("2011-~06-~04", "padded for doubt"),
    ("/2006", "the table puts an unknown start ten years back; here it is not known"),
    ("2004-06-01/", "the table puts an unknown end ten years on; here it is not known"),
    ("1984-06-02?/", "the table puts an unknown end ten years on; here it is not known"),
    ("2010-24", "the table ends winter with the year; here it ends in February"),
    ("XXXX-XX-23", "a day without a year is on no scale here"),
    ("-01XX", "ISO 8601-2 has no unspecified digits in negative years"),
    ("-01XX~", "ISO 8601-2 has no unspecified digits in negative years"),
    ("1950S2", "the table ignores significant digits"),
    ("1953S2", "the table ignores significant digits"),
    ("1953S3", "the table ignores significant digits"),
    ("Y3388E2S3", "the table ignores significant digits"),
    ("Y171010000S3", "the table ignores significant digits"),
    ("Y17101E4S3", "the table ignores significant digits"),
];

#[test]
fn bounds_agree_with_the_sample_table_or_differ_for_a_stated_reason() {
    let Some(folder) = std::env::var_os("DATELINE_CORPORA") else {
        println!("skipped: DATELINE_CORPORA names no folder with tables of dates");
        return;
    };
    let path = PathBuf::from(folder).join("edtf_samples.tsv");
    let Ok(table) = std::fs::read_to_string(&path) else {
        println!("skipped: no table of dates at {}", path.display());
        return;
    };
    let (mut bounds, mut accepted, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        match cells.as_slice() {
            ["BAD_EXAMPLES", text, ..] => refused.push((*text, EventDate::parse(text, ZONE).is_err())),
            [_, text, lower, upper] if !lower.is_empty() => bounds.push((*text, agrees(text, lower, upper))),
            [_, text, ..] => accepted.push((*text, EventDate::parse(text, ZONE).is_ok())),
            _ => {}
        }
    }
    for (name, rows) in [("bounds", &bounds), ("accepted", &accepted), ("refused", &refused)] {
        let agreeing = rows.iter().filter(|(_, agrees)| *agrees).count();
        println!("{name}: {agreeing} of {} agree", rows.len());
        for (text, _) in rows.iter().filter(|(_, agrees)| !agrees) {
            println!("  {text}: {}", reason(text).unwrap_or("UNEXPLAINED"));
        }
    }
    let unexplained: Vec<&str> = [bounds, accepted, refused]
        .concat()
        .into_iter()
        .filter(|(text, agrees)| !agrees && reason(text).is_none())
        .map(|(text, _)| text)
        .collect();
    assert!(unexplained.is_empty(), "unexplained: {unexplained:?}");
}

fn reason(text: &str) -> Option<&'static str> {
    EXPLAINED.iter().find(|(explained, _)| *explained == text).map(|(_, reason)| *reason)
}

fn agrees(text: &str, lower: &str, upper: &str) -> bool {
    let show =
        |day: Option<CivilDay>, open: &str| day.map_or_else(|| open.to_owned(), |day| day.to_string().trim_start_matches('+').to_owned());
    EventDate::parse(text, ZONE).is_ok_and(|date| show(date.earliest(), "-inf") == lower && show(date.latest(), "inf") == upper)
}
