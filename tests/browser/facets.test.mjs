// Facets of a story that no page holds whole: they combine over all events, under the pages' own strict policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";

import { launch, watch } from "./browser.mjs";
import { buildMadeUp } from "./made-up.mjs";
import { serve } from "./server.mjs";

const COUNT = 2000;
const story = buildMadeUp(COUNT);
const events = JSON.parse(readFileSync(join(story.site, "data/events.json"), "utf8"));
const of = (actor, place) => events.filter((event) => event.actors.some(({ id }) => id === actor) && event.places.some(({ id }) => id === place));
let server, browser, context, page, faults;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });
beforeEach(async () => { context = await browser.newContext(); ({ page, faults } = await watch(context, (url) => url.startsWith(server.top))); });
afterEach(async () => {
  assert.deepEqual(faults, []);
  await context.close();
});

const facet = (id) => page.locator(`[data-facet="${id}"]`);
const shown = () => page.locator("[data-shown]").innerText();
const told = (count) => page.waitForFunction((start) => document.querySelector("[data-shown]").textContent.startsWith(start), `Showing ${count} of ${COUNT} events`);
const cards = () => page.locator("[data-found] .card");

test("every group is offered, and nothing of the index is loaded before a facet is chosen", async () => {
  const loaded = [];
  page.on("request", (request) => { if (request.url().includes("/search/")) loaded.push(request.url()); });
  await page.goto(`${server.top}events/`);
  const groups = await page.locator("[data-facet]").evaluateAll((links) => [...new Set(links.map((link) => link.dataset.facet.split(":")[0]))]);
  assert.deepEqual(groups, ["storyline", "actor", "place", "tag", "source-kind", "year"]);
  assert.equal(await shown(), `${COUNT} events`);
  assert.deepEqual(loaded, []);
});

for (const path of ["", "events/", "events/page/3/", "events/newest/"]) {
  test(`on /${path} facets combine over all events, with counts, dates and an address that brings them back`, async () => {
    await page.goto(server.top + path);
    await page.locator("[data-facets-of] summary").first().evaluate((summary) => { summary.parentElement.open = true; });
    await facet("actor:delta-works").focus();
    await page.keyboard.press("Enter");
    await told(events.filter((event) => event.actors.some(({ id }) => id === "delta-works")).length);
    await facet("place:orlen").focus();
    await page.keyboard.press("Enter");
    const both = of("delta-works", "orlen");
    await told(both.length);
    assert.equal(await facet("place:orlen").locator("xpath=..").locator(".count").innerText(), String(both.length));
    assert.equal(await facet("place:orlen").getAttribute("aria-current"), "true");
    const titles = () => cards().locator(".headline").allInnerTexts();
    const expected = (path.includes("newest") ? both.toReversed() : both).map((event) => event.title);
    assert.deepEqual(await titles(), expected.slice(0, 20));
    assert.ok(await cards().first().locator("time[datetime]").isVisible());
    const first = events.find((event) => event.title === expected[0]);
    const about = await cards().first().locator(".meta").innerText();
    for (const { name } of [first.actors[0], first.places[0]]) assert.ok(about.includes(name), `${name}: ${about}`);
    const statuses = await cards().evaluateAll((found) => found.map((card) => card.querySelector(".status")?.textContent ?? "confirmed"));
    const inOrder = path.includes("newest") ? both.toReversed() : both;
    assert.deepEqual(statuses, inOrder.slice(0, 20).map((event) => event.status));
    assert.ok(await page.locator("[data-list]").count() === 0 || await page.locator("[data-list]").isHidden());
    await page.reload();
    await told(both.length);
    await page.locator("[data-found] .card").first().waitFor();
    if (both.length > 20) {
      await page.locator("[data-found] button").click();
      await page.waitForFunction((least) => document.querySelectorAll("[data-found] .card").length >= least, Math.min(40, both.length));
      assert.deepEqual(await titles(), expected.slice(0, 40));
      assert.equal(await page.locator(":focus").innerText(), expected[20]);
    }
    await page.goBack();
    await told(events.filter((event) => event.actors.some(({ id }) => id === "delta-works")).length);
    await page.locator("[data-shown] a").click();
    await page.waitForFunction((count) => document.querySelector("[data-shown]").textContent === `${count} events`, COUNT);
    assert.ok(await page.locator("[data-found]").isHidden());
  });
}

test("without a script each facet is a page with its events", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  for (const id of ["source-kind:official", "year:2018", "actor:delta-works"]) {
    await bare.goto(`${server.top}events/`);
    await bare.locator(`[data-facet="${id}"]`).evaluate((link) => link.click());
    await bare.waitForURL((url) => !url.pathname.includes("/events/"));
    assert.ok(await bare.locator("main .headline, main .link-list a").count() > 0, id);
  }
  await bare.goto(`${server.top}sources/`);
  await bare.locator("a[href$='source-kinds/news/index.html']").click();
  await bare.waitForURL(/source-kinds\/news\//);
  assert.equal(await bare.locator("main .card").count(), 200);
  await plain.close();
});

test("where the index cannot be reached the links lead to their pages", async () => {
  await context.route(/facets\.json/, (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(`${server.top}events/?actor=delta-works`);
  await page.waitForFunction(() => document.querySelector("[data-shown]").textContent.includes("cannot be reached"));
  assert.match(await facet("actor:delta-works").getAttribute("href"), /actors\/delta-works\//);
  assert.ok(await page.locator("[data-list]").isVisible());
  faults.splice(0, faults.length, ...faults.filter((fault) => !/503|facets\.json/.test(fault)));
});

test("the index of facets and the page of key events stay small", () => {
  const size = (path) => gzipSync(readFileSync(join(story.site, path))).length;
  assert.ok(size("search/facets.json") < 20_000, `${size("search/facets.json")} bytes`);
  assert.equal(readFileSync(join(story.site, "key-events/index.html"), "utf8").match(/class="card/g).length, 200);
});
