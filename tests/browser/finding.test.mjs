// Finding: search without a server, parts of the story that combine, keys, and what is new since the last visit.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildStory, repository } from "./story.mjs";

const story = buildStory();
const disk = `${pathToFileURL(story.site)}/`;
const events = JSON.parse(readFileSync(join(story.site, "data/events.json"), "utf8"));
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
let server, browser, context, page, faults;

before(async () => { server = await serve(story.site); browser = await launch(); });
after(async () => { await browser.close(); await server.stop(); story.remove(); });

beforeEach(async () => {
  context = await browser.newContext();
  // Stricter than the pages' own policy: text can enter a page as text only.
  await context.route(/\.html$|\/($|\?)/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": POLICY } });
  });
  ({ page, faults } = await watch(context, (url) => url.startsWith(server.top)));
});

afterEach(async () => {
  // A page that is left before its icon has come is no fault.
  assert.deepEqual(faults, []);
  await context.close();
});

const status = () => page.locator("[data-status]");
const titles = () => page.locator(".results .headline").allInnerTexts();

async function search(text) {
  await page.goto(`${server.top}search/`);
  await page.keyboard.type(text);
  await page.waitForFunction(() => /result|Nothing/.test(document.querySelector("[data-status]").textContent));
  await page.waitForFunction((text) => document.querySelector("[data-status]").textContent.includes(`“${text.trim()}”`), text);
}

test("a word of a title finds the record first, with its kind, and loads few pieces", async () => {
  const loaded = [];
  page.on("request", (request) => { if (/search\/(terms|docs)/.test(request.url())) loaded.push(request.url()); });
  await page.goto(`${server.top}search/?q=Hikvision`);
  await page.waitForSelector(".results .headline");
  assert.equal((await titles())[0], "Hikvision");
  assert.equal(await page.locator(".results .meta").first().innerText(), "Actor");
  assert.equal(await page.locator(".results mark").first().innerText(), "Hikvision");
  const pieces = readdirSync(join(story.site, "search/terms")).length + readdirSync(join(story.site, "search/docs")).length;
  assert.ok(loaded.length < pieces / 3, `${loaded.length} of ${pieces} pieces`);
  assert.equal(loaded.filter((url) => url.includes("terms/")).length, 1, "one shard for one word");
});

test("an event is found by its words, dated, with the words marked in a snippet", async () => {
  await search("28 organisations Entity List Xinjiang");
  const hit = page.locator(".results li").filter({ has: page.locator("a[href$='events/entity-list-28/']") });
  assert.equal(await hit.locator("time").getAttribute("datetime"), "2019-10-07");
  assert.ok(await hit.locator("mark").count() > 2);
});

test("a Chinese name finds the actor and the events it takes part in, and marks the whole name", async () => {
  await search("海康威视");
  assert.equal((await titles())[0], "Hikvision");
  assert.equal(await page.locator(".results .card").first().locator("mark").first().innerText(), "海康威视");
  const own = events.filter((event) => event.actors.some((actor) => actor.id === "hikvision")).length;
  await page.locator(".kinds a", { hasText: "Events" }).click();
  await page.waitForURL(/kind=event/);
  await page.waitForFunction((count) => document.querySelector("[data-status]").textContent.startsWith(`${count} results`), own);
});

test("a single Chinese letter, a beginning, an accent and another case all find", async () => {
  for (const [text, title] of [["康", "Hikvision"], ["hikv", "Hikvision"], ["ürümqi", "Ürümqi"], ["URUMQI", "Ürümqi"]]) {
    await search(text);
    assert.ok((await titles()).includes(title), `${text}: ${(await titles()).join(" | ")}`);
  }
});

test("what no record has in full shows what has most of it, and what none has leaves the index", async () => {
  await search("hikvision zzzzz");
  assert.match(await status().innerText(), /none has all of these words/);
  await search("qqqqqq");
  assert.match(await status().innerText(), /Nothing has/);
  assert.ok(await page.locator("[data-index]").isVisible());
});

test("markup in a search stays text", async () => {
  await search("<img src=x onerror=alert(1)> tariff");
  assert.equal(await page.locator("main img").count(), 0);
  assert.ok((await status().innerText()).includes("<img"));
});

test("search works by keyboard alone, and its address brings it back", async () => {
  await page.goto(`${server.top}events/`);
  await page.keyboard.press("/");
  await page.waitForURL(/search\//);
  await page.waitForSelector("[type=search]:focus");
  await page.keyboard.type("tariff");
  await page.waitForSelector(".results .headline");
  const first = await titles();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator(":focus").innerText(), first[1]);
  await page.keyboard.press("k");
  assert.equal(await page.locator(":focus").innerText(), first[0]);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.includes("search"));
  await page.goBack();
  await page.waitForSelector(".results .headline");
  assert.deepEqual(await titles(), first);
  await page.reload();
  await page.waitForSelector(".results .headline");
  assert.deepEqual(await titles(), first);
  await page.locator("[type=search]").focus();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("[type=search]").inputValue(), "");
  assert.ok(await page.locator(".results").isHidden());
  assert.ok(!page.url().includes("q="));
});

test("more results are shown on demand, with the keyboard at the first of them", async () => {
  await page.goto(`${server.top}search/?q=china`);
  await page.waitForSelector(".results .headline");
  assert.equal(await page.locator(".results li.card").count(), 10);
  await page.locator(".results button").click();
  await page.waitForFunction(() => document.querySelectorAll(".results li.card").length === 20);
  assert.equal(await page.locator(":focus").innerText(), (await titles())[10]);
});

test("when the index cannot be reached, the names on the page are searched", async () => {
  await context.route(/search\/.*\.json/, (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(`${server.top}search/?q=hikvision`);
  await page.waitForFunction(() => document.querySelector("[data-status]").textContent.includes("cannot be reached"));
  assert.deepEqual(await page.locator(".entries li:visible a").allInnerTexts(), ["Hikvision"]);
  faults.length = 0;
});

test("from a disk, the names on the page are searched without a fault", async () => {
  const plain = await browser.newContext();
  const { page: local, faults: own } = await watch(plain, (url) => url.startsWith(disk));
  await local.goto(`${disk}search/index.html`);
  await local.keyboard.type("海康威视");
  await local.waitForFunction(() => document.querySelector("[data-status]").textContent.includes("1 name found"));
  assert.deepEqual(await local.locator(".entries li:visible a").allInnerTexts(), ["Hikvision"]);
  await local.keyboard.press("Escape");
  assert.ok(await local.locator(".entries li:visible").count() > 100);
  assert.deepEqual(own, []);
  await plain.close();
});

test("every name of the story stands in the index, and leads to a page", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(`${server.top}search/`);
  assert.ok(!(await bare.locator("main").innerText()).includes("Type a word"), "nothing asks for words where none can be typed");
  assert.ok(await bare.getByText("Every name stands in the index below").isVisible());
  const names = await bare.locator(".entries a").allInnerTexts();
  for (const event of events) for (const actor of event.actors) assert.ok(names.includes(actor.name), actor.name);
  await bare.locator(".entries a", { hasText: "Hikvision" }).click();
  assert.equal(await bare.locator("h1").innerText(), "Hikvision");
  await plain.close();
});

// Parts of the story.
const cards = () => page.locator("[data-list] .card:visible").count();
const shown = () => page.locator("[data-shown]").innerText();
const facet = (id) => page.locator(`[data-facet="${id}"]`);
const has = {
  actor: (id) => (event) => event.actors.some((actor) => actor.id === id),
  tag: (name) => (event) => event.tags.includes(name),
  status: (word) => (event) => event.status === word,
};
const count = (...tests) => events.filter((event) => tests.every((test) => test(event))).length;

for (const path of ["events/", ""]) {
  test(`parts of the story combine with right counts and stay in the address on /${path}`, async () => {
    await page.goto(server.top + path);
    assert.equal(await shown(), `${events.length} events`);
    assert.equal(await cards(), events.length - await page.locator("[data-list] details:not([open]) .card").count());

    await facet("actor:donald-trump").click();
    const trump = count(has.actor("donald-trump"));
    assert.equal(await cards(), trump);
    assert.match(await shown(), new RegExp(`Showing ${trump} of ${events.length} events`));
    assert.equal(await facet("actor:donald-trump").getAttribute("aria-current"), "true");

    const both = count(has.actor("donald-trump"), has.tag("tariffs"));
    assert.equal(await page.locator("li", { has: facet("tag:tariffs") }).locator(".count").innerText(), String(both));
    await facet("tag:tariffs").click();
    assert.equal(await cards(), both);
    assert.match(page.url(), /actor=donald-trump/);
    assert.match(page.url(), /tag=tariffs/);

    // Within a kind, either will do.
    await facet("actor:china").click();
    assert.equal(await cards(), events.filter((event) => (has.actor("donald-trump")(event) || has.actor("china")(event)) && has.tag("tariffs")(event)).length);

    await page.goBack();
    assert.equal(await cards(), both);
    await page.reload();
    assert.equal(await cards(), both);
    assert.equal(await page.locator("[data-list] .gap:visible").count(), 0, "no gap is told between events that are left out");

    await page.locator("[data-shown] a").click();
    assert.equal(await shown(), `${events.length} events`);
    assert.ok(!page.url().includes("?"));
  });
}

test("without a script each part is a page of its own, with as many events as it says", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  for (const id of ["actor:china", "tag:tariffs", "status:reported"]) {
    await bare.goto(`${server.top}events/`);
    const own = bare.locator("li", { has: bare.locator(`[data-facet="${id}"]`) });
    const told = Number(await own.locator(".count").textContent());
    await bare.goto(new URL(await own.locator("a").getAttribute("href"), bare.url()).href);
    assert.equal(await bare.locator(".chronology .card").count(), told, id);
  }
  await plain.close();
});

test("an address asks for parts that there are; others are left aside", async () => {
  await page.goto(`${server.top}events/?actor=nobody&status=reported`);
  assert.equal(await cards(), count(has.status("reported")));
});

// Keys.
test("j and k go through a list, and from event to event", async () => {
  await page.goto(`${server.top}events/`);
  const headlines = await page.locator("[data-list] .headline a:not(.status):visible").allInnerTexts();
  for (const [key, at] of [["j", 0], ["j", 1], ["j", 2], ["k", 1]]) {
    await page.keyboard.press(key);
    assert.equal(await page.locator(":focus").innerText(), headlines[at]);
  }
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname.split("/").at(-2) !== "events");
  const from = page.url();
  await page.keyboard.press("j");
  await page.waitForURL((url) => url.href !== from);
  await page.keyboard.press("k");
  await page.waitForURL(from);
});

test("? shows the keys, Esc closes them, and a reader may turn them off", async () => {
  await page.goto(`${server.top}events/`);
  await page.keyboard.press("?");
  assert.ok(await page.locator("dialog").isVisible());
  assert.match(await page.locator("dialog").innerText(), /next event/);
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("dialog").isHidden());
  await page.locator("[data-keys]").click();
  await page.locator("dialog [type=checkbox]").uncheck();
  await page.locator("dialog button").click();
  await page.reload();
  await page.keyboard.press("j");
  assert.equal(await page.locator("[data-list] :focus").count(), 0);
  await page.keyboard.press("?");
  assert.equal(await page.locator("dialog[open]").count(), 0);
});

test("keys stay letters in a field", async () => {
  await search("jk?/");
  assert.equal(await page.locator("[type=search]").inputValue(), "jk?/");
});

// New since the last visit.
test("events added since the last visit are marked, and nothing is at the first", async () => {
  await page.goto(server.top);
  assert.equal(await page.locator(".new").count(), 0);
  assert.ok(await page.locator("[data-visits]").isHidden());
  // Takes the reader back to an earlier visit, at which two events were not yet there.
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("dateline-visit"));
    const { current } = JSON.parse(localStorage.getItem(key));
    const ids = current.ids.filter((id) => !["entity-list-28", "visa-limits"].includes(id));
    localStorage.setItem(key, JSON.stringify({ current: { ids, at: "2020-05-03T12:00:00.000Z" } }));
  });
  await page.reload();
  assert.equal(await page.locator("[data-visits]").innerText(), "2 new since your last visit on 3 May 2020");
  assert.equal(await page.locator("[data-list] .new").count(), 2);
  await page.goto(`${server.top}events/`);
  assert.equal(await page.locator("[data-list] .new").count(), 2, "they stay marked for the visit");
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("dateline-visit"));
    const kept = JSON.parse(localStorage.getItem(key));
    kept.current.at = "2020-06-01T12:00:00.000Z";
    localStorage.setItem(key, JSON.stringify(kept));
  });
  await page.reload();
  assert.equal(await page.locator(".new").count(), 0, "at the next visit they are known");
});

test("the ways to read lead to pages, shortest first", async () => {
  await page.goto(server.top);
  const times = await page.locator(".paths b").allInnerTexts();
  const minutes = times.map((time) => [...time.matchAll(/(\d+) (hour|minute)/g)].reduce((sum, [, n, unit]) => sum + n * (unit === "hour" ? 60 : 1), 0));
  assert.equal(minutes.length, 3);
  assert.deepEqual(minutes, [...minutes].sort((a, b) => a - b));
  const told = await page.locator(".paths small").first().innerText();
  await page.locator(".paths a").first().click();
  await page.waitForURL(/key-events/);
  assert.equal(`${await page.locator(".chronology .card").count()} events`, told);
});

test("all scripts but that of search are small together, and each says what it adds and what a reader has without it", () => {
  const folder = join(repository, "static/js");
  const scripts = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name)) }));
  const sizes = scripts.filter(({ name }) => name !== "search.js").map(({ text }) => gzipSync(text).length);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(bytes <= 20_000, `${bytes} bytes`);
  for (const { text: script } of scripts) assert.match(script.toString(), /^\/\/ Adds: [\s\S]*?\n\/\/ Without it: /);
});
