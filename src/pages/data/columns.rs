//! The columns of `events.csv`: their names, and what stands in them.

/// Every column in its order, with its meaning for people.
pub const COLUMNS: [(&str, &str); 20] = [
    ("id", "the event's id, which never changes"),
    ("url", "the address of its page"),
    ("title", "the headline"),
    ("date", "when it happened, as EDTF (ISO 8601-2): precision and doubt as the author wrote them"),
    ("earliest", "the first day that the date allows; empty where it is open or not known"),
    ("latest", "the last day that the date allows; empty where it is open or not known"),
    ("precision", "how finely the date is known: minute, day, month, season, year, decade, century, unknown"),
    ("date_text", "the date in words"),
    ("known", "when it became public, as EDTF, where that is not its date"),
    ("status", "how sure it is: planned, reported, alleged, confirmed, disputed, retracted, cancelled"),
    ("importance", "1 to 10; from 8 on it is a key event"),
    ("era", "true: a background period rather than a moment"),
    ("summary", "one or two sentences"),
    ("storylines", "ids of the threads it belongs to"),
    ("actors", "who takes part, the role in brackets"),
    ("places", "ids of the places"),
    ("tags", "subjects"),
    ("links", "kind and event of each link that the event makes"),
    ("sources", "the address of each source, or its title where it has none"),
    ("extra", "the site's own fields, as JSON"),
];
