// Made-up stories of any size for tests of scale: the same number always gives the same files.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { program } from "./story.mjs";

const ACTORS = ["Ministry of Rivers", "Harbour Board", "Ana Ferreira", "Northern Union", "Delta Works", "City of Orlen", "Tomas Lind", "Water Court"];
const PLACES = ["Orlen", "Delta", "Northport", "The Hague", "Upper Valley"];
const STORYLINES = ["The dam", "The court case", "The strike"];
const DAY = 86_400_000;

/** The text of one event, two in three days; a fifth of all fall into one crowded month, as news does. */
function event(number, count) {
  const crowd = number % 5 === 0 ? 0.5 : number / count;
  const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(crowd * count * 1.5 + (number % 17)) * DAY).toISOString().slice(0, 10);
  const pick = (names, step) => names[(number * step) % names.length];
  const links = number > 3 ? `links:\n  - related-to: event-${number - 3}\n` : "";
  return `---
title: "Step ${number}: ${pick(ACTORS, 3)} answers in the matter of ${pick(STORYLINES, 1).toLowerCase()}"
date: ${day}
summary: The decision number ${number} followed a hearing at which both sides repeated what they had said, and named a day for the next one.
importance: ${(number * 7) % 10 + 1}
storylines: [${pick(STORYLINES, 1)}]
actors: ["${pick(ACTORS, 3)}", "${pick(ACTORS, 5)}"]
places: ["${pick(PLACES, 2)}"]
tags: [water, tag-${number % 12}]
${links}sources:
  - {title: "Minutes ${number}", publisher: Gazette, url: "https://example.org/minutes/${number}", date: ${day}, kind: official}
  - {title: "Report ${number}", publisher: Delta News, url: "https://example.com/report/${number}", date: ${day}, kind: news}
---

The [[${pick(ACTORS, 3)}]] published its answer on the day, and the record gives the reasons in full.
`;
}

/** Builds a story of so many events; gives its site, and a function that takes it away again. */
export function buildMadeUp(count, settings = "") {
  const root = mkdtempSync(join(tmpdir(), "dateline-made-up-"));
  mkdirSync(join(root, "content", "events"), { recursive: true });
  writeFileSync(join(root, "dateline.yaml"), `title: The Delta\ndescription: A made-up story of ${count} events.\nurl: https://delta.example/\n${settings}`);
  for (let number = 1; number <= count; number += 1) {
    writeFileSync(join(root, "content", "events", `event-${number}.md`), event(number, count));
  }
  execFileSync(program, ["build", "--quiet", "--root", root], { stdio: "inherit" });
  return { site: join(root, "site"), remove: () => rmSync(root, { recursive: true, force: true }) };
}
