// Pictures: where their marks lead, what stands beside them in words, and what becomes of them from right to left, in print and in forced colours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory } from "./story.mjs";

const story = buildStory();
let server, browser;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });

/** Opens a page of the story and hands it to a test. */
async function on(path, settings, look) {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  await page.goto(server.top + path);
  await look(page);
  await context.close();
}

for (const path of ["index.html", "storylines/entity-listings/index.html"]) {
  test(`the strip of ${path} says in words what it draws`, () => on(path, {}, async (page) => {
    const words = await page.locator("#strip-words").innerText();
    const marks = await page.locator(".strip svg a:has(rect:not(.era))").count();
    assert.match(words, new RegExp(`^${marks} events (from .+ to|in) .+`));
    assert.equal(await page.getByRole("group", { name: words }).count(), 1);
    const told = await page.locator(".chronology .headline a").evaluateAll((links) => links.map((link) => link.href));
    const drawn = await page.locator(".strip svg a:has(rect)").evaluateAll((links) => links.map((link) => new URL(link.href.baseVal, document.baseURI).href));
    assert.deepEqual(drawn.filter((link) => !told.includes(link)), []);
    for (const mark of await page.locator(".strip svg a:has(rect)").all()) assert.ok((await mark.locator("title").textContent()).includes(": "));
  }));
}

test("a mark of the strip leads to its event", () => on("index.html", {}, async (page) => {
  const mark = page.locator(".strip a[href*='events/entity-list-28/'] rect");
  await mark.click();
  await page.waitForURL(/events\/entity-list-28\//);
}));

test("the keyboard passes the strip by in one step", () => on("index.html", {}, async (page) => {
  await page.locator(".ways a, .paths a").last().focus();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("svg") === null), true);
}));

test("an event shows where it stands: in the drawing and in words", async () => {
  const places = [];
  for (const id of ["us-china-trade-war", "entity-list-28", "phase-one-signed"]) {
    await on(`events/${id}/index.html`, {}, async (page) => {
      const here = await page.locator(".small-strip circle.here").boundingBox();
      const strip = await page.locator(".small-strip svg").first().boundingBox();
      const [, position, count] = /Event (\d+) of (\d+) events/.exec(await page.locator(".small-strip .caption").innerText());
      assert.ok(Number(position) >= 1 && Number(position) <= Number(count));
      assert.ok(here.x >= strip.x - 5 && here.x + here.width <= strip.x + strip.width + 5);
      places.push({ position: Number(position), x: here.x });
    });
  }
  const byPlace = places.toSorted((a, b) => a.position - b.position);
  assert.deepEqual(byPlace, places.toSorted((a, b) => a.x - b.x));
});

test("the strip of an event is small", () => on("events/entity-list-28/index.html", {}, async (page) => {
  const size = await page.locator(".small-strip").evaluate((figure) => figure.outerHTML.length);
  assert.ok(size < 6000, `${size} characters`);
}));

test("the small strip leads back to the whole story", () => on("actors/hikvision/index.html", {}, async (page) => {
  assert.match(await page.locator(".small-strip .caption").innerText(), /^\d+ of \d+ events, .+ to .+$/);
  await page.locator(".small-strip a").click();
  await page.waitForURL(server.top);
}));

test("the strip is there in print and in forced colours", () => on("index.html", { forcedColors: "active" }, async (page) => {
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const fill = await page.locator(".strip rect:not(.era):not(.doubtful):not(.planned)").first().evaluate((rect) => getComputedStyle(rect).fill);
  assert.notEqual(fill, background);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".strip svg").isVisible());
}));

test("on a phone the menu takes one line, and all of it can be reached", () => on("index.html", { viewport: { width: 390, height: 844 } }, async (page) => {
  const { height } = await page.locator(".menu").boundingBox();
  assert.ok(height < 44, `${height} pixels`);
  const last = page.locator(".menu a").last();
  await last.focus();
  const { x, width } = await last.boundingBox();
  assert.ok(x >= 0 && x + width <= 390);
}));
