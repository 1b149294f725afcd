//! How long it is until a planned day, in words.
//!
//! In: today, and the date of what is planned. Out: «in 3 days», «tomorrow», «overdue by 2 weeks». Never: asks the clock.

use super::distance::span_in_words;
use super::point::Precision;
use super::value::EventDate;
use crate::words::Words;

/// How far off a planned date is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countdown {
    pub words: String,
    /// The whole of the date has passed.
    pub is_overdue: bool,
}

/// Counts from today to a planned date. None where the date does not say when it begins, or where it has begun and may last on.
pub fn countdown(words: &Words, today: &EventDate, planned: &EventDate) -> Option<Countdown> {
    let today = today.earliest()?;
    let (start, end) = (planned.earliest()?, planned.latest());
    let days = start.number() - today.number();
    let is_day = matches!(planned.precision(), Precision::Day | Precision::Minute) && !planned.is_approximate() && !planned.is_uncertain();
    let passed = end.map(|end| today.number() - end.number()).filter(|passed| *passed > 0);
    let far = |text: &str, days: i64| words.fill(text, &[("span", &span_in_words(words, days))]);
    let told = match (passed, days) {
        (Some(passed), _) if is_day => far("overdue by {span}", passed),
        (Some(passed), _) => far("overdue by about {span}", passed),
        (None, ..0) if planned.is_open_end() => return None,
        (None, 0) if is_day => words.say("today"),
        (None, ..=0) => words.say("now due"),
        (None, 1) if is_day => words.say("tomorrow"),
        (None, days) if is_day => far("in {span}", days),
        (None, days) => far("in about {span}", days),
    };
    Some(Countdown { words: told, is_overdue: passed.is_some() })
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;

    use super::*;

    #[test]
    fn a_plan_is_counted_in_days_then_weeks_and_is_overdue_only_when_all_of_it_has_passed() {
        let words = |planned: &str| {
            let date = |text: &str| EventDate::parse(text, Tz::UTC).unwrap();
            countdown(&Words::default(), &date("2019-10-12"), &date(planned)).map(|countdown| countdown.words)
        };
        let told = [
            ("2019-10-12", "today"),
            ("2019-10-13", "tomorrow"),
            ("2019-10-15", "in 3 days"),
            ("2019-11-12", "in 4 weeks"),
            ("2019-11", "in about 20 days"),
            ("2019-10", "now due"),
            ("2019-10-10/2019-10-14", "now due"),
            ("2019-10-09", "overdue by 3 days"),
            ("2019-09", "overdue by about 12 days"),
        ];
        for (planned, expected) in told {
            assert_eq!(words(planned).as_deref(), Some(expected), "{planned}");
        }
        assert_eq!(words("XXXX"), None);
    }
}
