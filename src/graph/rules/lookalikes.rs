//! Names that look like one: written differently in case, accents, spacing, or by one letter.
//!
//! Only pairs in which at least one name has no record are told: two records stand apart on purpose.

use std::collections::{BTreeMap, HashMap};

use crate::content::FileId;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::graph::{EventGraph, Term};
use crate::yaml::Spot;

/// Shorter names differ by one letter without being alike.
const MIN_LETTERS: usize = 7;

/// A name in use: what it is compared by, how it is written, and where.
struct Name<'g> {
    key: String,
    written: &'g str,
    /// Names of the same record are not compared.
    record: usize,
    is_implicit: bool,
    /// How many events use the record: the rarer spelling is the likelier slip.
    uses: usize,
    first_use: Option<(FileId, Spot)>,
}

pub(super) fn check(graph: &EventGraph, report: &mut Report) {
    check_kind("actor", actors(graph), graph, report);
    check_kind("place", places(graph), graph, report);
    check_kind("tag", tags(graph), graph, report);
}

fn check_kind(word: &str, names: Vec<Name>, graph: &EventGraph, report: &mut Report) {
    for (first, second) in alike(&names) {
        let rank = |name: &Name| (name.is_implicit, std::cmp::Reverse(name.uses));
        let (kept, slip) = if rank(&names[first]) <= rank(&names[second]) { (first, second) } else { (second, first) };
        let (kept, slip) = (&names[kept], &names[slip]);
        let message = format!("the {word}s `{}` and `{}` look like one", kept.written, slip.written);
        let help = format!(
            "if they are one, write `{}` everywhere{}",
            kept.written,
            if word == "tag" { "" } else { ", or give its record the other spelling under `aliases`" }
        );
        let place = |name: &Name| name.first_use.map(|(file, spot)| graph.files.locate(file, spot));
        let mut diagnostic = Diagnostic::new(Code::LookalikeNames, message).help(help).maybe_at(place(slip));
        if let Some(place) = place(kept) {
            diagnostic = diagnostic.note_at(format!("`{}` stands here", kept.written), place);
        }
        report.push(diagnostic);
    }
}

/// Finds pairs with the same key, or with keys that become the same when one letter is left out, in linear time.
fn alike(names: &[Name]) -> Vec<(usize, usize)> {
    let mut pairs = BTreeMap::new();
    let mut by_form: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, name) in names.iter().enumerate() {
        for form in forms(&name.key) {
            let holders = by_form.entry(form).or_default();
            for &other in holders.iter() {
                let may_pair = names[other].record != name.record && (names[other].is_implicit || name.is_implicit);
                if may_pair && is_one_apart(&names[other].key, &name.key) {
                    let records = (names[other].record.min(name.record), names[other].record.max(name.record));
                    pairs.entry(records).or_insert((other, index));
                }
            }
            if holders.last() != Some(&index) {
                holders.push(index);
            }
        }
    }
    pairs.into_values().collect()
}

/// The key itself, and for longer keys every form with one letter left out.
fn forms(key: &str) -> Vec<String> {
    let mut forms = vec![key.to_owned()];
    if key.len() >= MIN_LETTERS && key.len() <= 60 {
        forms.extend((0..key.len()).map(|at| format!("{}{}", &key[..at], &key[at + 1..])));
    }
    forms
}

/// Says whether two keys are the same but for one letter added, dropped or changed; digits tell names apart.
fn is_one_apart(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if a.len().min(b.len()) < MIN_LETTERS || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    a.len() <= 1 && b.len() <= 1 && !a.iter().chain(b).any(u8::is_ascii_digit)
}

/// ASCII letters and digits in lower case, whatever the script.
fn key(name: &str) -> String {
    deunicode::deunicode(name).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

fn actors(graph: &EventGraph) -> Vec<Name<'_>> {
    let mut names = Vec::new();
    for (record, actor) in graph.actors.iter().enumerate() {
        let used = actor.participations.first().map(|&(event, at)| (graph.event(event).file, graph.event(event).participations[at].at));
        let first_use = actor.file.map(|file| (file, Spot::File)).or(used);
        for written in std::iter::once(&actor.name).chain(&actor.aliases) {
            let (is_implicit, uses) = (actor.file.is_none(), actor.participations.len());
            names.push(Name { key: key(written), written, record, is_implicit, uses, first_use });
        }
    }
    names
}

fn places(graph: &EventGraph) -> Vec<Name<'_>> {
    let mut names = Vec::new();
    for (record, place) in graph.places.iter().enumerate() {
        for written in std::iter::once(&place.name).chain(&place.aliases) {
            let (is_implicit, uses) = (place.file.is_none(), place.events.len());
            names.push(Name { key: key(written), written, record, is_implicit, uses, first_use: place.first_use });
        }
    }
    names
}

fn tags(graph: &EventGraph) -> Vec<Name<'_>> {
    let name = |(record, tag)| {
        let tag: &Term = tag;
        Name { key: key(&tag.name), written: &tag.name, record, is_implicit: true, uses: tag.events.len(), first_use: tag.first_use }
    };
    graph.tags.iter().enumerate().map(name).collect()
}
