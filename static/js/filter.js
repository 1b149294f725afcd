// Adds: the links to parts of the story become filters of the list on this page, and so do the first and the last day; they combine, tell how many
// events are left, and stay in the address.
// Where the page has all events, their cards are shown and hidden; where it has not, those that are left come from the index of facets.
// Without it: each link leads to a page of its own with the events of that part, as it does from a disk where no index can be asked.
{
  const panel = document.querySelector("[data-facets-of]");
  const list = document.querySelector("[data-list]");
  const found = document.querySelector("[data-found]");
  const cards = [...(list?.querySelectorAll(".card") ?? [])];
  const isWhole = panel && cards.length >= Number(panel.dataset.count);
  const index = panel?.dataset.facetIndex;
  if (panel && (isWhole || (index && location.protocol !== "file:"))) {
    const PAGE = 20;
    const shown = panel.querySelector("[data-shown]");
    const options = [...panel.querySelectorAll("[data-facet]")].map((link) => {
      const [group, id] = link.dataset.facet.split(/:(.*)/s);
      const count = link.parentElement.querySelector(".count");
      return { link, group, id, name: link.dataset.facet, count, all: count.textContent, page: link.href, events: new Set() };
    });
    const groups = [...new Set(options.map((option) => option.group))];
    const names = new Set(options.map((option) => option.name));
    let total = Number(panel.dataset.count);
    const DAY = 86_400_000;
    // By the number of the event: the day on which it began, counted from 1970; none where that is not known.
    const days = [];
    const bounds = ["from", "to"].map((name) => element("input", { type: "date", name }));
    const [from, to] = bounds;

    /** What the address asks for: of each group any of the chosen, of all groups every one. */
    const chosen = () => new Map(groups.map((group) =>
      [group, new Set(new URLSearchParams(location.search).getAll(group).filter((id) => names.has(`${group}:${id}`)))]));

    /** The first and the last day that the address asks for; an empty text where it leaves that open. */
    const wantedDays = () => bounds.map(({ name }) => new URLSearchParams(location.search).get(name) ?? "")
      .map((day) => (/^\d{4}-\d\d-\d\d$/.test(day) && Date.parse(day) ? day : ""));

    /** The address with one part more or less; every part where none is named. */
    function address(option) {
      const target = new URL(location.href);
      const before = option ? target.searchParams.getAll(option.group) : [];
      for (const group of option ? [option.group] : groups) target.searchParams.delete(group);
      const others = before.filter((id) => id !== option.id);
      const after = !option || others.length < before.length ? others : [...others, option.id];
      for (const id of after) target.searchParams.append(option.group, id);
      if (!option) for (const { name } of bounds) target.searchParams.delete(name);
      target.hash = isWhole ? list.id : found.id;
      return target;
    }

    /** The numbers of the events that have what is wanted, in their order; one group may be left out of account. */
    function matching(wanted, except) {
      const unions = groups.filter((group) => group !== except && wanted.get(group).size > 0).map((group) => {
        const union = new Set();
        for (const option of options) if (option.group === group && wanted.get(group).has(option.id)) for (const event of option.events) union.add(event);
        return union;
      });
      const [first, last] = wantedDays().map((day) => day && Date.parse(day) / DAY);
      const isOnDays = (number) => (first === "" || days[number] >= first) && (last === "" || days[number] <= last);
      return Array.from({ length: total }, (_, number) => number).filter((number) => isOnDays(number) && unions.every((union) => union.has(number)));
    }

    function element(name, attributes = {}, ...children) {
      const made = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.append(...children);
      return made;
    }

    // A page with all events: its cards are shown and hidden.
    function onPage() {
      const rows = cards.map((card) => card.closest("li"));
      const headings = [...list.querySelectorAll(".month")].map((month) => {
        const count = month.querySelector("h2 .count");
        return { month, count, text: count?.textContent, entry: document.querySelector(`.months a[href="#${month.id}"]`)?.parentElement };
      });
      // A row that tells an end goes with its event.
      const ends = [...list.querySelectorAll(".span-end")].map((end) => ({ end, number: cards.findIndex((card) => card.querySelector("a").href === end.querySelector("a").href) }));
      const folds = [...list.querySelectorAll("details")];
      total = cards.length;
      cards.forEach((card, number) => {
        const own = new Set((rows[number].dataset.facets ?? "").split(" "));
        for (const option of options) if (own.has(option.name)) option.events.add(number);
        for (const name of own) if (name.startsWith("day:")) days[number] = Date.parse(name.slice(4)) / DAY;
      });
      return {
        load: async () => {},
        show(left, isNarrowed) {
          const isLeft = new Set(left);
          rows.forEach((row, number) => { row.hidden = !isLeft.has(number); });
          for (const day of list.querySelectorAll(".day")) day.hidden = ![...day.querySelectorAll(".card")].some((card) => !card.closest("li").hidden);
          for (const { end, number } of ends) end.hidden = !isLeft.has(number);
          for (const gap of list.querySelectorAll(".gap")) gap.hidden = isNarrowed;
          for (const fold of folds) {
            if (isNarrowed && fold.dataset.was === undefined) fold.dataset.was = fold.open;
            if (isNarrowed) fold.open = true;
            else if (fold.dataset.was !== undefined) { fold.open = fold.dataset.was === "true"; delete fold.dataset.was; }
            fold.querySelector("summary").hidden = isNarrowed;
          }
          for (const { month, count, text, entry } of headings) {
            const all = [...month.querySelectorAll(".card")];
            const here = all.filter((card) => !card.closest("li").hidden).length;
            month.hidden = here === 0 && !month.querySelector(".span-end:not([hidden])");
            if (entry) {
              entry.hidden = here === 0;
              entry.querySelector("small").textContent = here;
            }
            if (count) count.textContent = isNarrowed ? words.say("{count} of {all}", { count: here, all: all.length }) : text;
          }
          for (const link of list.querySelectorAll(".list-nav a")) link.search = location.search;
        },
      };
    }

    // A page with a part of the events: those that are left are fetched from the records of search, of which events come first.
    function fromIndex() {
      const base = new URL("./", new URL(index, document.baseURI));
      const root = new URL("../", base);
      const around = [...found.parentElement.children, ...document.querySelectorAll(".months")];
      const others = around.filter((child) => child !== found && !child.contains(panel) && !child.hidden);
      const pieces = new Map();
      let summary, ready, turn = 0;

      async function load(path, cache = "default") {
        const answer = await fetch(new URL(path, base), { cache });
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return answer.json();
      }
      async function loadIndex() {
        const [first, { facets, days: steps, total: count }] = await Promise.all([load("index.json", "no-cache"), load("facets.json", "no-cache")]);
        summary = first;
        total = count;
        let day = 0;
        steps.forEach((step, number) => { if (step !== null) days[number] = (day += step); });
        for (const option of options) {
          let event = 0;
          for (const step of facets[option.name] ?? []) option.events.add((event += step));
        }
      }
      async function record(number) {
        const path = `docs/${Math.floor(number / summary.chunk)}.json?v=${summary.version}`;
        if (!pieces.has(path)) pieces.set(path, load(path).catch((error) => { pieces.delete(path); throw error; }));
        return (await pieces.get(path))[number % summary.chunk];
      }
      function card(event) {
        const own = event.lang ? { lang: event.lang, dir: "auto" } : {};
        const link = element("a", { href: new URL(event.href, root).pathname.replace(/index\.html$/, "") }, event.title);
        const date = element(event.machine ? "time" : "span", event.machine ? { datetime: event.machine } : {}, event.date ?? "");
        const text = event.summary ?? event.text ?? "";
        const cut = text.length > 240 ? `${text.slice(0, text.lastIndexOf(" ", 240))} …` : text;
        const headline = element("h3", { class: "headline", ...own }, link);
        if (event.status) headline.append(" ", element("b", { class: `status status-${event.status}` }, event.standing));
        return element("li", { class: "card" }, element("p", { class: "card-date" }, date), headline,
          element("p", { class: "summary", ...own }, cut), element("p", { class: "meta", dir: "auto" }, event.about ?? ""));
      }
      /** Shows twenty more. Text enters the page as text only. */
      async function more(left, into, button) {
        const at = into.children.length;
        const mine = turn;
        const records = await Promise.all(left.slice(at, at + PAGE).map(record));
        if (mine !== turn || at !== into.children.length) return false;
        into.append(...records.map(card));
        const rest = left.length - into.children.length;
        button.hidden = rest <= 0;
        button.textContent = words.say("Show {n} more", { n: Math.min(PAGE, rest) });
        return true;
      }
      return {
        load: () => (ready ??= loadIndex().catch((error) => { ready = undefined; throw error; })),
        async show(left, isNarrowed) {
          turn += 1;
          if (isNarrowed) {
            const ordered = list?.dataset.list === "newest" ? left.toReversed() : left;
            const into = element("ol", { class: "cards" });
            const button = element("button", { type: "button" });
            button.addEventListener("click", async () => {
              const at = into.children.length;
              try {
                if (await more(ordered, into, button)) into.children[at].querySelector("a").focus();
              } catch { fail(); }
            });
            if (!await more(ordered, into, button)) return;
            found.replaceChildren(into, button);
          }
          found.hidden = !isNarrowed;
          for (const other of others) other.hidden = isNarrowed;
        },
        leave() {
          turn += 1;
          found.hidden = true;
          for (const other of others) other.hidden = false;
        },
      };
    }

    const way = isWhole ? onPage() : fromIndex();
    let latest = 0;
    let isBroken = false;

    function fail() {
      way.leave?.();
      for (const option of options) { option.link.href = option.page; option.link.removeAttribute("aria-current"); option.count.textContent = option.all; }
      isBroken = true;
      shown.textContent = words.say("The index cannot be reached. Each part below has a page of its own.");
    }

    async function apply() {
      const mine = (latest += 1);
      const wanted = chosen();
      const asked = wantedDays();
      const isNarrowed = [...wanted.values()].some((ids) => ids.size > 0) || asked.some(Boolean);
      bounds.forEach((input, at) => { input.value = asked[at]; });
      [to.min, from.max] = asked;
      try {
        if (isNarrowed) await way.load();
        if (mine !== latest) return;
        const left = isNarrowed ? matching(wanted) : Array.from({ length: total }, (_, number) => number);
        for (const group of groups) {
          const near = isNarrowed && new Set(matching(wanted, group));
          for (const option of options.filter((option) => option.group === group)) {
            const isChosen = wanted.get(group).has(option.id);
            const count = isNarrowed || isWhole ? [...option.events].filter((event) => !near || near.has(event)).length : Number(option.all);
            option.count.textContent = count;
            option.link.href = address(option);
            if (isChosen) option.link.setAttribute("aria-current", "true");
            else option.link.removeAttribute("aria-current");
            option.link.parentElement.classList.toggle("is-empty", count === 0 && !isChosen);
          }
        }
        await way.show(left, isNarrowed);
        if (mine !== latest) return;
        if (isNarrowed) {
          const all = element("a", { href: address() }, words.say("Show all"));
          all.addEventListener("click", (event) => go(event, all.href));
          const [first, last] = asked.map((day) => day && words.day(new Date(day), { dateStyle: "long", timeZone: "UTC" }));
          const span = first || last ? element("bdi", {}, `${first} – ${last}`) : "";
          shown.replaceChildren(words.count(total, "Showing {shown} of {n} event", "Showing {shown} of {n} events", { shown: left.length }), span && " · ", span, " ", all);
        } else {
          shown.textContent = words.count(total, "{n} event", "{n} events");
        }
      } catch {
        if (mine === latest) fail();
      }
    }

    function go(event, target) {
      if (isBroken || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      history.pushState(null, "", target);
      apply();
    }

    for (const input of bounds) {
      input.addEventListener("change", () => {
        if (isBroken) return;
        const target = new URL(location.href);
        if (input.value) target.searchParams.set(input.name, input.value);
        else target.searchParams.delete(input.name);
        // A day is typed in steps: the way back does not lead through each.
        history.replaceState(null, "", target);
        apply();
      });
    }
    const [fromLabel, toLabel] = [words.say("From"), words.say("To")];
    panel.querySelector("nav").prepend(element("p", { class: "days", "data-added": "" }, element("label", {}, fromLabel, from), element("label", {}, toLabel, to)));
    for (const option of options) option.link.addEventListener("click", (event) => go(event, option.link.href));
    addEventListener("popstate", apply);
    apply();
  }
}
