// Adds: marks the events that were added since your last visit, and says when that was. Only this browser remembers: the names of the
// events that the list had, and the time; nothing is sent.
// Without it: the feeds tell what is new.
{
  const note = document.querySelector("[data-visits]");
  const list = document.querySelector("[data-list]");
  if (note && list) {
    const KEY = `dateline-visit:${new URL("../", document.currentScript.src).pathname}`;
    // A visit ends after half an hour without a look at a list.
    const PAUSE = 30 * 60 * 1000;
    const now = new Date();
    const rows = [...list.querySelectorAll(".card")].map((card) => {
      const link = card.querySelector(".headline a");
      return { card, link, id: new URL(link.href).pathname.replace(/index\.html$/, "").split("/").at(-2) };
    });

    const read = () => { try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; } };
    const { before, current } = read();
    const isSameVisit = current && now - new Date(current.at) < PAUSE;
    const last = isSameVisit ? before : current;
    try {
      localStorage.setItem(KEY, JSON.stringify({ before: last, current: { ids: rows.map((row) => row.id), at: now.toISOString() } }));
    } catch { /* A browser that remembers nothing shows nothing as new. */ }

    const known = new Set(last?.ids);
    const fresh = last ? rows.filter((row) => !known.has(row.id)) : [];
    for (const { link } of fresh) {
      const badge = document.createElement("span");
      badge.className = "status new";
      badge.textContent = words.say("new");
      link.after(" ", badge);
    }
    if (fresh.length > 0) {
      const day = new Date(last.at);
      const year = day.getFullYear() === now.getFullYear() ? {} : { year: "numeric" };
      const first = document.createElement("a");
      first.href = fresh[0].link.href;
      first.title = words.say("This browser remembers which events the list had. Nothing is sent.");
      const date = words.day(day, { day: "numeric", month: "long", ...year });
      first.textContent = words.count(fresh.length, "{n} new since your last visit on {date}", "{n} new since your last visit on {date}", { date });
      first.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        fresh[0].link.focus();
        fresh[0].card.scrollIntoView({ block: "center" });
      });
      note.append(first);
      note.hidden = false;
    }
  }
}
