//! The arguments of every command; `--help` and the completions are made of them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// A website for following news events, from Markdown files.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, propagate_version = true)]
pub struct Arguments {
    /// The site's folder [default: the nearest folder upward that holds dateline.yaml]
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Say nothing but mistakes
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[command(flatten)]
    pub color: colorchoice_clap::Color,
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the site into site/, all or nothing
    Build(BuildOptions),
    /// Tell every mistake, and write nothing
    Check(CheckOptions),
    /// Show the site in a browser while it is written, and write nothing
    Serve(ServeOptions),
    /// Begin a site, an event, an actor …
    New(NewOptions),
    /// Write the story in a format of other programs
    Export(ExportOptions),
    /// Record every address and text, so that what is cited today is there in ten years
    Release(ReleaseOptions),
    /// Tell what a diagnostic means and how to mend it
    Explain(ExplainOptions),
    /// Print the JSON Schema of a kind of record, for editors
    Schema(SchemaOptions),
    /// Print the completions for a shell
    Completions(CompletionsOptions),
}

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
    Github,
}

/// The arguments of `build`.
#[derive(Debug, Args)]
pub struct BuildOptions {
    /// Where the site is written [default: site/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Write the whole story as one HTML file instead, which needs no other [default: story.html]
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "story.html", conflicts_with_all = ["output", "adopt", "durable"])]
    pub single: Option<PathBuf>,
    /// Include drafts
    #[arg(long)]
    pub drafts: bool,
    /// Take every warning for an error
    #[arg(long)]
    pub strict: bool,
    /// Write into a folder that holds other files, and keep them beside the site
    #[arg(long)]
    pub adopt: bool,
    /// Flush everything to disk before the new site takes the old one's place
    #[arg(long)]
    pub durable: bool,
    /// How many threads to use [default: one a core]
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
    /// Tell how long each stage took
    #[arg(long)]
    pub timings: bool,
    /// How mistakes are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// The arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Take every warning for an error
    #[arg(long)]
    pub strict: bool,
    /// Include drafts
    #[arg(long)]
    pub drafts: bool,
    /// Add the editor's table: events without source, with one source, sources without an archived copy
    #[arg(long)]
    pub sources: bool,
    /// How mistakes are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// The arguments of `serve`.
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// The port on this computer; 0 takes any that is free
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    pub port: u16,
    /// Include drafts
    #[arg(long)]
    pub drafts: bool,
    /// Open the home page in the browser
    #[arg(long)]
    pub open: bool,
}

/// The arguments of `new`.
#[derive(Debug, Args)]
pub struct NewOptions {
    /// What to begin
    #[arg(value_enum)]
    pub what: NewKind,
    /// A headline or name; for a site, its folder
    pub name: Option<String>,
    /// The date of an event, as EDTF [default: today]
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
}

/// What `new` can begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NewKind {
    Site,
    Event,
    Actor,
    Place,
    Storyline,
    Source,
    Page,
}

/// The arguments of `export`.
#[derive(Debug, Args)]
pub struct ExportOptions {
    /// The format
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub to: ExportFormat,
    /// The events of one storyline only, by its id
    #[arg(long, value_name = "ID")]
    pub storyline: Option<String>,
    /// Include drafts
    #[arg(long)]
    pub drafts: bool,
    /// The file to write [default: stdout]
    pub file: Option<PathBuf>,
}

/// What `export` can write; the same bytes as the build's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Timelinejs,
    Csv,
    Json,
    Ics,
    Gexf,
    Graphml,
    Dot,
    Geojson,
    Ftm,
    Sqlite,
    Markdown,
}

/// The arguments of `release`.
#[derive(Debug, Args)]
pub struct ReleaseOptions {
    /// Why there are new versions, for records that do not say so themselves under `changes`
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub note: String,
    /// The day of the release [default: today]
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Tell what would be recorded, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// How mistakes are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// The arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainOptions {
    /// The word in the brackets of a message: `unknown-event` [default: list all]
    pub code: Option<String>,
}

/// The arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaOptions {
    /// The kind of record [default: all, by folder]
    #[arg(value_parser = ["event", "actor", "place", "storyline", "source", "page"])]
    pub kind: Option<String>,
}

/// The arguments of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsOptions {
    #[arg(value_enum)]
    pub shell: Shell,
}
