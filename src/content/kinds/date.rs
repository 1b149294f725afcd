//! Dates in front matter: read as EDTF, with the nearest valid spelling where they are not.

use chrono_tz::Tz;

use crate::date::{DateError, EventDate};
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Located, Node, Reader, Spot, Value};

/// Reads a date that may be missing.
pub(super) fn read_day(node: &Node, key: &str, reader: &mut Reader, zone: Tz) -> Option<EventDate> {
    read_located_day(node, key, reader, zone).map(|date| date.value)
}

pub(super) fn read_located_day(node: &Node, key: &str, reader: &mut Reader, zone: Tz) -> Option<Located<EventDate>> {
    let text = read_date_text(node, key, reader)?;
    match EventDate::parse(&text.value, zone) {
        Ok(value) => Some(Located { value, at: text.at }),
        Err(error) => {
            report_bad_date(reader, text.at, error);
            None
        }
    }
}

/// Reads the letters of a date. EDTF writes sets as `[a,b]` and `{a,b}`, which YAML takes for a list and a mapping.
pub(super) fn read_date_text(node: &Node, key: &str, reader: &mut Reader) -> Option<Located<String>> {
    let written = node.get(key)?;
    let join = |members: Vec<&str>, open, close| Some(Located { value: format!("{open}{}{close}", members.join(",")), at: written.at });
    match &written.value {
        Value::List(nodes) => join(nodes.iter().filter_map(Node::as_text).collect(), '[', ']'),
        Value::Mapping(entries) => join(entries.iter().map(|(key, _)| key.name.as_str()).collect(), '{', '}'),
        _ => reader.text(written, key),
    }
}

pub(super) fn report_bad_date(reader: &mut Reader, at: Spot, error: DateError) {
    let help = match &error.suggestion {
        Some(spelling) => format!("write it as `{spelling}`"),
        None => {
            "`dateline explain bad-date` shows how dates are written: year first, such as `2019-10-07`, `2019-10` or `2019-10~` (about)"
                .to_owned()
        }
    };
    reader.report(at, Diagnostic::new(Code::BadDate, error.message).help(help));
}
