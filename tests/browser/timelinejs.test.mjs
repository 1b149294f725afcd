// What TimelineJS makes of our file: the program itself, from its own package, shows every event and asks no other host for anything.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, repository } from "./story.mjs";

const story = buildStory();
const OWN_ADDRESS = "https://dateline.example/october-blacklist/";
const PACKAGE = join(repository, "node_modules/@knight-lab/timelinejs/dist");
const TYPES = { js: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml", woff: "font/woff", ttf: "font/ttf" };
let server, browser;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });

const read = (path) => JSON.parse(readFileSync(join(story.site, path), "utf8"));

/** Opens TimelineJS on a file of the site, and waits until it has drawn; `timelinejs/` on the server is its package. */
async function show(path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const answer = (file) => async (route) => route.fulfill({ body: readFileSync(file(new URL(route.request().url()).pathname)), contentType: TYPES[route.request().url().split(".").pop()] });
  await context.route("**/timelinejs/**", answer((name) => join(PACKAGE, name.split("/timelinejs/")[1])));
  await context.route("**/show.html", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><link rel="stylesheet" href="timelinejs/css/timeline.css"><div id="it" style="height: 700px"></div>
<script src="timelinejs/js/timeline.js"></script>
<script>window.timeline = new TL.Timeline("it", "${path}", { hash_bookmark: true, font: null, script_path: new URL("timelinejs/js/", location).href, ga_measurement_id: null });</script>`,
  }));
  // The story's own address is this server.
  await context.route(`${OWN_ADDRESS}**`, answer((name) => join(story.site, name.replace("/october-blacklist/", ""))));
  const { page, faults } = await watch(context, (url) => url.startsWith(server.top) || url.startsWith(OWN_ADDRESS));
  await page.goto(`${server.top}show.html`);
  await page.waitForSelector(".tl-timemarker", { state: "attached" });
  await page.waitForFunction(() => window.timeline.ready);
  return { page, faults, close: () => context.close() };
}

test("TimelineJS shows every dated event as a marker and a slide, each under its id", async () => {
  const file = read("data/timeline.json");
  const { page, faults, close } = await show("data/timeline.json");
  assert.equal(await page.locator(".tl-timemarker").count(), file.events.length);
  assert.equal(await page.locator(".tl-slide").count(), file.events.length + 1);
  const ids = await page.evaluate(() => window.timeline.config.events.map((event) => event.unique_id));
  assert.deepEqual(ids.toSorted(), file.events.map((event) => event.unique_id).toSorted());
  assert.equal(file.events.length + file.title.x_dateline.undated.length, read("data/events.json").length);
  assert.equal(await page.locator(".tl-timeera").count(), file.eras?.length ?? 0);
  const rows = new Set(file.events.map((event) => event.group).filter(Boolean));
  assert.equal(await page.locator(".tl-timegroup").filter({ hasText: /\S/ }).count(), rows.size);
  assert.deepEqual(faults, []);
  await close();
});

test("a slide shows the date as the author knew it, and leads to the event's page", async () => {
  const { page, close } = await show("data/timeline.json");
  for (const event of read("data/timeline.json").events.filter((event) => event.display_date).slice(0, 5)) {
    await page.evaluate((id) => window.timeline.goToId(id), event.unique_id);
    const slide = page.locator(`.tl-slide[id='${event.unique_id}'], #${event.unique_id}`).first();
    assert.equal((await slide.locator(".tl-headline-date").first().textContent()).trim(), event.display_date);
    assert.equal(await slide.locator(`a[href='${event.x_dateline.url}']`).count(), 1);
  }
  await close();
});

test("the file of every storyline is shown too", async () => {
  const file = read("storylines/entity-listings/timeline.json");
  const { page, faults, close } = await show("storylines/entity-listings/timeline.json");
  assert.equal(await page.locator(".tl-timemarker").count(), file.events.length);
  assert.deepEqual(faults, []);
  await close();
});
