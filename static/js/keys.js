// Adds: keys. j and k lead from event to event, / to search, ? shows all keys; a reader may turn the single keys off.
// Without it: every event, and search, is reached by its link; the Tab key goes through them.
{
  const button = document.querySelector("[data-keys]");
  const root = new URL("../", document.currentScript.src);
  const OFF = `dateline-keys-off:${root.pathname}`;
  // A browser may refuse to remember; then all keys are on.
  const memory = {
    read: () => { try { return localStorage.getItem(OFF); } catch { return null; } },
    write: (isOff) => { try { if (isOff) localStorage.setItem(OFF, "yes"); else localStorage.removeItem(OFF); } catch { /* not remembered */ } },
  };
  const KEYS = [
    ["j", words.say("next event")], ["k", words.say("previous event")], ["Enter", words.say("open the event")], ["/", words.say("search")],
    ["?", words.say("these keys")], ["Esc", words.say("close, or clear the search")],
  ];
  const searchPage = button?.dataset.searchHref;

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  let dialog;
  function help() {
    if (!dialog) {
      const keys = KEYS.filter(([key]) => key !== "/" || searchPage).map(([key, does]) => element("div", {}, element("dt", {}, element("kbd", {}, key)), element("dd", {}, does)));
      const box = element("input", { type: "checkbox" });
      box.checked = !memory.read();
      box.addEventListener("change", () => memory.write(!box.checked));
      dialog = element("dialog", { class: "keys", "aria-labelledby": "keys-title" },
        element("h2", { id: "keys-title" }, words.say("Keys")), element("dl", {}, ...keys),
        element("p", {}, element("label", {}, box, ` ${words.say("Single letters work as keys")}`)),
        element("form", { method: "dialog" }, element("button", {}, words.say("Close"))));
      // A click outside closes it too.
      dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
      document.body.append(dialog);
    }
    if (!dialog.open) dialog.showModal();
  }

  // On a server, the short address.
  function go(address) {
    location.href = location.protocol.startsWith("http") ? address.replace(/index\.html$/, "") : address;
  }

  /** Goes to the next or the previous event of a list; on the page of an event, to its neighbour in time. */
  function step(by) {
    const neighbour = document.querySelector(`head link[rel="${by > 0 ? "next" : "prev"}"]`);
    if (neighbour || document.querySelector("article.event")) {
      if (neighbour) go(neighbour.href);
      return;
    }
    const links = [...document.querySelectorAll("main :is(.card .headline, .event-lines) a[href]:not(.status)")].filter((link) => link.checkVisibility());
    const focused = document.activeElement?.closest("main") ? document.activeElement : undefined;
    const own = focused?.closest(".card, .event-lines li")?.querySelector("a[href]");
    let at = links.indexOf(links.includes(focused) ? focused : own);
    if (at < 0) {
      // Nothing is chosen yet: the first event that can be seen is.
      const first = links.findIndex((link) => link.getBoundingClientRect().top >= 0);
      at = first < 0 ? links.length - 1 : by > 0 ? first - 1 : first;
    }
    const link = links[Math.min(Math.max(at + by, 0), links.length - 1)];
    link?.focus();
    link?.closest(".card")?.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog") || memory.read()) return;
    const field = document.querySelector("[data-search] [type=search]");
    const actions = {
      j: () => step(1),
      k: () => step(-1),
      "/": () => { if (field) { field.focus(); field.select(); } else if (searchPage) go(searchPage); },
      "?": help,
    };
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });

  if (button) {
    button.hidden = false;
    button.addEventListener("click", help);
  }
}
