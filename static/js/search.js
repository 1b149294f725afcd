// Adds: search as you type in the index of this site, of which only the pieces for the typed words are loaded; nothing leaves the site.
// Without it: the index from A to Z on the same page, and the events by year. From a disk, the same index narrows as you type.
{
  const base = new URL("../search/", document.currentScript.src);
  const form = document.querySelector("[data-search]");
  // Only with a script is it of use, and only then shown.
  form.dataset.added = "";
  const field = form.elements.q;
  const status = document.querySelector("[data-status]");
  const results = document.querySelector("[data-results]");
  const index = document.querySelector("[data-index]");
  const PAGE = 10;

  // Words, folded as `src/pages/search/words.rs` folds them.
  const SPECIAL = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", ς: "σ", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه" };
  const JOINED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const RUNS = new RegExp(`${JOINED.source}+|(?:(?!${JOINED.source})[\\p{Alphabetic}\\p{N}\\p{M}])+`, "gu");
  const fold = (text) => text.normalize("NFKC").toLowerCase().normalize("NFD")
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g, "")
    .replace(/[ßæœøđłıςٱىیکة]/g, (letter) => SPECIAL[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15)
    .normalize("NFC");
  const isJoined = (word) => JOINED.test(word[0]) || JOINED.test(word.slice(0, 2));

  /** The words to look up, each as `{ word, isOpen, run }`; an open word is the beginning of the words that are meant, and a run is what
      was typed in a script without spaces. */
  function queryWords(text) {
    const asked = [];
    for (const [run] of fold(text).matchAll(RUNS)) {
      const letters = [...run];
      if (isJoined(run)) {
        if (letters.length === 1) asked.push({ word: run, isOpen: true });
        for (let at = 0; at + 1 < letters.length; at += 1) asked.push({ word: letters[at] + letters[at + 1], isOpen: false, run });
      } else if (!/^[a-z]$/.test(run)) {
        const word = run.startsWith("ال") && letters.length > 4 ? run.slice(2) : run;
        asked.push({ word: [...word].slice(0, 40).join(""), isOpen: false });
      }
    }
    const last = asked.at(-1);
    if (last && !isJoined(last.word) && [...last.word].length > 2 && !/\s$/.test(text)) last.isOpen = true;
    return asked;
  }

  function shardOf(word, count) {
    let hash = 2166136261;
    for (const letter of [...word].slice(0, isJoined(word) ? 1 : 3)) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0;
    return hash % count;
  }

  // Pieces of the index, each loaded once.
  const pieces = new Map();
  let summary;
  async function load(path, cache = "default") {
    const answer = await fetch(new URL(path, base), { cache });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }
  function start() {
    summary ??= load("index.json", "no-cache").catch((error) => { summary = undefined; throw error; });
    return summary;
  }
  async function piece(path) {
    const { version } = await start();
    if (!pieces.has(path)) pieces.set(path, load(`${path}?v=${version}`).catch((error) => { pieces.delete(path); throw error; }));
    return pieces.get(path);
  }

  /** The records that have a word, each with what the word weighs in it: rare words weigh more, whole ones more than beginnings. */
  async function lookUp(one) {
    const { word } = one;
    const { shards, kinds } = await start();
    const total = kinds.reduce((sum, [, count]) => sum + count, 0);
    const shard = await piece(`terms/${shardOf(word, shards)}.json`);
    const found = new Map();
    // A word that stands nowhere as typed is taken for a beginning too: «tarif» finds tariffs.
    one.isOpen ||= !isJoined(word) && [...word].length > 2 && !Object.hasOwn(shard, word);
    const meant = Object.keys(shard).filter((other) => (one.isOpen ? other.startsWith(word) : other === word));
    for (const other of meant) {
      const list = shard[other];
      const rarity = Math.log(1 + total / (list.length / 2)) * (other === word ? 1 : 0.5);
      for (let at = 0; at < list.length; at += 2) found.set(list[at], Math.max(found.get(list[at]) ?? 0, list[at + 1] * rarity));
    }
    return found;
  }

  /** All records that have every word, best first; where none has, those that have most of them. */
  async function find(asked) {
    const lists = await Promise.all(asked.map(lookUp));
    const hits = new Map();
    for (const list of lists) {
      for (const [number, score] of list) {
        const hit = hits.get(number) ?? { number, score: 0, words: 0 };
        hits.set(number, { number, score: hit.score + score, words: hit.words + 1 });
      }
    }
    const most = Math.max(0, ...[...hits.values()].map((hit) => hit.words));
    const best = [...hits.values()].filter((hit) => hit.words === most).sort((a, b) => b.score - a.score || a.number - b.number);
    return { hits: best, isPart: most < asked.length && most > 0 };
  }

  // Showing. Text enters the page as text only.
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** Where the asked words stand in a text, as `[start, end]`. */
  function marksIn(text, asked) {
    const marks = [];
    for (const run of text.matchAll(/[\p{Alphabetic}\p{N}\p{M}]+/gu)) {
      const folded = fold(run[0]);
      for (const { word, isOpen, run: typed = word } of asked) {
        if (isJoined(word)) {
          for (let at = folded.indexOf(typed); at >= 0 && folded.length === run[0].length; at = folded.indexOf(typed, at + 1)) {
            marks.push([run.index + at, run.index + at + typed.length]);
          }
        } else if (folded === word || folded === `ال${word}` || (isOpen && folded.startsWith(word))) {
          marks.push([run.index, run.index + run[0].length]);
        }
      }
    }
    marks.sort((a, b) => a[0] - b[0]);
    return marks.reduce((joined, mark) => {
      const last = joined.at(-1);
      if (last && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
      else joined.push([...mark]);
      return joined;
    }, []);
  }

  function marked(text, marks, from = 0, to = text.length) {
    const parts = [];
    let at = from;
    for (const [start, end] of marks.filter((mark) => mark[0] >= from && mark[1] <= to)) {
      parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at, to)];
  }

  /** The stretch of the record's texts that holds most of the asked words. */
  function snippet(record, asked) {
    const texts = [record.summary, record.text, record.names?.join(" · ")].filter(Boolean);
    const most = (text) => new Set(marksIn(text, asked).map(([start, end]) => fold(text.slice(start, end)))).size;
    const text = texts.reduce((best, other) => (most(other) > most(best) ? other : best), texts[0] ?? "");
    const marks = marksIn(text, asked);
    let from = Math.max(0, (marks[0]?.[0] ?? 0) - 70);
    if (from > 0) from = text.indexOf(" ", from) + 1 || from;
    let to = Math.min(text.length, from + 240);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 180);
    return [from > 0 ? "… " : "", ...marked(text, marks, from, to), to < text.length ? " …" : ""];
  }

  // What each kind of record is called: one of them, and all.
  const NAMES = {
    event: [words.say("event"), words.say("Events")], actor: [words.say("actor"), words.say("Actors")], place: [words.say("place"), words.say("Places")],
    storyline: [words.say("storyline"), words.say("Storylines")], source: [words.say("source"), words.say("Sources")],
    tag: [words.say("tag"), words.say("Tags")], page: [words.say("page"), words.say("Pages")],
  };
  const capitalised = (word) => word.charAt(0).toUpperCase() + word.slice(1);
  const root = new URL("../", base);

  function item({ kind, record }, asked) {
    const own = record.lang ? { lang: record.lang, dir: "auto" } : {};
    const link = element("a", { href: new URL(record.href, root).pathname.replace(/index\.html$/, "") }, ...marked(record.title, marksIn(record.title, asked)));
    const facts = element("p", { class: "meta" }, element("span", {}, capitalised(NAMES[kind][0])));
    if (record.date) facts.append(" ", element(record.machine ? "time" : "span", record.machine ? { datetime: record.machine } : {}, record.date));
    return element("li", { class: "card" }, facts, element("h2", { class: "headline", ...own }, link), element("p", { class: "summary", ...own }, ...snippet(record, asked)));
  }

  const state = () => new URLSearchParams(location.search);
  let latest = 0;

  async function show(limit = PAGE) {
    const turn = (latest += 1);
    const text = state().get("q") ?? "";
    const asked = queryWords(text);
    if (asked.length === 0) return clear();
    if (location.protocol === "file:") return narrowIndex(asked, words.say("From a disk, only names can be searched"));
    try {
      const { hits, isPart } = await find(asked);
      const { kinds, chunk } = await start();
      if (turn !== latest) return;
      const kindOf = (number) => {
        let end = 0;
        return kinds.find(([, count]) => number < (end += count))[0];
      };
      const counts = new Map();
      for (const hit of hits) counts.set(kindOf(hit.number), (counts.get(kindOf(hit.number)) ?? 0) + 1);
      const only = counts.has(state().get("kind")) ? state().get("kind") : undefined;
      const wanted = only ? hits.filter((hit) => kindOf(hit.number) === only) : hits;
      const records = await Promise.all(wanted.slice(0, limit).map(async ({ number }) => {
        const file = await piece(`docs/${Math.floor(number / chunk)}.json`);
        return { kind: kindOf(number), record: file[number % chunk] };
      }));
      if (turn !== latest) return;
      const list = element("ol", { class: "cards" }, ...records.map((one) => item(one, asked)));
      const parts = [kindLinks(counts, hits.length, only), list];
      if (wanted.length > limit) {
        const more = element("button", { type: "button" }, words.say("Show {n} more", { n: Math.min(PAGE, wanted.length - limit) }));
        more.addEventListener("click", async () => { await show(limit + PAGE); links()[limit]?.focus(); });
        parts.push(more);
      }
      results.replaceChildren(...parts);
      results.hidden = hits.length === 0;
      index.hidden = hits.length > 0;
      const query = text.trim();
      const none = isPart ? words.say("; none has all of these words") : "";
      status.textContent = hits.length === 0 ? words.say("Nothing has “{query}”. The index below has every name.", { query })
        : words.count(wanted.length, "{n} result for “{query}”", "{n} results for “{query}”", { query }) + none;
    } catch {
      if (turn === latest) narrowIndex(asked, words.say("The search index cannot be reached; only names can be searched"));
    }
  }

  function kindLinks(counts, total, only) {
    const link = (name, count, kind) => {
      const target = state();
      if (kind) target.set("kind", kind);
      else target.delete("kind");
      const made = element("a", { href: `?${target}`, ...(kind === only ? { "aria-current": "true" } : {}) }, `${name} `, element("span", { class: "count" }, String(count)));
      made.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        history.pushState(null, "", made.href);
        show();
      });
      return element("li", {}, made);
    };
    const kinds = Object.keys(NAMES).filter((kind) => counts.has(kind));
    const all = [link(words.say("All"), total, undefined), ...kinds.map((kind) => link(NAMES[kind][1], counts.get(kind), kind))];
    return element("nav", { class: "kinds", "aria-label": words.say("Kinds of result") }, element("ul", {}, ...(kinds.length > 1 ? all : [])));
  }

  /** Without the index of words, the names on the page are searched. */
  function narrowIndex(asked, why) {
    let count = 0;
    for (const entry of index.querySelectorAll("li")) {
      if (entry.closest(".letters")) continue;
      const text = fold(entry.textContent);
      entry.hidden = !asked.every(({ word }) => text.includes(word));
      if (!entry.hidden) count += 1;
    }
    for (const group of index.querySelectorAll(".group")) group.hidden = !group.querySelector("li:not([hidden])");
    results.hidden = true;
    index.hidden = false;
    status.textContent = `${why}${words.say(": ")}${words.count(count, "{n} name found.", "{n} names found.")}`;
  }

  function clear() {
    latest += 1;
    results.replaceChildren();
    results.hidden = true;
    index.hidden = false;
    for (const hidden of index.querySelectorAll("[hidden]")) hidden.hidden = false;
    status.textContent = "";
  }

  const links = () => [...results.querySelectorAll(".headline a")];

  function setQuery(text, isNewStep) {
    const target = new URL(location.href);
    target.search = text.trim() ? new URLSearchParams({ q: text, ...(state().get("kind") ? { kind: state().get("kind") } : {}) }) : "";
    if (isNewStep) history.pushState(null, "", target);
    else history.replaceState(null, "", target);
  }

  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => { setQuery(field.value); show(); }, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    setQuery(field.value, field.value !== (state().get("q") ?? ""));
    show();
  });
  document.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const isHere = document.activeElement === field || at >= 0;
    if (!isHere || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length > 0) {
      event.preventDefault();
      (all[at + step] ?? (at + step < 0 ? field : all.at(-1))).focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (document.activeElement === field) { field.value = ""; setQuery(""); clear(); }
      field.focus();
    }
  });
  addEventListener("popstate", () => { field.value = state().get("q") ?? ""; show(); });

  field.value = state().get("q") ?? "";
  if (field.value) show();
  else if (!location.hash) field.focus({ preventScroll: true });
}
