use super::super::{DateError, EventDate};
use super::ZONE;

fn refusal(text: &str) -> DateError {
    match EventDate::parse(text, ZONE) {
        Ok(date) => panic!("{text:?} is read as {:?}", date.in_english()),
        Err(error) => error,
    }
}

#[test]
fn what_journalists_write_gets_the_nearest_valid_spelling() {
    let rows = [
        ("8 Oct 2019", "2019-10-08"),
        ("October 8, 2019", "2019-10-08"),
        ("Tuesday, 8th of October 2019", "2019-10-08"),
        ("Oct. 8 2019", "2019-10-08"),
        ("Sept 3, 2019", "2019-09-03"),
        ("2019/10/08", "2019-10-08"),
        ("2019.10.08", "2019-10-08"),
        ("8.10.2019", "2019-10-08"),
        ("08. 10. 2019", "2019-10-08"),
        ("2019-10-8", "2019-10-08"),
        ("2019-1-8", "2019-01-08"),
        ("2019-1", "2019-01"),
        ("20191008", "2019-10-08"),
        ("25/12/2019", "2019-12-25"),
        ("12/25/2019", "2019-12-25"),
        ("01/01/2021", "2021-01-01"),
        ("10/2019", "2019-10"),
        ("2019/10", "2019-10"),
        ("Oct 2019", "2019-10"),
        ("2019 October", "2019-10"),
        ("c. 2019", "2019~"),
        ("circa October 2019", "2019-10~"),
        ("~ 2019", "~2019"),
        ("possibly 8 October 2019", "2019-10-08?"),
        ("since April 2017", "2017-04/.."),
        ("before 2019", "../2019"),
        ("2018-2019", "2018/2019"),
        ("2018–2019", "2018/2019"),
        ("8 to 10 October 2019", "2019-10-08/2019-10-10"),
        ("8–10 October 2019", "2019-10-08/2019-10-10"),
        ("July to October 2019", "2019-07/2019-10"),
        ("28 December 2018 - 3 January 2019", "2018-12-28/2019-01-03"),
        ("4 or 5 October 2019", "[2019-10-04,2019-10-05]"),
        ("between 4 and 6 October 2019", "[2019-10-04..2019-10-06]"),
        ("8 and 10 October 2019", "{2019-10-08,2019-10-10}"),
        ("the 2010s", "201X"),
        ("19th century", "18XX"),
        ("Spring 2019", "2019-21"),
        ("Q3 2019", "2019-35"),
        ("15 March 44 BC", "-0043-03-15"),
        ("AD 79", "0079"),
        ("17,000 BC", "Y-16999"),
        ("unknown", "XXXX"),
        ("n.d.", "XXXX"),
        ("???", "XXXX"),
        ("../..", "XXXX"),
        ("2019/open", "2019/.."),
        ("2019/present", "2019/.."),
        ("2019/unknown", "2019/"),
        ("199u", "199X"),
        ("2019-xx", "2019-XX"),
        ("y-17000", "Y-17000"),
        ("2019–10–07", "2019-10-07"),
        ("[1667 ,1668]", "[1667,1668]"),
        ("2019-10-07 17:00", "2019-10-07T17:00"),
        ("2019-10-07 17:00 -04:00", "2019-10-07T17:00-04:00"),
        ("2019-10-07T9:05", "2019-10-07T09:05"),
        ("2019-10-07T17:00:00.000Z", "2019-10-07T17:00:00Z"),
        ("2019-10-07T17:00:00+0000", "2019-10-07T17:00:00+00:00"),
        ("2019-10-07T17:00-00:00", "2019-10-07T17:00Z"),
        ("7 October 2019, 5 pm", "2019-10-07T17:00"),
        ("7 October 2019 5:30pm", "2019-10-07T17:30"),
        ("7 October 2019 12am", "2019-10-07T00:00"),
        ("2019-W41", "2019-10-07/2019-10-13"),
        ("2019-W41-1", "2019-10-07"),
        ("2019-281", "2019-10-08"),
    ];
    for (text, spelling) in rows {
        let error = refusal(text);
        assert_eq!(error.suggestion.as_deref(), Some(spelling), "{text}: {}", error.message);
        assert!(EventDate::parse(spelling, ZONE).is_ok(), "{spelling} is no date itself");
    }
}

#[test]
fn a_day_that_does_not_exist_is_told_with_the_length_of_its_month() {
    let rows = [
        ("2019-02-30", "there is no day 30 in February 2019, which has 28 days", Some("2019-02-28"), 8),
        ("2020-02-30", "there is no day 30 in February 2020, which has 29 days", Some("2020-02-29"), 8),
        ("2019-06-31T10:00", "there is no day 31 in June 2019, which has 30 days", Some("2019-06-30T10:00"), 8),
        ("2019-06-01/2019-06-31~", "there is no day 31 in June 2019, which has 30 days", Some("2019-06-01/2019-06-30~"), 19),
        ("2019-02-30/2019-06-31", "there is no day 30 in February 2019, which has 28 days", Some("2019-02-28/2019-06-30"), 8),
        ("2019-02-30z", "there is no day 30 in February 2019, which has 28 days", None, 8),
        ("30 Feb 2019", "there is no day 30 in February 2019, which has 28 days", Some("2019-02-28"), 0),
        ("2019-10-00", "there is no day 00 in October 2019, which has 31 days", Some("2019-10-01"), 8),
        ("2019-13", "there is no month 13: months go from 01 to 12", None, 5),
        ("2019-25-12", "there is no month 25: months go from 01 to 12", Some("2019-12-25"), 5),
        ("2019-15-10", "there is no month 15: months go from 01 to 12", Some("2019-10-15"), 5),
    ];
    for (text, message, suggestion, offset) in rows {
        let error = refusal(text);
        assert_eq!((error.message.as_str(), error.suggestion.as_deref(), error.offset), (message, suggestion, offset), "{text}");
    }
}

#[test]
fn a_date_that_may_be_two_days_is_answered_with_a_question() {
    let error = refusal("01/02/2021");
    assert_eq!(error.message, "`01/02/2021` could be 1 February 2021 or 2 January 2021: write `2021-02-01` or `2021-01-02`");
    assert_eq!(error.suggestion, None);
    assert_eq!(refusal("1-2-2021").suggestion, None);
}

#[test]
fn what_is_no_date_gets_no_suggestion_but_the_place_of_the_trouble() {
    for text in ["hello", "soon", "8 Oct", "8.10.19", "2019-10-07T25:00", "12", "today", "!!!", "2019-10-07 and then some", "2019-10-07z"] {
        assert_eq!(refusal(text).suggestion, None, "{text}");
    }
    let error = refusal("2019-10-07z");
    assert_eq!((error.message.as_str(), error.offset), ("`2019-10-07z` is not a date: it cannot be read from `z` on", 10));
    assert_eq!(refusal("  2019-10-07z").offset, 12, "spaces in front count");
    assert_eq!(refusal("").suggestion.as_deref(), Some("XXXX"));
    let times = refusal("2019-10-07T17:00/2019-10-07T19:00");
    assert!(times.message.contains("`end`"), "{times}");
}

#[test]
fn a_text_of_ten_kilobytes_is_refused_at_once_and_quoted_in_short() {
    let error = refusal(&"2019,".repeat(2_000));
    assert!(error.message.chars().count() < 120, "{error}");
}

#[test]
fn spaces_around_a_date_do_not_count() {
    assert_eq!(EventDate::parse(" 2019-10-07 ", ZONE).map(|date| date.text().to_owned()).as_deref(), Ok("2019-10-07"));
}
