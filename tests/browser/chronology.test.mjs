// The chronology as it is read: where what lasted was over, the months beside it, and crowded days.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, program } from "./story.mjs";

/** A story of three days with seven events each. */
function buildCrowd() {
  const root = mkdtempSync(join(tmpdir(), "dateline-crowd-"));
  mkdirSync(join(root, "content", "events"), { recursive: true });
  writeFileSync(join(root, "dateline.yaml"), "title: Crowd\n");
  for (let number = 0; number < 21; number += 1) {
    const text = `---\ntitle: Step ${number}\ndate: 2024-05-0${1 + Math.floor(number / 7)}\nimportance: ${1 + (number * 3) % 7}\nactors: [Amir]\n---\n\nText.\n`;
    writeFileSync(join(root, "content", "events", `step-${number}.md`), text);
  }
  execFileSync(program, ["build", "--quiet", "--root", root], { stdio: "inherit" });
  return { site: join(root, "site"), remove: () => rmSync(root, { recursive: true, force: true }) };
}

const story = buildStory();
let server, browser, context, page, faults;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });
beforeEach(async () => { context = await browser.newContext(); ({ page, faults } = await watch(context, (url) => url.startsWith(server.top))); });
afterEach(async () => {
  assert.deepEqual(faults, []);
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

for (const [name, path] of [["the home page", ""], ["a storyline", "storylines/entity-listings/"], ["the list of all events", "events/"]]) {
  test(`beside the chronology of ${name} stands a rail with its months on a wide screen, which stays in sight`, async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(server.top + path);
    const months = page.locator(".months li a");
    const headings = await page.locator("#timeline .month[id]:has(.card)").evaluateAll((found) => found.map((month) => `#${month.id}`));
    assert.deepEqual(await months.evaluateAll((links) => links.map((link) => link.getAttribute("href"))), headings);
    const counts = await page.locator(".months li small").allInnerTexts();
    assert.equal(counts.reduce((sum, count) => sum + Number(count), 0), await page.locator("#timeline .month[id] .card").count());
    const [rail, list] = [await page.locator(".rail").boundingBox(), await page.locator("#timeline").boundingBox()];
    assert.ok(rail.x + rail.width < list.x, "at the start side");
    assert.equal(rail.width, 14 * 16);
    await months.last().click();
    await page.waitForFunction(() => scrollY > 1000);
    await page.waitForFunction((id) => { const { top } = document.querySelector(`[id="${id}"]`).getBoundingClientRect(); return top > -5 && top < innerHeight; }, headings.at(-1).slice(1));
    const { y } = await page.locator(".rail").boundingBox();
    assert.ok(y > -5 && y < 900, `the rail at ${y}`);
  });

  test(`on a phone the months of ${name} are one folded line above the chronology`, async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(server.top + path);
    const nav = page.locator(".months");
    assert.ok((await nav.boundingBox()).height < 80);
    assert.ok((await nav.boundingBox()).y < (await page.locator("#timeline .month").first().boundingBox()).y);
    await nav.locator("summary").click();
    assert.ok(await nav.locator("li a").first().isVisible());
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
}

test("the months of the rail follow the filters", async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(server.top);
  await page.locator("[data-facet='actor:hikvision']").click();
  await page.waitForURL(/actor=hikvision/);
  const left = await page.locator(".months li:visible").evaluateAll((found) => found.map((month) => [month.querySelector("a").getAttribute("href").slice(1), Number(month.querySelector("small").textContent)]));
  const shown = await page.locator("#timeline .month[id]:visible").evaluateAll((found) => found.map((month) => [month.id, [...month.querySelectorAll(".card")].filter((card) => card.checkVisibility()).length]));
  assert.deepEqual(left, shown.filter(([, count]) => count > 0));
  assert.ok(left.length < await page.locator(".months li").count());
});

describe("a chronology of crowded days", () => {
  const crowd = buildCrowd();
  let crowded;
  before(async () => { crowded = await serve(crowd.site); });
  after(async () => { await crowded.stop(); crowd.remove(); });

  test("shows the three most important events of a crowded day, and one button opens and closes all days", async () => {
    const own = await browser.newPage();
    await own.goto(crowded.top);
    const cards = () => own.locator("#timeline .card:visible").count();
    assert.equal(await cards(), 9, "three of each of three days");
    await own.getByRole("button", { name: "Open all crowded days" }).click();
    assert.equal(await cards(), 21);
    await own.getByRole("button", { name: "Fold crowded days" }).click();
    assert.equal(await cards(), 9);
    for (const day of await own.locator("#timeline summary").all()) await day.click();
    await own.getByRole("button", { name: "Fold crowded days" }).waitFor();
    await own.close();
  });

  test("has no button without a script, and shows all on paper", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const own = await plain.newPage();
    await own.goto(crowded.top);
    assert.equal(await own.getByRole("button").count(), 0);
    await own.emulateMedia({ media: "print" });
    assert.equal(await own.locator("#timeline .card:visible").count(), 21);
    await plain.close();
  });
});
