// Adds: the summary of a mentioned name beside the mention, while it is pointed at or has the focus; Esc hides it. On a touch screen the
// first tap shows it and the second follows the link.
// Without it: «Who and what» below the text has the same summaries, and mentions are described by them.
{
  const mentions = [...document.querySelectorAll("a.mention[aria-describedby]")];
  if (mentions.length > 0 && "popover" in HTMLElement.prototype) {
    const hint = Object.assign(document.createElement("div"), { className: "hint", popover: "manual" });
    // The mention is described by the glossary already; a second reading would be noise.
    hint.setAttribute("aria-hidden", "true");
    document.body.append(hint);
    const isOpen = () => hint.matches(":popover-open");
    // The mention whose hint was tapped for, and whether the last touch was a finger's.
    let tapped, isTouch = false;
    const hide = () => {
      tapped = undefined;
      if (isOpen()) hint.hidePopover();
    };
    const show = (mention) => {
      const entry = document.getElementById(mention.getAttribute("aria-describedby"));
      if (!entry) return;
      hint.textContent = entry.textContent;
      if (!isOpen()) hint.showPopover();
      const line = mention.getClientRects()[0] ?? mention.getBoundingClientRect();
      const left = Math.max(8, Math.min(line.left, document.documentElement.clientWidth - hint.offsetWidth - 8));
      const below = line.bottom + 6;
      const top = below + hint.offsetHeight > innerHeight ? line.top - hint.offsetHeight - 6 : below;
      hint.style.left = `${left + scrollX}px`;
      hint.style.top = `${top + scrollY}px`;
    };
    for (const mention of mentions) {
      mention.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") show(mention); });
      mention.addEventListener("focus", () => show(mention));
      mention.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") hide(); });
      mention.addEventListener("blur", hide);
      mention.addEventListener("click", (event) => {
        // A click without a pointer is a key.
        if (!isTouch || event.detail === 0 || tapped === mention) return;
        show(mention);
        if (!isOpen()) return;
        event.preventDefault();
        tapped = mention;
        hint.append(Object.assign(document.createElement("small"), { textContent: ` ${words.say("Tap again to open its page.")}` }));
      });
    }
    addEventListener("pointerdown", (event) => {
      isTouch = event.pointerType === "touch";
      if (tapped && event.target.closest?.("a.mention") !== tapped) hide();
    });
    addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }
}
