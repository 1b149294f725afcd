// Adds: the strip can be drawn wider, so that a finger hits the mark it means; it then moves sideways in a frame of its own. The buttons
// do it, and the keys +, - and 0 where the strip has the focus.
// Without it: the strip shows the whole story, and its ticks lead to the pages of months.
for (const strip of document.querySelectorAll("figure.strip")) {
  const WIDEST = 16;
  const svg = strip.querySelector("svg");
  const frame = document.createElement("div");
  frame.className = "strip-frame";
  svg.replaceWith(frame);
  frame.append(svg);
  let zoom = 1;

  /** Draws the strip so many times as wide as the page, and keeps the time in the middle where it is. */
  function draw(wanted) {
    const way = getComputedStyle(frame).direction === "rtl" ? -1 : 1;
    const middle = (way * frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth;
    zoom = Math.min(Math.max(wanted, 1), WIDEST);
    const isWhole = zoom === 1;
    svg.style.inlineSize = isWhole ? "" : `${zoom * 100}%`;
    strip.classList.toggle("is-zoomed", !isWhole);
    frame.toggleAttribute("tabindex", !isWhole);
    if (!isWhole) frame.tabIndex = 0;
    frame.scrollLeft = way * (middle * frame.scrollWidth - frame.clientWidth / 2);
  }

  const keys = { "+": () => draw(zoom * 2), "-": () => draw(zoom / 2), 0: () => draw(1) };
  const tools = document.createElement("p");
  tools.className = "strip-zoom";
  tools.dataset.added = "";
  for (const [key, sign, name] of [["+", "+", words.say("Zoom in")], ["-", "−", words.say("Zoom out")], ["0", "↔", words.say("The whole strip")]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.title = name;
    button.setAttribute("aria-label", name);
    button.textContent = sign;
    button.addEventListener("click", keys[key]);
    tools.append(button, " ");
  }
  frame.after(tools);
  strip.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}
