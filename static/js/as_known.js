// Adds: a field for any day; the list shows the events that were known then, with their status of that day, and the address keeps the day.
// Without it: the page leads to pages for the days on which the picture changed.
{
  const list = document.querySelector("[data-as-known]");
  if (list) {
    const make = (name, properties, ...children) => {
      const element = Object.assign(document.createElement(name), properties);
      element.append(...children);
      return element;
    };
    const rows = [...list.querySelectorAll("[data-steps]")].map((row) => {
      const words = row.dataset.steps.split(" ");
      const steps = [];
      for (let at = 0; at < words.length; at += 2) steps.push({ day: words[at], status: words[at + 1] });
      const standing = [...row.querySelectorAll("[data-later]")];
      const later = make("span", { hidden: true });
      row.querySelector(".meta").append(" ", later);
      return { row, steps, standing, later, badge: row.querySelector("[data-status]"), corrections: (row.dataset.corrections ?? "").split(" ").filter(Boolean) };
    });
    const STATUSES = {
      planned: words.say("planned"), reported: words.say("reported"), alleged: words.say("alleged"), confirmed: words.say("confirmed"),
      disputed: words.say("disputed"), retracted: words.say("retracted"), cancelled: words.say("cancelled"),
    };
    const input = make("input", { type: "date", min: list.dataset.first, max: list.dataset.last });
    const clear = make("button", { type: "button", textContent: words.say("All days") });
    const told = make("p", { className: "known-banner" });
    told.setAttribute("role", "status");
    const picker = make("p", { className: "known-picker" }, make("label", {}, `${words.say("As known on")} `, input), clear);
    for (const added of [picker, told]) added.dataset.added = "";
    list.before(picker, told);

    const show = (day) => {
      let count = 0;
      for (const { row, steps, badge, corrections, standing, later } of rows) {
        const last = steps.at(-1);
        const then = day ? steps.filter((step) => step.day <= day).at(-1) : last;
        row.hidden = !then;
        // What the page itself tells of later days holds as long as no day is chosen.
        for (const mark of standing) mark.hidden = Boolean(day);
        if (!then) continue;
        count += 1;
        badge.textContent = STATUSES[then.status];
        badge.className = `status status-${then.status}`;
        const marks = day ? corrections.filter((date) => date > day).map((date) => words.say("put right on {}").replace("{}", date)) : [];
        if (then.status !== last.status) marks.unshift(words.say("later {status}", { status: STATUSES[last.status] }));
        later.textContent = marks.join(" · ");
        later.hidden = marks.length === 0;
      }
      for (const month of list.querySelectorAll(".known-month")) month.hidden = !month.querySelector("li:not([hidden])");
      input.value = day ?? "";
      clear.hidden = !day;
      if (!day) { told.textContent = words.say("Choose a day to look back."); return; }
      const date = words.day(new Date(`${day}T00:00Z`), { dateStyle: "long", timeZone: "UTC" });
      told.textContent = [words.count(rows.length, "As known on {date}: {count} of {n} event.", "As known on {date}: {count} of {n} events.", { date, count }),
        words.say("Headlines and dates are worded as they are today.")].join(" ");
    };
    const asked = () => {
      const day = new URLSearchParams(location.search).get("on");
      return /^\d{4}-\d\d-\d\d$/.test(day ?? "") && !Number.isNaN(Date.parse(day)) ? day : undefined;
    };
    const choose = (day) => {
      const address = new URL(location.href);
      if (day) address.searchParams.set("on", day); else address.searchParams.delete("on");
      history.replaceState(null, "", address);
      show(day);
    };
    input.addEventListener("change", () => choose(input.value || undefined));
    clear.addEventListener("click", () => { choose(undefined); input.focus(); });
    addEventListener("popstate", () => show(asked()));
    show(asked());
  }
}
