//! `moved` and `withdrawn`: what became of addresses that no file of the content speaks for any more.

use crate::date::EventDate;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::yaml::{Key, Node, Reader, Value};

/// An old address and where it leads now.
#[derive(Debug, Clone)]
pub struct Moved {
    pub from: String,
    pub to: String,
    pub at: Location,
}

/// An address whose page was taken back.
#[derive(Debug, Clone)]
pub struct WithdrawnAddress {
    pub address: String,
    pub date: EventDate,
    pub reason: String,
    pub at: Location,
}

/// Reads `moved: {/old/: /new/}`.
pub(super) fn read_moved(node: Option<&Node>, reader: &mut Reader) -> Vec<Moved> {
    let mut moved = Vec::new();
    for (key, to) in entries(node, "moved", "a mapping of old addresses to new ones, such as `/tags/trade/: /tags/trade-war/`", reader) {
        if let Some(to) = reader.text(to, &key.name) {
            moved.push(Moved { from: key.name.clone(), to: to.value, at: reader.written.locate(key.at) });
        }
    }
    moved
}

/// Reads `withdrawn: {/events/x/: {date: 2024-05-02, reason: …}}`.
pub(super) fn read_withdrawn(node: Option<&Node>, reader: &mut Reader) -> Vec<WithdrawnAddress> {
    let mut withdrawn = Vec::new();
    for (key, why) in entries(node, "withdrawn", "a mapping of addresses, each with `date` and `reason`", reader) {
        let at = reader.written.locate(key.at);
        let date = reader.plain_at(why, "date").and_then(|day| EventDate::parse(&day, chrono_tz::Tz::UTC).ok());
        match (date.filter(EventDate::is_exact), reader.plain_at(why, "reason")) {
            (Some(date), Some(reason)) => withdrawn.push(WithdrawnAddress { address: key.name.clone(), date, reason, at }),
            _ => {
                let missing = Diagnostic::new(Code::BadSetting, format!("the withdrawal of `{}` needs a day and a reason", key.name));
                let help = format!("write `{}: {{date: 2024-05-02, reason: The person named asked us to take it back.}}`", key.name);
                reader.report(key.at, missing.help(help));
            }
        }
    }
    withdrawn
}

fn entries<'n>(node: Option<&'n Node>, key: &str, wanted: &str, reader: &mut Reader) -> &'n [(Key, Node)] {
    match node.map(|node| (node, &node.value)) {
        None => &[],
        Some((_, Value::Mapping(entries))) => entries,
        Some((node, _)) => {
            reader.misfit(node, key, wanted);
            &[]
        }
    }
}
