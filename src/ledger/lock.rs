//! The text of `dateline.lock`: one promise a line, sorted, so that git can join two of them line by line.
//!
//! ```text
//! dateline-lock 1
//! address /events/entity-list-28/
//! version events/entity-list-28 2 2026-11-27 <blake3, 64 hexadecimal digits> An earlier version gave 27 organisations
//! withdrawn events/another 2026-11-20
//! ```

use std::collections::BTreeMap;

use super::{LOCK_NAME, Ledger, RecordKey, Version, Withdrawal};
use crate::diagnostic::{Code, Diagnostic, Location};

const FIRST_LINE: &str = "dateline-lock 1";
const HEAD: &str = "dateline-lock 1
# Every address and every text that this site has released: a promise to those who cite it.
# `dateline release` writes this file. Keep it in git, and leave its lines as they are.
";

/// What to do about a lock that was joined badly.
const RESTORE: &str = "restore the line from git (`git log -p dateline.lock`); nothing that was released may be forgotten";

/// Reads a lock; each line that cannot stand is told, and the others are kept.
pub(super) fn parse(text: &str) -> (Ledger, Vec<Diagnostic>) {
    let mut ledger = Ledger { text: text.to_owned(), ..Ledger::default() };
    let mut findings = Vec::new();
    let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim_end()));
    if lines.next().is_none_or(|(_, first)| first != FIRST_LINE) {
        let help = "it may be cut short, or of a newer Dateline: restore it from git, or update Dateline";
        findings.push(bad(text, 1, format!("{LOCK_NAME} does not begin with `{FIRST_LINE}`")).help(help));
        return (ledger, findings);
    }
    for (number, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        if let Err(finding) = read_line(&mut ledger, number, line) {
            findings.push(*finding);
        }
    }
    check_gaps(&mut ledger, &mut findings);
    (ledger, findings)
}

fn read_line(ledger: &mut Ledger, number: usize, line: &str) -> Result<(), Box<Diagnostic>> {
    let fault = |message: String, help: &str| Err(Box::new(bad(&ledger.text, number, message).help(help)));
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|marker| line.starts_with(marker)) {
        let help =
            "git could not join two releases: keep the lines of both sides, delete the three lines of signs, and run `dateline check`";
        return fault("a conflict of git stands in the lock".to_owned(), help);
    }
    let mut words = line.splitn(6, ' ');
    let (kind, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let twice = "delete one of the two lines";
    match kind {
        "address" if name.starts_with('/') => {
            if let Some(first) = ledger.addresses.insert(name.to_owned(), number) {
                return fault(format!("the address `{name}` stands twice, first in line {first}"), twice);
            }
        }
        "version" => {
            let read = (RecordKey::parse(name), words.next().and_then(|n| n.parse::<u32>().ok()), words.next(), words.next());
            let (Some(record), Some(version @ 1..), Some(date), Some(hash)) = read else {
                return fault("this line is no version".to_owned(), RESTORE);
            };
            let is_whole = is_day(date) && hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
            if !is_whole {
                return fault("the day or the hash of this version is damaged".to_owned(), RESTORE);
            }
            let versions = ledger.versions.entry(record).or_default();
            if let Some(first) = versions.iter().find(|other| other.number == version) {
                let (line, is_same) = (first.line, first.hash == hash);
                let help = if is_same {
                    twice
                } else {
                    "two people released at the same time: take the later line and its text in releases/ away, \
                     and run `dateline release` again, which gives it the next number"
                };
                return fault(format!("version {version} of `{name}` stands twice, first in line {line}"), help);
            }
            let note = words.next().unwrap_or_default().to_owned();
            versions.push(Version { number: version, date: date.to_owned(), hash: hash.to_owned(), note, line: number, kept: None });
        }
        "withdrawn" => {
            let (Some(record), Some(date)) = (RecordKey::parse(name), words.next().filter(|date| is_day(date))) else {
                return fault("this line is no withdrawal".to_owned(), RESTORE);
            };
            let withdrawal = Withdrawal { date: date.to_owned(), line: number };
            if let Some(first) = ledger.withdrawn.insert(record, withdrawal) {
                return fault(format!("`{name}` is withdrawn twice, first in line {}", first.line), twice);
            }
        }
        _ => return fault("this line is no address, version or withdrawal".to_owned(), RESTORE),
    }
    Ok(())
}

/// Sorts the versions, and tells of numbers that are missing. A record that was renamed goes on counting where its old name ended.
fn check_gaps(ledger: &mut Ledger, findings: &mut Vec<Diagnostic>) {
    for versions in ledger.versions.values_mut() {
        versions.sort_by_key(|version| version.number);
    }
    for (record, versions) in &ledger.versions {
        let mut last = versions.first().map_or(0, |first| first.number - 1);
        let goes_on = |(other, theirs): (&RecordKey, &Vec<Version>)| {
            other != record && other.kind == record.kind && theirs.iter().any(|version| version.number == last)
        };
        if last > 0 && !ledger.versions.iter().any(goes_on) {
            last = 0;
        }
        for version in versions {
            if version.number != last + 1 {
                let message = format!("version {} of `{record}` is missing before version {}", last + 1, version.number);
                findings.push(bad(&ledger.text, version.line, message).help(RESTORE));
            }
            last = version.number;
        }
    }
}

/// Writes a lock whole, sorted.
pub(super) fn print<'a>(
    addresses: impl Iterator<Item = &'a str>,
    versions: &BTreeMap<(String, u32), (String, String, String)>,
    withdrawn: &BTreeMap<String, String>,
) -> String {
    let mut text = HEAD.to_owned();
    for address in addresses {
        text.push_str(&format!("address {address}\n"));
    }
    for ((record, number), (date, hash, note)) in versions {
        text.push_str(format!("version {record} {number} {date} {hash} {note}").trim_end());
        text.push('\n');
    }
    for (record, date) in withdrawn {
        text.push_str(&format!("withdrawn {record} {date}\n"));
    }
    text
}

/// A finding at a line of the lock.
pub(super) fn bad(text: &str, line: usize, message: String) -> Diagnostic {
    Diagnostic::new(Code::BadLock, message).at(locate(text, line))
}

/// A line of the lock as a place.
pub(super) fn locate(text: &str, line: usize) -> Location {
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    Location::find(LOCK_NAME, text, start..end)
}

/// Says whether a text is a day such as `2026-11-27`.
fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10 && bytes.iter().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";

    fn messages(lines: &str) -> Vec<String> {
        parse(&format!("{HEAD}{lines}")).1.into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn a_whole_lock_is_read_in_any_order() {
        let text =
            format!("{HEAD}version events/x 2 2026-11-27 {HASH} A note, whole\naddress /events/x/\nversion events/x 1 2026-10-02 {HASH}\n");
        let (ledger, findings) = parse(&text);
        assert_eq!(findings, []);
        let versions = ledger.versions_of(&RecordKey::parse("events/x").unwrap());
        assert_eq!(versions.iter().map(|v| (v.number, v.note.as_str())).collect::<Vec<_>>(), [(1, ""), (2, "A note, whole")]);
    }

    #[test]
    fn what_a_bad_merge_leaves_is_told() {
        assert_eq!(messages("<<<<<<< ours\n").len(), 1);
        assert_eq!(messages("address /a/\naddress /a/\n"), ["the address `/a/` stands twice, first in line 4"]);
        assert_eq!(messages(&format!("version events/x 2 2026-11-27 {HASH}\n")), ["version 1 of `events/x` is missing before version 2"]);
        assert_eq!(
            messages(&format!("version events/x 1 2026-11-27 {}\n", &HASH[1..])),
            ["the day or the hash of this version is damaged"]
        );
        assert_eq!(messages("addres /a/\n"), ["this line is no address, version or withdrawal"]);
    }

    #[test]
    fn a_renamed_record_goes_on_counting() {
        let text = format!("version events/new 2 2026-11-27 {HASH}\nversion events/old 1 2026-10-02 {HASH}\n");
        assert_eq!(messages(&text), [""; 0]);
    }
}
