// Periods: those that the settings choose are pages to be cited, and a reader narrows a list down to any days, whose address can be passed on.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { buildMadeUp } from "./made-up.mjs";
import { serve } from "./server.mjs";
import { buildStory } from "./story.mjs";

const COUNT = 600;
const story = buildStory();
const long = buildMadeUp(COUNT);
const eventsOf = ({ site }) => JSON.parse(readFileSync(join(site, "data/events.json"), "utf8"));
let server, longServer, browser, context, page, faults;

before(async () => { server = await serve(story.site); longServer = await serve(long.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); await longServer.stop(); story.remove(); long.remove(); });
beforeEach(async () => { context = await browser.newContext(); ({ page, faults } = await watch(context, (url) => url.startsWith("http://127.0.0.1"))); });
afterEach(async () => { assert.deepEqual(faults, []); await context.close(); });

/** How many events began on the days from one to another, whose month at least is known. */
const begun = (events, first, last) =>
  events.filter(({ earliest, precision }) => ["minute", "day", "month"].includes(precision) && earliest >= first && earliest <= last).length;
const shown = (start) => page.waitForFunction((start) => document.querySelector("[data-shown]").textContent.startsWith(start), start);
const open = () => page.locator(".facets > details").evaluate((details) => { details.open = true; });

test("a chosen period is a page with its events, to be cited by its address", async () => {
  await page.goto(`${server.top}dates/`);
  await page.locator("a[href*='2019-10-01..2019-10-15']").first().click();
  await page.waitForURL(/dates\/2019-10-01\.\.2019-10-15\//);
  assert.equal(await page.locator("h1").innerText(), "1 to 15 October 2019");
  assert.equal(await page.locator(".chronology .card").count(), begun(eventsOf(story), "2019-10-01", "2019-10-15"));
  const cite = await page.locator("#cite").innerText();
  for (const words of ["Events of 1 to 15 October 2019", "https://dateline.example/october-blacklist/dates/2019-10-01..2019-10-15/"]) assert.ok(cite.includes(words), cite);
  assert.ok(readFileSync(join(story.site, "sitemap.xml"), "utf8").includes("/dates/2019-10-01..2019-10-15/"));
});

test("months, and those of storylines, say how to cite them", async () => {
  for (const [path, title] of [["dates/2019/10/", "Events of October 2019"], ["storylines/entity-listings/2019/10/", "Events of «Entity listings» in October 2019"]]) {
    await page.goto(server.top + path);
    assert.ok((await page.locator("#cite").innerText()).includes(title), path);
    assert.equal(await page.locator("#cite .copy").count() > 0, true);
  }
});

for (const [name, site, top] of [["a short", story, () => server.top], ["a long", long, () => longServer.top]]) {
  test(`in ${name} story the first and the last day narrow the list down, and their address brings them back`, async () => {
    const events = eventsOf(site);
    const days = events.map(({ earliest }) => earliest).filter(Boolean).sort();
    const [first, last] = [days[Math.floor(days.length / 3)], days[Math.floor(days.length / 2)]];
    await page.goto(`${top()}events/`);
    await open();
    await page.getByLabel("From", { exact: true }).fill(first);
    await shown(`Showing ${begun(events, first, "9999")} of ${events.length} events`);
    await page.getByLabel("To", { exact: true }).fill(last);
    const expected = `Showing ${begun(events, first, last)} of ${events.length} events`;
    await shown(expected);
    assert.deepEqual([...new URL(page.url()).searchParams], [["from", first], ["to", last]]);
    const told = await page.locator("[data-shown]").innerText();
    await page.goto(page.url());
    await shown(expected);
    assert.equal(await page.locator("[data-shown]").innerText(), told);
    assert.equal(await page.getByLabel("From", { exact: true }).inputValue(), first);
    await page.locator("[data-shown] a").click();
    await shown(`${events.length} events`);
    assert.equal(new URL(page.url()).search, "");
    assert.equal(await page.getByLabel("To", { exact: true }).inputValue(), "");
  });
}

test("days and parts of the story combine", async () => {
  await page.goto(`${server.top}events/?from=2019-10-01&to=2019-10-15`);
  const link = page.locator("[data-facet='storyline:entity-listings']");
  const count = await link.locator("xpath=..").locator(".count").innerText();
  await open();
  await link.click();
  await shown(`Showing ${count} of`);
  assert.equal(new URL(page.url()).search, "?from=2019-10-01&to=2019-10-15&storyline=entity-listings");
  assert.equal(await page.locator("[data-list] .card:visible").count(), Number(count));
});

test("an address with days that are none shows the whole list", async () => {
  await page.goto(`${server.top}events/?from=yesterday&to=2019-13-45`);
  await shown(`${eventsOf(story).length} events`);
});
