//! «Did you mean»: the candidate nearest to a mistyped name.

/// Finds the candidate that a person most likely meant, or none when nothing is near.
///
/// Near means: the same letters but for case, spaces, hyphens and accents, or a Jaro–Winkler likeness of at least 0.88.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(name);
    if wanted.is_empty() {
        return None;
    }
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let folded = fold(candidate);
        let likeness = if folded == wanted { 2.0 } else { strsim::jaro_winkler(&wanted, &folded) };
        let is_better = match best {
            Some((so_far, held)) => likeness > so_far || (likeness == so_far && candidate < held),
            None => true,
        };
        if likeness >= 0.88 && is_better {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Reduces a name to lower-case ASCII letters and digits, so that spelling variants meet.
fn fold(name: &str) -> String {
    deunicode::deunicode(name).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swapped_digit_finds_its_id() {
        assert_eq!(nearest("entity-list-82", ["mfa-response", "entity-list-28"]), Some("entity-list-28"));
    }

    #[test]
    fn a_name_unlike_all_others_gets_no_suggestion() {
        assert_eq!(nearest("weather", ["entity-list-28", "mfa-response"]), None);
    }
}
