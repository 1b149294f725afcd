// Budgets: how many bytes a reader's telephone must load. Every figure is printed, and none may pass its budget.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";

import { buildMadeUp } from "./made-up.mjs";
import { buildStory, pageKinds } from "./story.mjs";

const KILO = 1000;
const story = buildStory();
after(() => story.remove());

/** The files of a page: its own bytes, and those of the styles and scripts that it names. */
function filesOf(site, path) {
  const html = readFileSync(join(site, path), "utf8");
  const named = (pattern) => [...html.matchAll(pattern)].map((match) => readFileSync(join(site, normalize(join(dirname(path), match[1])))));
  return {
    html: Buffer.byteLength(html),
    css: named(/<link rel="stylesheet" href="([^"]+)"/g).reduce((sum, file) => sum + file.length, 0),
    js: named(/<script[^>]* src="([^"]+)"/g).filter((file) => !file.includes("search/index.json")).reduce((sum, file) => sum + gzipSync(file).length, 0),
  };
}

// The page for unknown addresses names its files from the root of the host; they are those of every page.
for (const [kind, path] of Object.entries(pageKinds(story.site)).filter(([kind]) => kind !== "not-found")) {
  test(`the page of kind ${kind} loads at most 20 kB of style and 20 kB of script, search left out`, (t) => {
    const { html, css, js } = filesOf(story.site, path);
    t.diagnostic(`${kind}: HTML ${(html / KILO).toFixed(1)} kB, CSS ${(css / KILO).toFixed(1)} kB, script ${(js / KILO).toFixed(1)} kB gzip`);
    assert.ok(css <= 20 * KILO, `CSS of ${css} bytes`);
    assert.ok(js <= 20 * KILO, `scripts of ${js} bytes, compressed`);
  });
}

test("a storyline of 50 events is at most 100 kB of HTML and style", (t) => {
  const made = buildMadeUp(150);
  const { html, css } = filesOf(made.site, "storylines/the-dam/index.html");
  made.remove();
  t.diagnostic(`50 events: HTML ${(html / KILO).toFixed(1)} kB and CSS ${(css / KILO).toFixed(1)} kB`);
  assert.ok(html + css <= 100 * KILO, `${html} + ${css} bytes`);
});
