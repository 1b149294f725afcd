use proptest::prelude::*;

use super::super::{EventDate, distance};
use super::{ZONE, with_end};
use crate::words::Words;

/// One date of level 0 to 2.
fn any_single() -> BoxedStrategy<String> {
    let year = prop_oneof![
        4 => (1990..2030i32).prop_map(|year| format!("{year:04}")),
        1 => (0..=9999i32).prop_map(|year| format!("{year:04}")),
        1 => (1..=9999i32).prop_map(|year| format!("-{year:04}")),
    ];
    let month = (1..=12u8).prop_map(|month| format!("{month:02}"));
    let field = prop_oneof![4 => (1..=28u8).prop_map(|day| format!("{day:02}")), 1 => Just("XX".to_owned()), 1 => Just("1X".to_owned())];
    let mark = || prop_oneof![5 => Just(""), 1 => Just("~"), 1 => Just("?"), 1 => Just("%")];
    prop_oneof![
        (year.clone(), mark()).prop_map(|(year, mark)| format!("{year}{mark}")),
        (year.clone(), month.clone(), mark()).prop_map(|(year, month, mark)| format!("{year}-{month}{mark}")),
        (year.clone(), mark(), mark(), month.clone(), mark(), field, mark())
            .prop_map(|(year, a, b, month, c, day, d)| format!("{year}{a}-{b}{month}-{c}{day}{d}")),
        (year, 21..=41u8, mark()).prop_map(|(year, season, mark)| format!("{year}-{season}{mark}")),
        (0..=999u16, mark()).prop_map(|(decade, mark)| format!("{decade:03}X{mark}")),
        (0..=99u16, mark()).prop_map(|(century, mark)| format!("{century:02}XX{mark}")),
        (10_000..=999_999_999i64, any::<bool>()).prop_map(|(year, is_bc)| format!("Y{}{year}", if is_bc { "-" } else { "" })),
        (1000..=9999u16, 1..=4u8).prop_map(|(year, digits)| format!("{year}S{digits}")),
        Just("XXXX-12-25".to_owned()),
    ]
    .boxed()
}

fn any_time() -> BoxedStrategy<String> {
    let zone = prop_oneof![
        Just("Z".to_owned()),
        (-14..=14i8).prop_map(|hour| format!("{}{:02}:00", if hour < 0 { '-' } else { '+' }, hour.abs()))
    ];
    (2018..=2020u16, 1..=12u8, 1..=28u8, 0..=23u8, 0..=59u8, zone)
        .prop_map(|(year, month, day, hour, minute, zone)| format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}{zone}"))
        .boxed()
}

/// Any date that the room reads.
fn any_date() -> BoxedStrategy<EventDate> {
    let pair = || (any_single(), any_single());
    let text = prop_oneof![
        4 => any_single(),
        2 => any_time(),
        2 => pair().prop_map(|(from, until)| format!("{from}/{until}")),
        1 => any_single().prop_map(|from| format!("{from}/..")),
        1 => any_single().prop_map(|until| format!("../{until}")),
        1 => any_single().prop_map(|from| format!("{from}/")),
        1 => any_single().prop_map(|until| format!("/{until}")),
        1 => pair().prop_map(|(one, other)| format!("[{one},{other}]")),
        1 => pair().prop_map(|(one, other)| format!("{{{one},..{other}}}")),
        1 => Just("XXXX".to_owned()),
    ];
    let two_keys =
        (any_time(), any_time()).prop_filter_map("the end comes first", |(start, end)| EventDate::parse_with_end(&start, &end, ZONE).ok());
    let one_key = text.prop_filter_map("reversed, or a day that no month has", |text| EventDate::parse(&text, ZONE).ok());
    prop_oneof![8 => one_key, 1 => two_keys].boxed()
}

proptest! {
    #[test]
    fn text_to_date_to_text_is_the_identity(date in any_date()) {
        let again = match date.end_text() {
            Some(end) => with_end(date.start_text(), end),
            None => super::date(date.text()),
        };
        prop_assert_eq!(&again, &date);
        prop_assert_eq!(again.text(), date.text());
    }

    #[test]
    fn words_are_never_empty(date in any_date()) {
        for words in [date.in_english(), date.short(&Words::default()), date.short_without_year(&Words::default())] {
            prop_assert!(!words.trim().is_empty());
            prop_assert!(!words.contains("  ") && words.trim() == words, "{words:?}");
        }
        prop_assert!(date.short_without_year(&Words::default()).chars().count() <= date.short(&Words::default()).chars().count());
    }

    #[test]
    fn the_order_is_total(a in any_date(), b in any_date(), c in any_date()) {
        let (a, b, c) = (a.order_key(), b.order_key(), c.order_key());
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
        if a <= b && b <= c {
            prop_assert!(a <= c);
        }
        prop_assert!(a <= b || b <= a);
    }

    #[test]
    fn the_order_never_contradicts_the_civil_days(a in any_date(), b in any_date()) {
        if let (Some(first), Some(second)) = (a.earliest(), b.earliest()) && first < second {
            prop_assert!(a.order_key() < b.order_key());
        }
    }

    #[test]
    fn earliest_is_not_after_latest(date in any_date()) {
        if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
            prop_assert!(first <= last);
            prop_assert!(first.number() <= last.number());
        }
    }

    #[test]
    fn two_dates_are_never_before_each_other(a in any_date(), b in any_date()) {
        prop_assert!(!(a.is_certainly_before(&b) && b.is_certainly_before(&a)));
        prop_assert!(!a.is_certainly_before(&a));
        prop_assert!(a.meets(&a));
        prop_assert_eq!(a.meets(&b), b.meets(&a));
        prop_assert!(a.lies_within(&a));
        if a.is_certainly_before(&b) {
            prop_assert!(!a.lies_within(&b));
        }
    }

    #[test]
    fn distance_there_and_back_differ_only_in_direction(a in any_date(), b in any_date()) {
        let turned = distance(&Words::default(), &b, &a).map(|words| match words.as_str() {
            "the day before" => "the next day".to_owned(),
            "the next day" => "the day before".to_owned(),
            words if words.ends_with(" later") => words.replace(" later", " earlier"),
            words => words.replace(" earlier", " later"),
        });
        prop_assert_eq!(distance(&Words::default(), &a, &b), turned);
    }

    #[test]
    fn machine_values_are_valid_html_time_strings(date in any_date()) {
        if let Some(value) = date.machine() {
            let (day, time) = value.split_once('T').map_or((value.as_str(), None), |(day, time)| (day, Some(time)));
            prop_assert!(matches!(day.len(), 4 | 7 | 10) && !day.starts_with("0000"), "{value}");
            prop_assert!(day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'), "{value}");
            prop_assert!(time.is_none_or(|time| time.len() == 6 || time.len() == 11), "{value}");
        }
    }

    #[test]
    fn nothing_that_is_written_makes_it_panic(text in any::<String>()) {
        let _ = EventDate::parse(&text, ZONE).map(|date| (date.in_english(), date.machine(), date.order_key()));
        let _ = EventDate::parse_with_end(&text, "2019", ZONE);
        let _ = EventDate::parse_with_end("2019", &text, ZONE);
    }

    #[test]
    fn nothing_near_a_date_makes_it_panic(text in "[-0-9XYTZES?~%/.,\\[\\]{} :+a-zé–½\u{301}\u{0}]{0,40}") {
        if let Err(error) = EventDate::parse(&text, ZONE) {
            prop_assert!(!error.message.is_empty());
            prop_assert!(error.offset <= text.len());
            if let Some(spelling) = error.suggestion {
                prop_assert!(EventDate::parse(&spelling, ZONE).is_ok(), "{spelling} is suggested for {text:?}");
            }
        }
    }

    #[test]
    fn plain_english_never_panics_and_suggests_only_what_is_read(
        words in prop::collection::vec("(8|31|2019|44|17,000|oct|feb|bc|ad|to|or|and|between|c\\.|2010s|19th|century|5|pm|17:00|[/.-]|spring|since)", 1..7)
    ) {
        let text = words.join(" ");
        if let Err(error) = EventDate::parse(&text, ZONE)
            && let Some(spelling) = error.suggestion
        {
            prop_assert!(EventDate::parse(&spelling, ZONE).is_ok(), "{spelling} is suggested for {text:?}");
        }
    }

    #[test]
    fn ten_kilobytes_are_refused_without_a_pause(seed in "[\\PC]{1,20}") {
        let text = seed.repeat(10_240 / seed.len() + 1);
        prop_assert!(EventDate::parse(&text, ZONE).is_err());
    }
}
