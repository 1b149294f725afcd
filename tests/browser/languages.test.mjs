// Sites in Arabic and Chinese: every word is theirs, the page is laid out in their direction, and finding works in their script.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { launch, watch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { buildIn } from "./two-scripts.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Names that are the same in every language: of formats, of programs, of licences, and the words that authors write in files.
const NAMES = new Set(`apa chicago mla ris csl json csv ics md bib sqlite sql datasette timelinejs geojson followthemoney ftm gexf graphml dot gephi graphviz yed igraph
  networkx openaleph opensanctions bibtex markdown atom dateline cc by edtf iso x_dateline schema svg html http https www example org com utc kb mb gb b wikidata
  natural earth json-ld csl-json url id enter esc j k`.split(/\s+/));

/** Every page of a site. */
const pagesOf = (folder, below = "") => readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
  const path = join(below, entry.name);
  return entry.isDirectory() ? pagesOf(folder, path) : entry.name === "index.html" ? [path] : [];
});

/** What people read or hear on a page, outside code and what is marked as another language. */
const spoken = () => {
  const own = document.documentElement.lang;
  const isOther = (element) => element.closest("code, pre, kbd, script, style, [data-copy], #columns td") || element.closest("[lang]").lang !== own;
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.data.trim() && !isOther(node.parentElement)) texts.push(node.data.trim());
  for (const element of document.querySelectorAll("body *")) {
    if (isOther(element)) continue;
    for (const name of ["aria-label", "title", "alt", "placeholder", ...(element.matches("input") ? ["value"] : [])]) if (element.getAttribute(name)) texts.push(element.getAttribute(name));
    for (const side of ["::before", "::after"]) {
      const { content } = getComputedStyle(element, side);
      if (/^"/.test(content)) texts.push(content.slice(1, -1));
    }
  }
  return texts;
};

/** The words of Latin letters in texts that are no names. */
const foreign = (texts) => [...new Set(texts.filter((text) => /^[^<]*$/.test(text)).flatMap((text) => (text.replace("Old bridges abroad", "").replace(/\S+\.(json|csv|ics|md|sqlite|dot|gexf|graphml|geojson)\b|https?:\S+/g, "")
  .match(/[A-Za-z][A-Za-z_-]+/g) ?? []).filter((word) => !NAMES.has(word.toLowerCase())).map((word) => `${word} in «${text.slice(0, 80)}»`)))];

for (const language of ["ar", "zh"]) {
  describe(`the site in ${language}`, () => {
    const { site, words, remove } = buildIn(language);
    const paths = pagesOf(site).filter((path) => !path.includes("abroad"));
    let server, browser;
    before(async () => { server = await serve(site); browser = await launch(); });
    after(async () => { await browser.close(); await server.stop(); remove(); });

    const open = async (path, options = {}) => {
      const context = await browser.newContext(options);
      const { page, faults } = await watch(context, (url) => url.startsWith(server.top));
      await page.goto(server.top + path);
      return { context, page, faults };
    };

    test("says nothing in English on any page, and loads each without fault", async () => {
      const { context, page, faults } = await open("index.html");
      const found = [];
      for (const path of paths) {
        await page.goto(server.top + path, { waitUntil: "load" });
        found.push(...foreign(await page.evaluate(spoken)).map((words) => `${path}: ${words}`));
      }
      assert.deepEqual(found, []);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("stands in its direction, with the spine at the edge where reading begins", async () => {
      const { context, page } = await open("events/index.html", { viewport: { width: 390, height: 800 } });
      assert.equal(await page.evaluate(() => document.documentElement.dir), language === "ar" ? "rtl" : "ltr");
      const { left, right } = await page.evaluate(() => {
        const day = document.querySelector(".day");
        const { borderLeftWidth, borderRightWidth } = getComputedStyle(day);
        return { left: parseFloat(borderLeftWidth), right: parseFloat(borderRightWidth) };
      });
      assert.ok(language === "ar" ? right > 0 && left === 0 : left > 0 && right === 0, `${left} ${right}`);
      await context.close();
    });

    test("sets no letters apart and nothing in italics", async () => {
      const { context, page } = await open("events/e1/index.html");
      const slanted = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((element) => {
        const { fontStyle, letterSpacing } = getComputedStyle(element);
        return element.closest("[lang]") === document.documentElement && (fontStyle !== "normal" || !["normal", "0px"].includes(letterSpacing));
      }).map((element) => element.outerHTML.slice(0, 80)));
      assert.deepEqual(slanted, []);
      await context.close();
    });

    test("fits a screen 320 pixels wide without sideways scrolling", async () => {
      const { context, page } = await open("index.html", { viewport: { width: 320, height: 640 } });
      const wide = [];
      for (const path of paths) {
        await page.goto(server.top + path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) wide.push(`${path}: ${width}`);
      }
      assert.deepEqual(wide, []);
      await context.close();
    });

    test("tells an event of another language by its language and direction", async () => {
      const { context, page } = await open("events/index.html");
      const headline = page.locator(".card[lang=en] .headline");
      assert.equal(await headline.innerText(), "Old bridges abroad");
      assert.equal(await headline.getAttribute("dir"), "auto");
      await page.goto(`${server.top}events/abroad/index.html`);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["en", "ltr"]);
      assert.deepEqual(await page.evaluate(() => ["header.site-header", "footer.site-footer"].map((part) => document.querySelector(part).lang)), [language, language]);
      await context.close();
    });

    for (const colorScheme of ["light", "dark"]) {
      test(`can be read by everyone in ${colorScheme} colours`, async () => {
        const { context, page } = await open("index.html", { colorScheme });
        const grave = [];
        for (const path of ["index.html", "events/index.html", "events/e4/index.html", "storylines/bridge/index.html", "search/index.html", "data/index.html", "as-known/index.html"]) {
          await page.goto(server.top + path);
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
          grave.push(...violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).map(({ id, nodes }) => `${path}: ${id}: ${nodes[0].html}`));
        }
        assert.deepEqual(grave, []);
        await context.close();
      });
    }

    test("finds a word of its script, and says how many results there are in its language", async () => {
      const { context, page, faults } = await open("search/index.html");
      await page.locator("[type=search]").fill(words.search);
      await page.locator(".results .headline").first().waitFor();
      assert.ok((await page.locator(".results .headline").allInnerTexts()).some((title) => title.includes(words.bridge)));
      assert.match(await page.locator("[data-status]").innerText(), language === "ar" ? /نتيجة|نتائج|نتيجتان/ : /项结果/);
      assert.deepEqual(foreign(await page.evaluate(spoken)), []);
      await page.locator("[type=search]").fill("xyzxyz");
      await page.waitForFunction(() => document.querySelector("[data-status]").textContent.includes("xyzxyz"));
      assert.deepEqual(foreign((await page.evaluate(spoken)).map((text) => text.replaceAll("xyzxyz", ""))), []);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("narrows the list by a place, a day to look back, and tells its keys, all in its language", async () => {
      const { context, page, faults } = await open("index.html", { viewport: { width: 390, height: 800 } });
      await page.locator(".facets summary").click();
      await page.locator("[data-facet^='place:']").first().click();
      await page.waitForURL(/place=/);
      const shown = await page.locator("[data-shown]").innerText();
      assert.match(shown, /\d/);
      const count = await page.locator("[data-list] .card:visible").count();
      assert.ok(count > 0 && count < 13, `${count} of 13`);
      await page.keyboard.press("?");
      await page.locator("dialog.keys").waitFor();
      assert.deepEqual(foreign(await page.evaluate(spoken)), []);
      await page.keyboard.press("Escape");
      await page.goto(`${server.top}as-known/index.html?on=2023-03-21`);
      assert.match(await page.locator(".known-banner").innerText(), language === "ar" ? /21 مارس 2023/ : /2023年3月21日/);
      assert.deepEqual(foreign(await page.evaluate(spoken)), []);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("reads the same without a script", async () => {
      const { context, page } = await open("index.html", { javaScriptEnabled: false });
      for (const path of ["index.html", "events/e1/index.html", "storylines/bridge/index.html", "search/index.html"]) {
        await page.goto(server.top + path);
        assert.ok(await page.locator("h1").isVisible());
        assert.ok((await page.locator("main").innerText()).includes(words.bridge));
      }
      await context.close();
    });
  });
}
