//! The codes: one word a kind of mistake, the same in messages, `dateline explain`, the docs and the fixtures.

/// How grave a finding is, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing, no fault: shown by `check`, never made an error.
    Advice,
    /// A doubtful statement; the site is built, unless `--strict` is given.
    Warning,
    /// The site would be wrong or lose something; nothing is written.
    Error,
}

impl Severity {
    /// The word in machine-readable reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Defines the enum, the words, the severities and the explanations from one table.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $word:literal $severity:ident),+ $(,)?) => {
        /// The kind of a mistake.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name),+ }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// The word that messages and `dateline explain` use.
            pub fn word(self) -> &'static str {
                match self { $(Code::$name => $word),+ }
            }

            /// The severity without `--strict`.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity),+ }
            }

            /// The page of the documentation about this code, in Markdown.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$name => include_str!(concat!("../../docs/diagnostics/", $word, ".md"))),+ }
            }
        }
    };
}

codes! {
    /// A file cannot be read, is no UTF-8 text, or is no plain file.
    UnreadableFile "unreadable-file" Error,
    /// A Markdown file stands where no record is read.
    MisplacedFile "misplaced-file" Error,
    /// The front matter is missing or not closed.
    NoFrontMatter "no-front-matter" Error,
    /// The front matter is no YAML.
    BadYaml "bad-yaml" Error,
    /// A key stands twice in one mapping.
    DuplicateKey "duplicate-key" Error,
    /// A file is larger or deeper than the limits.
    TooLarge "too-large" Error,
    /// `dateline.yaml` has a wrong setting.
    BadSetting "bad-setting" Error,
    /// A record lacks a key it cannot do without.
    MissingField "missing-field" Error,
    /// A value has the wrong shape or is none of the values allowed.
    BadValue "bad-value" Error,
    /// A date is not written as EDTF, or is impossible.
    BadDate "bad-date" Error,
    /// An id or alias cannot be an address.
    BadAddress "bad-address" Error,
    /// Two records of one kind have the same id.
    DuplicateId "duplicate-id" Error,
    /// Two pages or files would have the same address.
    AddressTaken "address-taken" Error,
    /// The lock file or a kept text is not as it was released.
    BadLock "bad-lock" Error,
    /// An address that was released leads nowhere.
    VanishedAddress "vanished-address" Error,
    /// An id stands for something else than when it was released.
    ReusedId "reused-id" Error,
    /// A link or storyline names an event that does not exist.
    UnknownEvent "unknown-event" Error,
    /// A link is of a kind that is not defined.
    UnknownLinkKind "unknown-link-kind" Error,
    /// A file that a record shows or links does not exist.
    MissingFile "missing-file" Error,
    /// A template is wrong or asks for something that does not exist.
    TemplateError "template-error" Error,
    /// A key is not known for this kind of record.
    UnknownKey "unknown-key" Warning,
    /// An id or mention names a record that does not exist.
    UnknownReference "unknown-reference" Warning,
    /// A name fits several records.
    AmbiguousReference "ambiguous-reference" Warning,
    /// Two records have the same name or alias.
    DuplicateAlias "duplicate-alias" Warning,
    /// A Markdown link points to a page that does not exist.
    BrokenLink "broken-link" Warning,
    /// An effect, answer or later step is dated before what it rests on.
    OutOfOrder "out-of-order" Warning,
    /// A part lies outside the time of its whole, or concurrent events never meet.
    OutsideSpan "outside-span" Warning,
    /// Causes run in a circle.
    CausalCycle "causal-cycle" Warning,
    /// An event links to itself.
    SelfLink "self-link" Warning,
    /// An actor takes part before it began or after it ended.
    OutsideLifetime "outside-lifetime" Warning,
    /// A planned event has passed.
    OverduePlan "overdue-plan" Warning,
    /// A claim does not say who makes it.
    ClaimWithoutSpeaker "claim-without-speaker" Warning,
    /// A claim has no source.
    ClaimWithoutSource "claim-without-source" Warning,
    /// An event has no source.
    UnsourcedEvent "unsourced-event" Warning,
    /// A key event rests on one source.
    SingleSource "single-source" Warning,
    /// A citation or claim uses a source that the event does not list.
    UnlistedCitation "unlisted-citation" Warning,
    /// Two names look like one.
    LookalikeNames "lookalike-names" Warning,
    /// An image has no description.
    MissingAlt "missing-alt" Warning,
    /// An image has no credit.
    MissingCredit "missing-credit" Warning,
    /// Nothing refers to a record.
    UnusedRecord "unused-record" Warning,
    /// Raw HTML is shown as text.
    RawHtml "raw-html" Warning,
    /// A link has an address that is not allowed.
    UnsafeLink "unsafe-link" Warning,
    /// An image on another website is not loaded.
    RemoteImage "remote-image" Warning,
    /// A footnote is undefined or unused.
    Footnote "footnote" Warning,
    /// Stars or mentions that stay as written.
    LiteralMarkup "literal-markup" Warning,
    /// A body passes the limits and is shown as plain text.
    BodyLimit "body-limit" Warning,
    /// A text differs from its last released version.
    UnreleasedChange "unreleased-change" Advice,
    /// A name is used that has no record yet.
    NameWithoutRecord "name-without-record" Advice,
}

impl Code {
    /// Finds a code by its word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.word() == word)
    }
}
