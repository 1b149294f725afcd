// Adds: the links to parts of the story become filters of the list on this page; they combine, tell how many events are left, and stay in the address.
// Without it: each link leads to a page of its own with the events of that part.
{
  const panel = document.querySelector("[data-facets-of]");
  const list = document.querySelector("[data-list]");
  if (panel && list) {
    const shown = panel.querySelector("[data-shown]");
    const options = [...panel.querySelectorAll("[data-facet]")].map((link) => {
      const [group, id] = link.dataset.facet.split(/:(.*)/s);
      return { link, group, id, name: link.dataset.facet, count: link.parentElement.querySelector(".count") };
    });
    const cards = [...list.querySelectorAll(".card")].map((card) => ({ row: card.closest("li"), facets: new Set((card.dataset.facets ?? "").split(" ")) }));
    const groups = [...new Set(options.map((option) => option.group))];
    const headings = [...list.querySelectorAll(".month")].map((month) => {
      const count = month.querySelector("h2 .count");
      return { month, count, text: count?.textContent };
    });
    const folds = [...list.querySelectorAll("details")];

    /** What the address asks for: of each group any of the chosen, of all groups every one. */
    const names = new Set(options.map((option) => option.name));
    const chosen = () => new Map(groups.map((group) =>
      [group, new Set(new URLSearchParams(location.search).getAll(group).filter((id) => names.has(`${group}:${id}`)))]));
    const matches = (card, wanted, except) => groups.every((group) =>
      group === except || wanted.get(group).size === 0 || [...wanted.get(group)].some((id) => card.facets.has(`${group}:${id}`)));

    /** The address with one part more or less. */
    function toggled(option) {
      const target = new URL(location.href);
      const others = target.searchParams.getAll(option.group).filter((id) => id !== option.id);
      const wasChosen = others.length < target.searchParams.getAll(option.group).length;
      target.searchParams.delete(option.group);
      for (const id of wasChosen ? others : [...others, option.id]) target.searchParams.append(option.group, id);
      target.hash = list.id;
      return target;
    }

    function bare() {
      const target = new URL(location.href);
      groups.forEach((group) => target.searchParams.delete(group));
      target.hash = list.id;
      return target;
    }

    function apply() {
      const wanted = chosen();
      const isNarrowed = [...wanted.values()].some((ids) => ids.size > 0);
      const left = cards.filter((card) => matches(card, wanted));
      const isLeft = new Set(left);
      for (const card of cards) card.row.hidden = !isLeft.has(card);
      for (const day of list.querySelectorAll(".day")) day.hidden = !day.querySelector(".card") || ![...day.querySelectorAll(".card")].some((card) => !card.closest("li").hidden);
      for (const gap of list.querySelectorAll(".gap")) gap.hidden = isNarrowed;
      for (const fold of folds) {
        if (isNarrowed && fold.dataset.was === undefined) fold.dataset.was = fold.open;
        if (isNarrowed) fold.open = true;
        else if (fold.dataset.was !== undefined) { fold.open = fold.dataset.was === "true"; delete fold.dataset.was; }
        fold.querySelector("summary").hidden = isNarrowed;
      }
      for (const { month, count, text } of headings) {
        const all = [...month.querySelectorAll(".card")];
        const here = all.filter((card) => !card.closest("li").hidden).length;
        month.hidden = here === 0;
        if (count) count.textContent = isNarrowed ? `${here} of ${all.length}` : text;
      }
      for (const link of list.querySelectorAll(".list-nav a")) link.search = location.search;
      for (const option of options) {
        const isChosen = wanted.get(option.group).has(option.id);
        const count = cards.filter((card) => card.facets.has(option.name) && matches(card, wanted, option.group)).length;
        option.count.textContent = count;
        option.link.href = toggled(option);
        if (isChosen) option.link.setAttribute("aria-current", "true");
        else option.link.removeAttribute("aria-current");
        option.link.parentElement.classList.toggle("is-empty", count === 0 && !isChosen);
      }
      if (isNarrowed) {
        const all = document.createElement("a");
        all.href = bare();
        all.textContent = "Show all";
        all.addEventListener("click", (event) => go(event, all.href));
        shown.replaceChildren(`Showing ${left.length} of ${cards.length} events `, all);
      } else {
        shown.textContent = `${cards.length} event${cards.length === 1 ? "" : "s"}`;
      }
    }

    function go(event, address) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      history.pushState(null, "", address);
      apply();
    }

    for (const option of options) option.link.addEventListener("click", (event) => go(event, option.link.href));
    addEventListener("popstate", apply);
    apply();
  }
}
