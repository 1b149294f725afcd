use super::super::{distance, span_in_words};
use super::{date, with_end};
use crate::words::Words;

#[test]
fn dates_read_as_a_newspaper_prints_them() {
    let rows = [
        ("2019-10-07", "7 October 2019", "7 Oct 2019"),
        ("2019-10", "October 2019", "Oct 2019"),
        ("2019", "2019", "2019"),
        ("2019-10~", "about October 2019", "c. Oct 2019"),
        ("2019-10-10~", "about 10 October 2019", "c. 10 Oct 2019"),
        ("2019-10-09?", "possibly 9 October 2019", "9 Oct 2019?"),
        ("2018%", "possibly about 2018", "c. 2018?"),
        ("2018-07/2019-10", "July 2018 to October 2019", "Jul 2018 – Oct 2019"),
        ("2019-10-08/2019-10-10", "8 to 10 October 2019", "8–10 Oct 2019"),
        ("2019-09-28/2019-10-03", "28 September to 3 October 2019", "28 Sep – 3 Oct 2019"),
        ("2019-10-08/2019-10-08", "8 October 2019", "8 Oct 2019"),
        ("2019-07/2019-10", "July to October 2019", "Jul–Oct 2019"),
        ("2018/2019", "2018 to 2019", "2018–2019"),
        ("2018-07~/2019-10", "about July 2018 to October 2019", "c. Jul 2018 – Oct 2019"),
        ("2017-04/..", "since April 2017", "since Apr 2017"),
        ("2017-04~/..", "since about April 2017", "since c. Apr 2017"),
        ("2017-04?/..", "possibly since April 2017", "since Apr 2017?"),
        ("../2019", "until 2019", "until 2019"),
        ("2019/", "from 2019, end unknown", "2019 – ?"),
        ("/2019", "until 2019, start unknown", "? – 2019"),
        ("..2004-06-01/2004-06-20..", "1 June 2004 or earlier to 20 June 2004 or later", "1 Jun 2004 or earlier to 20 Jun 2004 or later"),
        ("[2019-10-04,2019-10-05]", "4 or 5 October 2019", "4 or 5 Oct 2019"),
        ("{2019-10-08,2019-10-10}", "8 and 10 October 2019", "8 and 10 Oct 2019"),
        ("[2019-10-04,2019-10-05,2019-10-07]", "4, 5 or 7 October 2019", "4, 5 or 7 Oct 2019"),
        ("[2019-09,2019-10]", "September or October 2019", "Sep or Oct 2019"),
        ("[1667,1760-12]", "1667 or December 1760", "1667 or Dec 1760"),
        ("[1667,1670..1672]", "1667 or 1670 to 1672", "1667 or 1670–1672"),
        ("[..1760-12-03]", "3 December 1760 or earlier", "3 Dec 1760 or earlier"),
        ("201X", "the 2010s", "2010s"),
        ("200X~", "about the 2000s", "c. 2000s"),
        ("19XX", "some time between 1900 and 1999", "1900–1999"),
        ("2019-XX", "some time in 2019", "2019"),
        ("2019-XX-XX?", "possibly some time in 2019", "2019?"),
        ("2019-XX~", "some time in 2019 (approximate)", "c. 2019"),
        ("2019-10-XX", "some day in October 2019", "Oct 2019"),
        ("2019-XX-25", "the 25th of some month in 2019", "25 Jan – 25 Dec 2019"),
        ("2019-1X", "some time between October and December 2019", "Oct–Dec 2019"),
        ("2019-10-1X", "some day between 10 and 19 October 2019", "10–19 Oct 2019"),
        ("156X-12-25", "25 December in the 1560s", "25 Dec in the 1560s"),
        ("XXXX-12-25", "25 December, year not known", "25 Dec, year not known"),
        ("XXXX-12-XX", "some day in December, year not known", "some day in Dec, year not known"),
        ("2019-21", "spring 2019", "spring 2019"),
        ("2019-22~", "about summer 2019", "c. summer 2019"),
        ("2019-34", "the second quarter of 2019", "Q2 2019"),
        ("2019-40", "the first half of 2019", "first half of 2019"),
        ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC"),
        ("-0044-03-15", "15 March 45 BC", "15 Mar 45 BC"),
        ("0000", "1 BC", "1 BC"),
        ("0079-08-24", "24 August AD 79", "24 Aug AD 79"),
        ("Y-17000", "17,001 BC", "17,001 BC"),
        ("Y-16999", "17,000 BC", "17,000 BC"),
        ("Y12000", "the year 12,000", "the year 12,000"),
        ("1950S2", "about 1950", "c. 1950"),
        ("2019-?10-07", "7 October 2019 (month uncertain)", "7 Oct 2019?"),
        ("2019-10-~07", "7 October 2019 (day approximate)", "c. 7 Oct 2019"),
        ("2019-10~-07", "7 October 2019 (month and year approximate)", "c. 7 Oct 2019"),
        ("2004?-06-~11", "11 June 2004 (day approximate, year uncertain)", "c. 11 Jun 2004?"),
        ("2019-10-07T17:00-04:00", "7 October 2019, 17:00 (UTC−4)", "7 Oct 2019, 17:00"),
        ("2019-10-07T17:00", "7 October 2019, 17:00 (UTC−4)", "7 Oct 2019, 17:00"),
        ("2019-10-07T07:05+05:30", "7 October 2019, 07:05 (UTC+5:30)", "7 Oct 2019, 07:05"),
        ("2019-10-07T17:00Z", "7 October 2019, 17:00 (UTC)", "7 Oct 2019, 17:00"),
        ("XXXX", "Date not known", "Not known"),
    ];
    for (text, words, short) in rows {
        assert_eq!(date(text).in_english(), words, "{text}");
        assert_eq!(date(text).short(&Words::default()), short, "{text}");
    }
}

#[test]
fn two_times_share_their_day_and_offset_when_they_can() {
    let words = |start: &str, end: &str| with_end(start, end).in_english();
    assert_eq!(words("2019-10-07T17:00-04:00", "2019-10-07T19:00-04:00"), "7 October 2019, 17:00 to 19:00 (UTC−4)");
    assert_eq!(words("2019-10-07T17:00", "2019-10-08T09:00"), "7 October 2019, 17:00 to 8 October 2019, 09:00 (UTC−4)");
    assert_eq!(words("2019-10-07T17:00-04:00", "2019-10-08T09:00+08:00"), "7 October 2019, 17:00 (UTC−4) to 8 October 2019, 09:00 (UTC+8)");
    assert_eq!(with_end("2019-10-07T17:00", "2019-10-07T19:00").short(&Words::default()), "7 Oct 2019, 17:00–19:00");
}

#[test]
fn under_a_heading_with_the_year_the_year_is_left_out() {
    let rows = [
        ("2019-10-07", "7 Oct"),
        ("2019-10", "Oct"),
        ("2019-10-08/2019-10-10", "8–10 Oct"),
        ("2019-09-28/2019-10-03", "28 Sep – 3 Oct"),
        ("2019-10-07T17:00", "7 Oct, 17:00"),
        ("2019-10-09?", "9 Oct?"),
        ("2019-40", "first half"),
        ("2019", "2019"),
        ("2018-12-28/2019-01-03", "28 Dec 2018 – 3 Jan 2019"),
        ("2017-04/..", "since Apr 2017"),
        ("XXXX", "Not known"),
    ];
    for (text, short) in rows {
        assert_eq!(date(text).short_without_year(&Words::default()), short, "{text}");
    }
}

#[test]
fn distances_are_told_in_the_unit_that_the_dates_allow() {
    let rows = [
        ("2019-10-07", "2019-10-07", "the same day"),
        ("2019-10-07", "2019-10-08", "the next day"),
        ("2019-10-07", "2019-10-06", "the day before"),
        ("2019-10-07", "2019-10-09", "2 days later"),
        ("2019-10-07T17:00", "2019-10-09", "2 days later"),
        ("2019-10-07", "2019-09-27", "10 days earlier"),
        ("2019-10-07", "2019-10-28", "3 weeks later"),
        ("2019-10-07", "2019-12-23", "11 weeks later"),
        ("2018-04-07", "2019-10-07", "18 months later"),
        ("2019-10-07", "2018-04-10", "18 months earlier"),
        ("2017-10-07", "2019-10-07", "2 years later"),
        ("2017-04-07", "2019-10-07", "2½ years later"),
        ("2018-04", "2019-10-07", "18 months later"),
        ("2019-10", "2019-10-07", "the same month"),
        ("2016~", "2019-10-07", "about 3 years later"),
        ("2019-10-07", "2016~", "about 3 years earlier"),
        ("2019", "2019-10-07", "the same year"),
        ("2019-10-07?", "2019-10-08", "about 1 day later"),
        ("-0043-03-15", "1956-03-15", "1999 years later"),
    ];
    for (from, to, words) in rows {
        assert_eq!(distance(&Words::default(), &date(from), &date(to)).as_deref(), Some(words), "{from} to {to}");
    }
    assert_eq!(distance(&Words::default(), &date("../2019"), &date("2019")), None);
    assert_eq!(distance(&Words::default(), &date("2019"), &date("XXXX")), None);
}

#[test]
fn gaps_are_told_in_the_largest_unit_that_fits() {
    let rows = [
        (0, "0 days"),
        (1, "1 day"),
        (9, "9 days"),
        (77, "11 weeks"),
        (-77, "11 weeks"),
        (120, "4 months"),
        (730, "2 years"),
        (912, "2½ years"),
        (3_653, "10 years"),
        (7_304_848, "20,000 years"),
    ];
    for (days, words) in rows {
        assert_eq!(span_in_words(&Words::default(), days), words);
    }
    assert!(!span_in_words(&Words::default(), i64::MIN).is_empty());
}
