//! `periods`: stretches of days that have a page and an address of their own.

use chrono_tz::Tz;

use crate::date::{CivilDay, EventDate, Precision};
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::yaml::{Located, Node, Reader, Value};

/// The days from one to another, of the whole story or of a storyline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenPeriod {
    pub first: CivilDay,
    pub last: CivilDay,
    /// The id of a storyline.
    pub storyline: Option<String>,
    pub at: Location,
}

const HELP: &str = "write the first and the last day, such as `2019-10-01..2019-10-15`";

/// Reads `periods: 2019-10-01..2019-10-15` or `periods: {days: 2019-10-01..2019-10-15, storyline: trade-talks}`, one or several.
pub(super) fn read(node: Option<&Node>, zone: Tz, reader: &mut Reader) -> Vec<ChosenPeriod> {
    let Some(node) = node else { return Vec::new() };
    reader.list(node).into_iter().filter_map(|item| read_period(item, zone, reader)).collect()
}

fn read_period(item: &Node, zone: Tz, reader: &mut Reader) -> Option<ChosenPeriod> {
    let is_mapping = matches!(item.value, Value::Mapping(_));
    let days = if is_mapping { reader.text_at(item, "days") } else { reader.text(item, "periods") };
    if is_mapping {
        reader.unknown_keys(item, "a period", &["days", "storyline"], |_| false);
    }
    let Some(days) = days else {
        reader.report(item.at, Diagnostic::new(Code::BadSetting, "the period names no days").help(HELP));
        return None;
    };
    let storyline = if is_mapping { reader.plain_at(item, "storyline") } else { None };
    let (first, last) = read_days(&days, zone, reader)?;
    Some(ChosenPeriod { first, last, storyline, at: reader.written.locate(days.at) })
}

/// Reads the first and the last day; a month or a year stands for all its days.
fn read_days(days: &Located<String>, zone: Tz, reader: &mut Reader) -> Option<(CivilDay, CivilDay)> {
    let (from, to) = days.value.split_once("..").or_else(|| days.value.split_once('/')).unwrap_or((&days.value, &days.value));
    let read = |text: &str| EventDate::parse(text.trim(), zone).ok().filter(is_plain);
    let bounds = read(from).zip(read(to)).and_then(|(from, to)| from.earliest().zip(to.latest()));
    let message = match bounds {
        Some((first, last)) if first <= last => return Some((first, last)),
        Some(_) => format!("the period `{}` ends before it begins", days.value),
        None => format!("`{}` is no period", days.value),
    };
    reader.report(days.at, Diagnostic::new(Code::BadSetting, message).help(HELP));
    None
}

/// Says whether a date is a day, a month or a year, without doubt.
fn is_plain(date: &EventDate) -> bool {
    let is_doubtful = date.is_interval() || date.is_set() || date.is_approximate() || date.is_uncertain();
    !is_doubtful && matches!(date.precision(), Precision::Day | Precision::Month | Precision::Year)
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    fn periods(written: &str) -> (Vec<String>, Vec<String>) {
        let (config, findings) = Config::read(&format!("title: Test\nperiods: {written}\n"));
        let periods = config.periods.iter().map(|it| format!("{}..{} {}", it.first, it.last, it.storyline.as_deref().unwrap_or("all")));
        (periods.collect(), findings.into_iter().map(|finding| finding.message).collect())
    }

    #[test]
    fn days_months_and_years_are_read_with_their_last_day() {
        let written = "[2019-10-01..2019-10-15, 2020-02, {days: 2018/2019-06, storyline: talks}]";
        let expected = ["2019-10-01..2019-10-15 all", "2020-02-01..2020-02-29 all", "2018-01-01..2019-06-30 talks"];
        assert_eq!(periods(written).0, expected);
        assert_eq!(periods(written).1, [""; 0]);
    }

    #[test]
    fn what_is_no_period_is_reported() {
        let (read, told) = periods("[2019-10-15..2019-10-01, some day, 2019-10~..2019-11, {storyline: talks}]");
        assert_eq!(read, [""; 0]);
        let expected = [
            "the period `2019-10-15..2019-10-01` ends before it begins",
            "`some day` is no period",
            "`2019-10~..2019-11` is no period",
            "the period names no days",
        ];
        assert_eq!(told, expected);
    }
}
