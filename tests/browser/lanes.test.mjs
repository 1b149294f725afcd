// Lanes: a table with headers where there is room, and one list in the order of time on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, pageKinds } from "./story.mjs";

const story = buildStory();
const { lanes } = pageKinds(story.site);
let server, browser;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });

async function open(options) {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  await page.goto(server.top + lanes);
  return { page, close: () => context.close() };
}

test("on a wide screen events of a day stand beside each other, below the names of their storylines", async () => {
  const { page, close } = await open({ viewport: { width: 1280, height: 900 } });
  const columns = await page.locator(".lanes thead th").count();
  assert.ok(columns >= 3 && columns <= 7, `${columns} columns`);
  const row = page.locator(".lane-day", { hasText: "US puts 28 Chinese" }).first();
  const tops = await row.locator("td").evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().top)));
  assert.equal(new Set(tops).size, 1, "one row");
  assert.equal(await row.locator(".lane-names:visible").count(), 0, "the column says which storyline it is");
  await close();
});

test("on a phone each event stands once, in the order of time, with its storyline named", async () => {
  const { page, close } = await open({ viewport: { width: 390, height: 844 } });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, "nothing to move sideways");
  const events = await page.locator(".lane-event:visible").evaluateAll((links) => links.map((link) => ({ href: link.href, top: link.getBoundingClientRect().top })));
  assert.equal(new Set(events.map(({ href }) => href)).size, events.length, "each once");
  assert.ok(events.every(({ top }, at) => at === 0 || top > events[at - 1].top), "below one another");
  assert.equal(await page.locator(".lane-names:visible").count(), events.length, "each with its storyline");
  const dates = await page.locator(".lane-day > th time").evaluateAll((times) => times.map((time) => time.dateTime));
  const exact = dates.filter((date) => date.length === 10);
  assert.deepEqual(exact, [...exact].sort());
  await close();
});

test("on paper the table is kept", async () => {
  const { page, close } = await open({ viewport: { width: 390, height: 844 } });
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".lanes").evaluate((table) => getComputedStyle(table).display), "table");
  assert.equal(await page.locator(".lane-names:visible").count(), 0);
  await close();
});
