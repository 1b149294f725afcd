// The story of this repository, built by the real program into a temporary folder, and one page of each kind in it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The program under test. */
export const program = process.env.DATELINE ?? join(repository, "target", "debug", "dateline");

/** Builds the story; gives its folder, and a function that takes it away again. All tests of one run may share one, which STORY_SITE names. */
export function buildStory() {
  if (process.env.STORY_SITE) return { site: process.env.STORY_SITE, remove: () => {} };
  if (!existsSync(program)) throw new Error(`there is no ${program}: run \`cargo build\`, or name the program in DATELINE`);
  const folder = mkdtempSync(join(tmpdir(), "dateline-story-"));
  const site = join(folder, "site");
  execFileSync(program, ["build", "--quiet", "--root", repository, "--output", site], { stdio: "inherit" });
  return { site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** One page of each kind, as its path in the site. Of records, the one with the longest page stands for all. */
export function pageKinds(site) {
  const first = (folder) => `${folder}/${foldersIn(join(site, folder))[0]}/index.html`;
  const year = foldersIn(join(site, "dates"))[0];
  const kinds = {
    home: "index.html",
    events: "events/index.html",
    newest: "events/newest/index.html",
    event: "events/entity-list-28/index.html",
    "small-event": first("events"),
    "key-events": "key-events/index.html",
    chain: "events/phase-one-signed/chain/index.html",
    graph: "graph/index.html",
    actors: "actors/index.html",
    actor: "actors/hikvision/index.html",
    pair: "actors/china/with/united-states/index.html",
    places: "places/index.html",
    place: "places/washington/index.html",
    storylines: "storylines/index.html",
    storyline: "storylines/entity-listings/index.html",
    lanes: "lanes/index.html",
    sources: "sources/index.html",
    source: first("sources"),
    tags: "tags/index.html",
    tag: first("tags"),
    taxonomy: "instruments/index.html",
    term: first("instruments"),
    "source-kinds": "source-kinds/index.html",
    "source-kind": first("source-kinds"),
    statuses: "status/index.html",
    status: first("status"),
    dates: "dates/index.html",
    year: `dates/${year}/index.html`,
    month: first(`dates/${year}`),
    period: "dates/2019-10-01..2019-10-15/index.html",
    version: "events/entity-list-28/v/2/index.html",
    versions: "events/entity-list-28/v/index.html",
    corrections: "corrections/index.html",
    "as-known": "as-known/index.html",
    "as-known-day": "as-known/2019-10-07/index.html",
    slice: "storylines/entity-listings/2019/10/index.html",
    disputed: "events/trump-xi-call/index.html",
    embed: "embed/events/entity-list-28/index.html",
    "embed-strip": "embed/strip/index.html",
    "embed-storyline": "embed/storylines/entity-listings/index.html",
    search: "search/index.html",
    data: "data/index.html",
    page: "about/index.html",
    "not-found": "404.html",
  };
  return Object.fromEntries(Object.entries(kinds).filter(([, path]) => existsSync(join(site, path))));
}

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !["page", "newest"].includes(entry.name)).map((entry) => entry.name).sort();
}
