// Follows the preview: loads the page again when its site has changed, and shows what is wrong. Everything it shows is text.
(() => {
  const shown = new URL(document.currentScript.src).search.slice(1);
  const kept = `dateline-preview-scroll:${location.pathname}`;
  let known = "", panel = null;

  const scroll = Number(sessionStorage.getItem(kept));
  if (scroll > 0) addEventListener("load", () => scrollTo({ top: scroll, behavior: "instant" }), { once: true });
  sessionStorage.removeItem(kept);

  const make = (name, className, ...inside) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...inside.filter((part) => part !== null && part !== ""));
    return element;
  };

  const excerpt = (at) => at && make("pre", "", `${at.path}:${at.line}:${at.column}\n`, at.before, make("mark", "", at.marked), at.after);
  const finding = ({ code, message, at, label, notes, help }) => make("li", "",
    make("p", "what", message, make("code", "", code)),
    excerpt(at),
    label ? make("p", "", label) : null,
    ...notes.flatMap((note) => [make("p", "", note.message), excerpt(note.at)]),
    help ? make("p", "how", help) : null);

  const show = ({ errors, error_count, warnings }) => {
    panel?.remove();
    panel = null;
    const isWrong = errors.length > 0;
    if (!isWrong && warnings.length === 0) return;
    const list = make("ol", "", ...(isWrong ? errors : warnings).map(finding));
    const desk = make("a", "", "All findings");
    desk.href = "/_dateline/";
    if (isWrong) {
      const words = error_count === 1 ? "One mistake keeps the site from being built" : `${error_count} mistakes keep the site from being built`;
      panel = make("section", "dateline-preview is-wrong", make("h2", "", words), list, make("p", "", desk));
      panel.setAttribute("role", "alert");
    } else {
      const words = warnings.length === 1 ? "1 warning" : `${warnings.length} warnings`;
      panel = make("details", "dateline-preview", make("summary", "", words), list, make("p", "", desk));
    }
    document.body.append(panel);
  };

  const loadAgain = () => {
    sessionStorage.setItem(kept, String(scrollY));
    location.reload();
  };

  const style = make("link", "");
  style.rel = "stylesheet";
  style.href = "/_dateline/preview.css";
  document.head.append(style);

  const follow = async () => {
    for (;;) {
      // A browser opens few connections to one host: pages that nobody sees do not hold any.
      const stop = new AbortController();
      const leave = () => document.hidden && stop.abort();
      document.addEventListener("visibilitychange", leave);
      try {
        if (document.hidden) await new Promise((seen) => document.addEventListener("visibilitychange", seen, { once: true }));
        const answer = await fetch(`/_dateline/news?after=${known}&page=${location.pathname}`, { cache: "no-store", signal: stop.signal });
        const news = await answer.json();
        if (news.site !== shown || (document.documentElement.dataset.preview === "edition" && known && news.edition !== known)) return loadAgain();
        if (news.edition !== known) show(news);
        known = news.edition;
      } catch {
        // The preview was ended, or the page was left; it may come back.
        await new Promise((rested) => setTimeout(rested, 500));
      } finally {
        document.removeEventListener("visibilitychange", leave);
      }
    }
  };
  follow();
})();
