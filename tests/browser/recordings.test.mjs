// Recordings: ours are loaded when a reader plays them, and what is elsewhere is loaded when a reader goes there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { program, repository } from "./story.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const root = mkdtempSync(join(tmpdir(), "dateline-recordings-"));
let server, browser;

before(async () => {
  cpSync(join(repository, "tests", "sites", "recordings"), root, { recursive: true });
  execFileSync(program, ["build", "--quiet", "--root", root], { stdio: "inherit" });
  server = await serve(join(root, "site"), "/bridge/");
  browser = await launch();
});
after(async () => { await browser.close(); await server.stop(); rmSync(root, { recursive: true, force: true }); });

/** Opens the event and hands the page to a test, with the names of all files that were asked for; nothing may go wrong or lead elsewhere. */
async function onEvent(look, settings = {}) {
  const context = await browser.newContext(settings);
  const { page, faults } = await watch(context, (url) => url.startsWith(server.top) || url.startsWith("data:"));
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${server.top}events/bridge-closed/`, { waitUntil: "networkidle" });
  for (const medium of await page.locator(".medium").all()) await medium.scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  await look(page, (ending) => asked.filter((url) => url.endsWith(ending)).length);
  assert.deepEqual(faults, []);
  await context.close();
}

test("nothing of a recording is asked for before it is played", () => onEvent(async (page, countAsked) => {
  assert.equal(await page.locator("video, audio").count(), 2);
  for (const ending of [".webm", ".wav"]) assert.equal(countAsked(ending), 0, ending);
  assert.ok(countAsked("beam.svg") > 0);
}));

for (const [name, ending] of [["video", ".webm"], ["audio", ".wav"]]) {
  test(`the ${name} is loaded and played on demand, under the policy of the page`, () => onEvent(async (page, countAsked) => {
    await page.locator(name).focus();
    await page.keyboard.press("Space");
    await page.locator(name).evaluate((player) => player.currentTime > 0 || new Promise((heard) => player.addEventListener("timeupdate", heard, { once: true })));
    assert.ok(countAsked(ending) > 0);
    assert.equal(await page.locator(name).evaluate((player) => player.error), null);
  }));
}

test("the subtitles of a video are shown in their language", () => onEvent(async (page) => {
  const said = await page.locator("video").evaluate(async (video) => {
    await video.play();
    const track = video.textTracks[0];
    while (!track.cues?.length) await new Promise((next) => setTimeout(next, 20));
    return { language: track.language, mode: track.mode, text: track.cues[0].text };
  });
  assert.deepEqual(said, { language: "en", mode: "showing", text: "Here, here and here." });
}));

test("what is elsewhere is told in words, with a link that says where it leads, and never framed", () => onEvent(async (page) => {
  assert.equal(await page.locator("iframe, embed, object").count(), 0);
  const links = await page.locator(".medium a").evaluateAll((links) => links.map((link) => [link.textContent, link.href]));
  assert.deepEqual(links, [
    ["Watch at example.com", "https://www.example.com/watch?v=bridge"],
    ["Listen at example.net", "https://example.net/hearing.mp3"],
    ["See the picture at example.net", "https://example.net/map"],
  ]);
  assert.ok(await page.getByText("The engineer shows the cracks to the council.").isVisible());
}));

test("without a script the same players and links are there", () => onEvent(async (page) => {
  assert.equal(await page.locator("video[controls], audio[controls], .medium a").count(), 5);
}, { javaScriptEnabled: false }));

test("the players fit a telephone", () => onEvent(async (page) => {
  for (const player of await page.locator("video, audio, .medium img").all()) {
    const { x, width } = await player.boundingBox();
    assert.ok(x >= 0 && x + width <= 390, `${x} + ${width}`);
  }
}, { viewport: { width: 390, height: 844 } }));

test("recordings can be read by everyone", () => onEvent(async (page) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(".media", { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
}));
