//! Reads the front matter of an event, short and long forms.

use chrono_tz::Tz;

use super::{
    CLAIM, ClaimStatus, EventFields, HISTORY, HistoryEntry, LINK, PARTICIPATION, Status, WrittenClaim, WrittenLink, WrittenParticipation,
    WrittenSource, media,
};
use crate::content::kinds::date::{read_date_text, read_day, read_located_day, report_bad_date};
use crate::content::kinds::{change, names, page, source};
use crate::date::EventDate;
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Located, Node, Reader, Spot, Value};

/// Reads the front matter of an event. What is missing is reported and stands as empty or unknown.
pub fn read(node: &Node, reader: &mut Reader, zone: Tz) -> EventFields {
    EventFields {
        title: page::read_title(node, reader, "title", "an event needs a headline: `title: What happened`"),
        date: read_date(node, reader, zone),
        date_text: reader.plain_at(node, "date-text"),
        known: read_located_day(node, "known", reader, zone),
        summary: reader.plain_at(node, "summary"),
        status: reader.choice_at(node, "status", Status::WORDS).unwrap_or(Located { value: Status::Confirmed, at: Spot::File }),
        importance: read_importance(node, reader),
        is_era: reader.flag_at(node, "era"),
        order: reader.parsed_at(node, "order", "a whole number").map_or(0, |order| order.value),
        storylines: reader.texts_at(node, "storylines"),
        participations: read_participations(node, reader),
        places: read_places(node, reader),
        tags: reader.texts_at(node, "tags"),
        links: read_links(node, reader),
        sources: read_sources(node, reader, zone),
        claims: read_claims(node, reader),
        media: media::read(node, reader),
        history: read_history(node, reader, zone),
        changes: change::read(node, reader, zone),
        aliases: reader.texts_at(node, "aliases"),
        authors: reader.texts_at(node, "authors").into_iter().map(|author| author.value).collect(),
        published: read_day(node, "published", reader, zone),
        updated: read_day(node, "updated", reader, zone),
    }
}

fn read_date(node: &Node, reader: &mut Reader, zone: Tz) -> Located<EventDate> {
    let Some(start) = read_date_text(node, "date", reader) else {
        let missing = Diagnostic::new(Code::MissingField, "the event has no date");
        reader.report(Spot::File, missing.help("add `date: 2019-10-07`; if it is not known, `date: XXXX` with `date-text: …`"));
        return Located { value: EventDate::unknown("XXXX"), at: Spot::File };
    };
    let (date, blamed) = match read_date_text(node, "end", reader) {
        Some(end) => (EventDate::parse_with_end(&start.value, &end.value, zone), end.at),
        None => (EventDate::parse(&start.value, zone), start.at),
    };
    match date {
        Ok(date) => Located { value: date, at: start.at },
        Err(error) => {
            // With two keys the fault may be in either: blame the start when it alone is wrong.
            let at = if EventDate::parse(&start.value, zone).is_err() { start.at } else { blamed };
            report_bad_date(reader, at, error);
            Located { value: EventDate::unknown(&start.value), at: start.at }
        }
    }
}

fn read_importance(node: &Node, reader: &mut Reader) -> u8 {
    let wanted = "a whole number from 1 to 10";
    let Some(importance) = reader.parsed_at::<i64>(node, "importance", wanted) else { return 5 };
    match u8::try_from(importance.value) {
        Ok(value @ 1..=10) => value,
        _ => {
            let message = format!("`importance` must be {wanted}, not `{}`", importance.value);
            reader.report(importance.at, Diagnostic::new(Code::BadValue, message));
            5
        }
    }
}

fn read_participations(node: &Node, reader: &mut Reader) -> Vec<WrittenParticipation> {
    let Some(actors) = node.get("actors") else { return Vec::new() };
    let mut participations = Vec::new();
    for item in reader.list(actors) {
        match &item.value {
            Value::Mapping(_) if item.get("actor").is_some() => {
                reader.unknown_keys(item, "an actor of an event", &names(PARTICIPATION), |_| false);
                let role = reader.plain_at(item, "role");
                participations.extend(reader.text_at(item, "actor").map(|actor| WrittenParticipation { actor, role }));
            }
            Value::Mapping(entries) => {
                for (key, role) in entries {
                    let actor = Located { value: key.name.trim().to_owned(), at: key.at };
                    let role = reader.text(role, "role").map(|role| role.value);
                    participations.push(WrittenParticipation { actor, role });
                }
            }
            _ => participations.extend(reader.text(item, "actors").map(|actor| WrittenParticipation { actor, role: None })),
        }
    }
    participations
}

fn read_places(node: &Node, reader: &mut Reader) -> Vec<Located<String>> {
    let Some(places) = node.get("places") else { return Vec::new() };
    let mut read = Vec::new();
    for item in reader.list(places) {
        match item.get("name") {
            Some(name) => {
                reader.unknown_keys(item, "a place of an event", &["name"], |_| false);
                read.extend(reader.text(name, "name"));
            }
            None => read.extend(reader.text(item, "places")),
        }
    }
    read
}

fn read_links(node: &Node, reader: &mut Reader) -> Vec<WrittenLink> {
    let Some(links) = node.get("links") else { return Vec::new() };
    let mut read = Vec::new();
    for item in reader.list(links) {
        let Value::Mapping(entries) = &item.value else {
            reader.misfit(item, "links", "a kind and an event, such as `responds-to: entity-list-28`");
            continue;
        };
        let note = reader.plain_at(item, "note");
        let source = reader.text_at(item, "source");
        let mut targets: Vec<(Located<String>, Located<String>)> = Vec::new();
        if let Some(kind) = reader.text_at(item, "type") {
            for to in reader.texts_at(item, "to") {
                targets.push((kind.clone(), to));
            }
        }
        for (key, value) in entries {
            if names(LINK).contains(&key.name.as_str()) {
                continue;
            }
            for target in reader.list(value) {
                if let Some(to) = reader.text(target, &key.name) {
                    targets.push((Located { value: key.name.clone(), at: key.at }, to));
                }
            }
        }
        if targets.is_empty() {
            reader.misfit(item, "links", "a kind and an event, such as `responds-to: entity-list-28`");
        }
        let link = |(kind, to)| WrittenLink { kind, to, note: note.clone(), source: source.clone() };
        read.extend(targets.into_iter().map(link));
    }
    read
}

fn read_sources(node: &Node, reader: &mut Reader, zone: Tz) -> Vec<WrittenSource> {
    let Some(sources) = node.get("sources") else { return Vec::new() };
    let mut read = Vec::new();
    for item in reader.list(sources) {
        match &item.value {
            Value::Mapping(_) => {
                let known: Vec<&str> = names(source::FIELDS).into_iter().chain(["id", "lang"]).collect();
                reader.unknown_keys(item, "a source", &known, |_| false);
                let local_id = reader.text_at(item, "id");
                let fields = Box::new(source::read_inline(item, reader, zone));
                read.push(WrittenSource::Inline { at: item.at, local_id, fields });
            }
            _ => read.extend(reader.text(item, "sources").map(WrittenSource::Named)),
        }
    }
    read
}

fn read_claims(node: &Node, reader: &mut Reader) -> Vec<WrittenClaim> {
    let Some(claims) = node.get("claims") else { return Vec::new() };
    let mut read = Vec::new();
    for item in reader.list(claims) {
        if !matches!(item.value, Value::Mapping(_)) {
            reader.misfit(item, "claims", "a mapping with `by`, `says` or `quote`, and `source`");
            continue;
        }
        reader.unknown_keys(item, "a claim", &names(CLAIM), |_| false);
        let claim = WrittenClaim {
            at: item.at,
            by: reader.text_at(item, "by"),
            quote: reader.plain_at(item, "quote"),
            says: reader.plain_at(item, "says"),
            status: reader.choice_at(item, "status", ClaimStatus::WORDS).map_or(ClaimStatus::Asserted, |status| status.value),
            source: reader.text_at(item, "source"),
            reply_to: reader.text_at(item, "reply-to"),
        };
        if claim.quote.is_none() && claim.says.is_none() {
            let empty = Diagnostic::new(Code::MissingField, "the claim says nothing");
            reader.report(item.at, empty.help("add `says:` in your words, or a short `quote:`"));
        }
        read.push(claim);
    }
    read
}

fn read_history(node: &Node, reader: &mut Reader, zone: Tz) -> Vec<HistoryEntry> {
    let Some(history) = node.get("history") else { return Vec::new() };
    let mut read = Vec::new();
    for item in reader.list(history) {
        reader.unknown_keys(item, "a history entry", &names(HISTORY), |_| false);
        let status = reader.choice_at(item, "status", Status::WORDS).map(|status| status.value);
        let note = reader.plain_at(item, "note");
        match read_day(item, "known", reader, zone) {
            Some(known) => read.push(HistoryEntry { known, status, note }),
            None if item.get("known").is_some() => {}
            None => reader.misfit(item, "history", "a mapping with `known` and a date"),
        }
    }
    read
}
