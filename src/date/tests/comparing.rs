use super::{date, with_end};

#[test]
fn a_timeline_stands_in_order() {
    let expected = [
        "Y-17000",
        "-0044-03-15",
        "201X",
        "2017-04~/..",
        "2018-07/2019-10",
        "2019-01-01",
        "2019",
        "2019?",
        "2019~",
        "2019-10-01",
        "2019-10",
        "2019-10~",
        "2019-10-07",
        "2019-10-07?",
        "2019-10-07~",
        "2019-10-07T12:00+08:00",
        "2019-10-07T09:00-04:00",
        "2019-10-08",
        "../2019",
        "2020",
        "XXXX-12-25",
        "XXXX",
    ];
    let mut sorted = expected;
    sorted.reverse();
    sorted.sort_by_key(|text| date(text).order_key());
    assert_eq!(sorted, expected);
}

#[test]
fn only_what_is_wholly_over_is_certainly_before() {
    let before = [
        ("2019-10-07", "2019-10-08"),
        ("2019-09", "2019-10-01"),
        ("2018", "2019"),
        ("2018-07/2019-10", "2019-11"),
        ("2019-10-07T17:00-04:00", "2019-10-07T18:00-04:00"),
        ("2019-10-08T01:00+08:00", "2019-10-07T23:00-04:00"),
        ("2019-10-07T23:00-04:00", "2019-10-08"),
        ("../2018", "2019"),
        ("2018", "2019/.."),
        ("2019-10-07~", "2019-10-21"),
        ("1984?", "2019"),
        ("[2019-10-04,2019-10-05]", "2019-10-06"),
        ("-0044", "0001"),
    ];
    for (one, other) in before {
        assert!(date(one).is_certainly_before(&date(other)), "{one} before {other}");
        assert!(!date(other).is_certainly_before(&date(one)), "{other} before {one}");
    }
    let open = [
        ("2019-10-07", "2019-10-07"),
        ("2019-10", "2019-10-20"),
        ("2019-10-07T17:00-04:00", "2019-10-07"),
        ("2019-10-07~", "2019-10-08"),
        ("2019-10~", "2019-11-02"),
        ("2017/..", "2019"),
        ("2017/", "2019"),
        ("XXXX", "2019"),
        ("XXXX-12-25", "2019"),
        ("2004?-06-11", "2005-01"),
    ];
    for (one, other) in open {
        assert!(!date(one).is_certainly_before(&date(other)), "{one} before {other}");
        assert!(!date(other).is_certainly_before(&date(one)), "{other} before {one}");
        assert!(date(one).meets(&date(other)), "{one} meets {other}");
    }
}

#[test]
fn a_part_lies_within_its_whole_unless_it_certainly_does_not() {
    let inside = [
        ("2019-10-07", "2018-07/2019-10"),
        ("2019", "2019-10"),
        ("2019-10-07", "2019-10-07"),
        ("2019-10-07T17:00", "2019-10-07"),
        ("2019-11-05~", "2018-07/2019-10"),
        ("2018-08/..", "2018-07/2019-10"),
        ("2030", "2018-07/.."),
        ("2030", "2018-07/"),
        ("XXXX", "2019"),
        ("2019", "XXXX"),
        ("2019", "../2019"),
        ("{2019-10-08,2019-10-10}", "2019-10-08/2019-10-10"),
    ];
    for (part, whole) in inside {
        assert!(date(part).lies_within(&date(whole)), "{part} in {whole}");
    }
    let outside = [
        ("2019-11-05", "2018-07/2019-10"),
        ("2018-06-30", "2018-07/2019-10"),
        ("2019-10-08/2019-11-02", "2018-07/2019-10"),
        ("2017/..", "2018-07/2019-10"),
        ("2020/..", "2018-07/2019-10"),
        ("{2019-10-08,2019-10-12}", "2019-10-08/2019-10-10"),
        ("2017", "2018/.."),
    ];
    for (part, whole) in outside {
        assert!(!date(part).lies_within(&date(whole)), "{part} in {whole}");
    }
    let meeting = with_end("2019-10-07T17:00-04:00", "2019-10-07T19:00-04:00");
    assert!(date("2019-10-07T18:00-04:00").lies_within(&meeting));
    assert!(!date("2019-10-07T20:00-04:00").lies_within(&meeting));
    assert!(!date("2019-10-07T16:00-04:00").lies_within(&meeting));
    assert!(date("2019-10-07").lies_within(&meeting));
}

#[test]
fn spans_meet_when_they_may_share_a_day() {
    assert!(date("2018-07/2019-10").meets(&date("2019-10-31")));
    assert!(!date("2018-07/2019-10").meets(&date("2019-11-01")));
    assert!(!date("2019-11-01").meets(&date("2018-07/2019-10")));
    assert!(date("2018-07/..").meets(&date("2030")));
}

#[test]
fn the_end_of_an_interval_is_a_date_of_its_own() {
    for (text, end) in [("2019-10-08/2019-10-10", "2019-10-10"), ("2018/2019-10~", "2019-10~"), ("../2019", "2019")] {
        assert_eq!(date(text).end(), Some(date(end)), "{text}");
    }
    assert_eq!(with_end("2019-10-07T17:00-04:00", "2019-10-07T19:00-04:00").end(), Some(date("2019-10-07T19:00-04:00")));
    for text in ["2019-10-08", "2019/..", "2019/", "2018/XXXX-05", "[2018,2019]", "XXXX"] {
        assert_eq!(date(text).end(), None, "{text}");
    }
}
