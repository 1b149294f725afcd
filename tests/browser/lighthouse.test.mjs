// Lighthouse, as its telephone sees the home page and an event. Its figures are printed; those that no clock decides must reach 95.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import lighthouse from "lighthouse";

import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, pageKinds } from "./story.mjs";

const PORT = 9333;
const story = buildStory();
const kinds = pageKinds(story.site);
let server, browser;

before(async () => { server = await serve(story.site); browser = await launch([`--remote-debugging-port=${PORT}`]); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });

for (const kind of ["home", "event", "storyline"]) {
  test(`Lighthouse gives the page of kind ${kind} 95 or more`, async (t) => {
    const { lhr } = await lighthouse(server.top + kinds[kind], { port: PORT, logLevel: "error" });
    const figures = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
    t.diagnostic(`${kind}: ${Object.entries(figures).map((pair) => pair.join(" ")).join(", ")}`);
    const { performance: _measuredNotTested, ...judged } = figures;
    const failing = Object.entries(judged).filter(([, score]) => score < 95);
    const wrong = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === "binary").map(({ id }) => id);
    assert.deepEqual(failing, [], `what fails: ${wrong.join(", ")}`);
  });
}
