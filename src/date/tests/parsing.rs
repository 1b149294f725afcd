use super::super::{CivilDay, EventDate, Precision};
use super::{ZONE, date, with_end};

fn day(text: &str) -> Option<CivilDay> {
    date(text).earliest()
}

fn span(date: &EventDate) -> String {
    let show = |day: Option<CivilDay>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    format!("{} {}", show(date.earliest()), show(date.latest()))
}

#[test]
fn every_written_form_has_its_days() {
    let rows = [
        ("2019-10-07", "2019-10-07 2019-10-07"),
        ("2019-10", "2019-10-01 2019-10-31"),
        ("2019", "2019-01-01 2019-12-31"),
        ("2019-10-07T17:00-04:00", "2019-10-07 2019-10-07"),
        ("2019-10-07T17:00", "2019-10-07 2019-10-07"),
        ("2019-10~", "2019-10-01 2019-10-31"),
        ("2019-10-09?", "2019-10-09 2019-10-09"),
        ("2018%", "2018-01-01 2018-12-31"),
        ("2018-07/2019-10", "2018-07-01 2019-10-31"),
        ("2017-04~/..", "2017-04-01 -"),
        ("../2019", "- 2019-12-31"),
        ("2019/", "2019-01-01 -"),
        ("/2019", "- 2019-12-31"),
        ("201X", "2010-01-01 2019-12-31"),
        ("2019-XX", "2019-01-01 2019-12-31"),
        ("2019-10-XX", "2019-10-01 2019-10-31"),
        ("2019-21", "2019-03-01 2019-05-31"),
        ("2019-24", "2019-12-01 2020-02-29"),
        ("-0044-03-15", "-0044-03-15 -0044-03-15"),
        ("Y-17000", "-17000-01-01 -17000-12-31"),
        ("[2019-10-04,2019-10-05]", "2019-10-04 2019-10-05"),
        ("{2019-10-08,2019-10-10}", "2019-10-08 2019-10-10"),
        ("[..2019-10-05,2020]", "- 2020-12-31"),
        ("2019-?10-07", "2019-10-07 2019-10-07"),
        ("XXXX", "- -"),
        ("XXXX-12-25", "- -"),
    ];
    for (text, expected) in rows {
        assert_eq!(span(&date(text)), expected, "{text}");
        assert_eq!(date(text).text(), text);
    }
}

#[test]
fn precision_is_as_fine_as_what_is_written() {
    let rows = [
        ("XXXX", Precision::Unknown),
        ("19XX", Precision::Century),
        ("201X", Precision::Decade),
        ("1953S3", Precision::Decade),
        ("2019-XX-XX", Precision::Year),
        ("2019-34", Precision::Season),
        ("2019-10-XX", Precision::Month),
        ("2019-10-07~", Precision::Day),
        ("2019-10-07T17:00Z", Precision::Minute),
        ("../2019-10", Precision::Month),
        ("[2019-10-07,2020]", Precision::Year),
    ];
    for (text, precision) in rows {
        assert_eq!(date(text).precision(), precision, "{text}");
    }
}

#[test]
fn a_time_without_offset_takes_the_zones_offset_on_that_day() {
    let offset = |text: &str| date(text).time().map(|time| time.offset_minutes);
    assert_eq!(offset("2019-10-07T17:00"), Some(-240));
    assert_eq!(offset("2019-12-07T17:00"), Some(-300));
    assert_eq!(offset("2019-10-07T17:00Z"), Some(0));
    assert_eq!(offset("2019-10-07T17:00+05:30"), Some(330));
    assert_eq!(offset("2019-10-07"), None);
}

#[test]
fn an_hour_that_occurs_twice_is_taken_as_the_first() {
    assert_eq!(date("2019-11-03T01:30").time().map(|time| time.offset_minutes), Some(-240));
}

#[test]
fn an_hour_that_the_clocks_skipped_is_refused_in_words() {
    let error = EventDate::parse("2019-03-10T02:30", ZONE).expect_err("no such hour");
    assert_eq!(error.message, "02:30 did not exist on 10 March 2019 in America/New_York: the clocks went forward");
    assert_eq!(error.suggestion.as_deref(), Some("2019-03-10T03:30"));
    assert!(EventDate::parse("2019-03-10T02:30-05:00", ZONE).is_ok());
    let skipped_day = EventDate::parse("2011-12-30T12:00", chrono_tz::Pacific::Apia).expect_err("Samoa skipped the day");
    assert_eq!(skipped_day.suggestion.as_deref(), Some("2011-12-31T12:00"));
}

#[test]
fn only_a_time_has_an_instant() {
    let instant = |text: &str| date(text).instant().map(|instant| instant.to_rfc3339());
    assert_eq!(instant("2019-10-07T17:00-04:00").as_deref(), Some("2019-10-07T21:00:00+00:00"));
    assert_eq!(instant("2019-10-07T23:30:15-04:00").as_deref(), Some("2019-10-08T03:30:15+00:00"));
    assert_eq!(instant("2019-10-07"), None);
    assert_eq!(day("2019-10-07T23:30-04:00"), day("2019-10-07"), "the civil day stays as written");
    assert!(date("1985-04-12T23:59:60Z").instant().is_some(), "a leap second is a time");
}

#[test]
fn an_end_under_its_own_key_makes_an_interval() {
    let meeting = with_end("2019-10-07T17:00-04:00", "2019-10-08T09:00+08:00");
    assert!(meeting.is_interval());
    assert_eq!(meeting.end_time().map(|time| (time.hour, time.offset_minutes)), Some((9, 480)));
    assert_eq!((meeting.start_text(), meeting.end_text()), ("2019-10-07T17:00-04:00", Some("2019-10-08T09:00+08:00")));
    assert_eq!(span(&with_end("2019-10-08", "2019-10-10")), "2019-10-08 2019-10-10");
    assert_eq!(with_end("2019-10-08", "2019-10-10").text(), "2019-10-08/2019-10-10");
    assert!(with_end("2019-10-08", "..").is_open_end());
    assert_eq!(with_end("2019", "XXXX").in_english(), "from 2019, end unknown");
    assert!(with_end("2019-10", "2019-10-07").is_interval(), "the end may lie inside a vaguer start");
}

#[test]
fn an_end_before_the_start_is_refused() {
    for (start, end) in [
        ("2019-10-08", "2019-10-07"),
        ("2019-10-07T17:00-04:00", "2019-10-07T16:59-04:00"),
        // Later on the clock, earlier in the world.
        ("2019-10-07T17:00-04:00", "2019-10-08T04:00+08:00"),
    ] {
        let error = EventDate::parse_with_end(start, end, ZONE).expect_err(end);
        assert!(error.message.contains("comes before the start"), "{error}");
    }
    let error = EventDate::parse("2019-10-08/2019-10-07", ZONE).expect_err("reversed");
    assert_eq!(error.suggestion.as_deref(), Some("2019-10-07/2019-10-08"));
    let error = EventDate::parse_with_end("2019/2020", "2021", ZONE).expect_err("two ends");
    assert!(error.message.contains("already holds a start and an end"), "{error}");
}

#[test]
fn flags_say_what_kind_of_date_it_is() {
    let flags = |text: &str| {
        let date = date(text);
        let all = [
            (date.is_unknown(), "unknown"),
            (date.is_interval(), "interval"),
            (date.is_open_start(), "open-start"),
            (date.is_open_end(), "open-end"),
            (date.is_approximate(), "approximate"),
            (date.is_uncertain(), "uncertain"),
            (date.is_set(), "set"),
            (date.is_one_of(), "one-of"),
            (date.is_exact(), "exact"),
        ];
        all.iter().filter(|(is_set, _)| *is_set).map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(flags("2019-10-07"), "exact");
    assert_eq!(flags("2019-10-07T17:00"), "exact");
    assert_eq!(flags("2019-10"), "");
    assert_eq!(flags("2019-10-07?"), "uncertain");
    assert_eq!(flags("2019-10~"), "approximate");
    assert_eq!(flags("2018%"), "approximate uncertain");
    assert_eq!(flags("1950S2"), "approximate");
    assert_eq!(flags("2017-04~/.."), "interval open-end approximate");
    assert_eq!(flags("2019/"), "interval");
    assert_eq!(flags("../2019"), "interval open-start");
    assert_eq!(flags("[2019-10-04,2019-10-05]"), "set one-of");
    assert_eq!(flags("{2019-10-08,2019-10-10..}"), "open-end set");
    assert_eq!(flags("XXXX-12-25"), "unknown");
    assert_eq!(flags("XXXX"), "unknown");
    assert!(EventDate::unknown("some time that summer").is_unknown());
    assert_eq!(EventDate::unknown("some time that summer").text(), "some time that summer");
}

#[test]
fn weekdays_are_named_for_exact_days_of_the_gregorian_calendar() {
    assert_eq!(date("2019-10-07").weekday(), Some("Monday"));
    assert_eq!(date("1970-01-01").weekday(), Some("Thursday"));
    assert_eq!(date("2019-10-07T23:59-04:00").weekday(), Some("Monday"));
    assert_eq!(date("2019-10-07?").weekday(), None);
    assert_eq!(date("2019-10").weekday(), None);
    assert_eq!(date("-0043-03-15").weekday(), None);
}

#[test]
fn days_are_counted_as_chrono_counts_them() {
    let epoch = CivilDay::new(1970, 1, 1).expect("a day");
    assert_eq!(epoch.number(), 0);
    for (year, month, day) in [(2000, 2, 29), (1900, 3, 1), (-4, 2, 29), (1, 1, 1), (0, 12, 31), (2019, 10, 7), (9999, 12, 31)] {
        let civil = CivilDay::new(year, month, day).expect("a day");
        let naive = civil.to_naive().expect("in range");
        let expected = naive.signed_duration_since(epoch.to_naive().expect("in range")).num_days();
        assert_eq!(civil.number(), expected, "{civil}");
        assert_eq!(CivilDay::from(naive), civil);
    }
    assert_eq!(CivilDay::new(2019, 2, 29), None);
    assert_eq!(CivilDay::new(2019, 13, 1), None);
    assert!(CivilDay::new(-1_000_000_000_000, 1, 1).is_some_and(|day| day.to_naive().is_none()));
}
