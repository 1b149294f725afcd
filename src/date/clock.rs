//! A time of day with its distance from UTC.
//!
//! In: what stands behind the `T` of a date, the civil day and the site's zone. Out: [`ClockTime`] and its instant.
//! Never: a guess; a time the clocks skipped is an error in words.

use chrono::{DateTime, Duration, FixedOffset, MappedLocalTime, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use super::civil_day::CivilDay;
use super::error::{DateError, Fault};
use super::words;

/// A time of day, to the second, as read on a clock that is `offset_minutes` ahead of UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClockTime {
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// The second, 0 to 60: ISO 8601 allows a leap second.
    pub second: u8,
    /// Minutes ahead of UTC; -240 is UTC−4.
    pub offset_minutes: i16,
}

impl ClockTime {
    /// Reads `17:00`, `17:00:30`, either with `Z`, `-04` or `-04:00` behind it; without, the zone's offset on that day counts.
    ///
    /// `at` is where the time begins in the author's text. A time that occurs twice is taken as the first.
    pub(super) fn read(text: &str, at: usize, day: CivilDay, zone: Tz) -> Result<ClockTime, Fault> {
        let shift_at = text.find(['Z', '+', '-']).unwrap_or(text.len());
        let (clock, shift) = text.split_at(shift_at);
        let Some((hour, minute, second)) = read_clock(clock) else { return Err(Fault::NotEdtf { offset: at }) };
        if hour > 23 || minute > 59 || second > 60 {
            let message = format!("there is no time `{clock}`: hours go from 00 to 23 and minutes from 00 to 59");
            return Err(Fault::Explained(DateError { message, suggestion: None, offset: at }));
        }
        let offset_minutes = match read_shift(shift) {
            Some(Shift::Minutes(minutes)) => minutes,
            Some(Shift::Missing) => offset_in_zone(day, hour, minute, zone, at)?,
            None => return Err(Fault::NotEdtf { offset: at + shift_at }),
        };
        Ok(ClockTime { hour, minute, second, offset_minutes })
    }

    /// Finds the instant of this time on a civil day; none when chrono does not reach that year.
    pub(super) fn instant(self, day: CivilDay) -> Option<DateTime<Utc>> {
        let offset = FixedOffset::east_opt(i32::from(self.offset_minutes) * 60)?;
        // Chrono has no 61st second: a leap second counts as the one before it.
        let local = local_time(day, self.hour, self.minute, self.second.min(59))?;
        offset.from_local_datetime(&local).single().map(|instant| instant.to_utc())
    }
}

fn local_time(day: CivilDay, hour: u8, minute: u8, second: u8) -> Option<NaiveDateTime> {
    day.to_naive()?.and_hms_opt(hour.into(), minute.into(), second.into())
}

fn read_clock(text: &str) -> Option<(u8, u8, u8)> {
    let bytes = text.as_bytes();
    match bytes.len() {
        5 if bytes[2] == b':' => Some((two_digits(bytes, 0)?, two_digits(bytes, 3)?, 0)),
        8 if bytes[2] == b':' && bytes[5] == b':' => Some((two_digits(bytes, 0)?, two_digits(bytes, 3)?, two_digits(bytes, 6)?)),
        _ => None,
    }
}

enum Shift {
    Missing,
    Minutes(i16),
}

fn read_shift(text: &str) -> Option<Shift> {
    let bytes = text.as_bytes();
    let sign = match bytes.first() {
        None => return Some(Shift::Missing),
        Some(b'Z') if bytes.len() == 1 => return Some(Shift::Minutes(0)),
        Some(b'+') => 1,
        Some(b'-') => -1,
        Some(_) => return None,
    };
    let minutes = match bytes.len() {
        3 => 0,
        6 if bytes[3] == b':' => i16::from(two_digits(bytes, 4)?),
        _ => return None,
    };
    let total = i16::from(two_digits(bytes, 1)?) * 60 + minutes;
    // No place on Earth is more than 14 hours from UTC, and ISO 8601 has no "minus nothing".
    let is_valid = minutes < 60 && total <= 14 * 60 && !(sign < 0 && total == 0);
    is_valid.then_some(Shift::Minutes(sign * total))
}

fn offset_in_zone(day: CivilDay, hour: u8, minute: u8, zone: Tz, at: usize) -> Result<i16, Fault> {
    let Some(local) = local_time(day, hour, minute, 0) else { return Err(Fault::NotEdtf { offset: at }) };
    match zone.offset_from_local_datetime(&local) {
        MappedLocalTime::Single(offset) | MappedLocalTime::Ambiguous(offset, _) => Ok(in_minutes(offset.fix())),
        MappedLocalTime::None => {
            let suggestion = after_the_gap(local, zone).map(|time| time.format("%Y-%m-%dT%H:%M").to_string());
            let message =
                format!("{hour:02}:{minute:02} did not exist on {} in {}: the clocks went forward", words::say_day(day), zone.name());
            Err(Fault::Explained(DateError { message, suggestion, offset: at }))
        }
    }
}

/// What the clocks of the zone showed when an unchanged clock showed `local`.
fn after_the_gap(local: NaiveDateTime, zone: Tz) -> Option<NaiveDateTime> {
    let day_before = local.checked_sub_signed(Duration::days(1))?;
    let offset = zone.offset_from_local_datetime(&day_before).earliest()?.fix();
    let instant = local.checked_sub_offset(offset)?;
    instant.checked_add_offset(zone.offset_from_utc_datetime(&instant).fix())
}

/// Before standard time, zones were off by odd seconds; a written offset has whole minutes.
fn in_minutes(offset: FixedOffset) -> i16 {
    i16::try_from(offset.local_minus_utc().div_euclid(60)).unwrap_or(0)
}

/// Reads two ASCII digits at `at`.
pub(super) fn two_digits(bytes: &[u8], at: usize) -> Option<u8> {
    match (bytes.get(at)?, bytes.get(at + 1)?) {
        (tens @ b'0'..=b'9', ones @ b'0'..=b'9') => Some((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
}
