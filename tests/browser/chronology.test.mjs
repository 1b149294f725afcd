// The chronology as it is read: where what lasted was over.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory } from "./story.mjs";

const story = buildStory();
let server, browser, context, page, faults;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });
beforeEach(async () => { context = await browser.newContext(); ({ page, faults } = await watch(context, (url) => url.startsWith(server.top))); });
afterEach(async () => {
  assert.deepEqual(faults.filter((fault) => !/^failed: .*icon\.svg$/.test(fault)), []);
  await context.close();
});

test("what lasted has a light row at the day of its end, which leads to the event and counts as none", async () => {
  await page.goto(server.top);
  const end = page.locator("#timeline .span-end", { hasText: "high-level trade talks" });
  assert.equal(await end.locator("time").getAttribute("datetime"), "2019-10-11");
  const order = await page.locator("#timeline :is(.day, .span-end)").evaluateAll((rows) => rows.map((row) => [row.className, row.querySelector("time")?.dateTime]));
  const at = order.findIndex(([name, day]) => name === "span-end" && day === "2019-10-11");
  assert.ok(order.slice(0, at).every(([, day]) => !day || day.slice(0, 10) <= "2019-10-11"));
  assert.ok(order.slice(at + 1).every(([, day]) => !day || day > "2019-10-11"));
  const counts = await page.locator("#timeline h2 .count").allInnerTexts();
  assert.equal(counts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0), await page.locator("#timeline .month[id] .card").count());
  await end.locator("a").click();
  await page.waitForURL(/events\/talks-oct\//);
});

test("the row of an end comes and goes with its event when the list is narrowed down", async () => {
  await page.goto(server.top);
  const ends = () => page.locator("#timeline .span-end:visible a").evaluateAll((links) => links.map((link) => link.href));
  const all = await ends();
  await page.locator("[data-facet='actor:hikvision']").evaluate((link) => link.click());
  await page.waitForURL(/actor=hikvision/);
  const left = await page.locator("#timeline .card:visible .headline a:first-child").evaluateAll((links) => links.map((link) => link.href));
  const shown = await ends();
  assert.ok(shown.length > 0 && shown.length < all.length);
  assert.deepEqual(shown, all.filter((href) => left.includes(href)));
});

test("the keys j and k lead from event to event, past the ends", async () => {
  await page.goto(server.top);
  await page.locator("#timeline .span-end a").first().focus();
  await page.keyboard.press("j");
  assert.equal(await page.locator(".headline a:focus").count(), 1);
});
