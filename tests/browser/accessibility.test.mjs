// Accessibility: axe finds nothing serious on any kind of page, by day and by night.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, pageKinds } from "./story.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const story = buildStory();
const kinds = pageKinds(story.site);
let server, browser, page;

before(async () => { server = await serve(story.site); browser = await launch(); page = await browser.newPage(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });

for (const colorScheme of ["light", "dark"]) {
  for (const [kind, path] of Object.entries(kinds)) {
    test(`the page of kind ${kind} can be read by everyone in ${colorScheme} colours`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.goto(server.top + path);
      // What is folded away is read too.
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
      const grave = violations.filter((violation) => ["serious", "critical"].includes(violation.impact));
      assert.deepEqual(grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`), []);
    });
  }
}
