// Adds: on other sites, each quotation of an event becomes the framed page of that event, once that has come.
// Without it: the quotation stands as it is, with its date, its source and its link.
{
  // Only pages below the place of this script are framed.
  const site = new URL("../", document.currentScript.src);
  const frames = new Map();
  addEventListener("message", (event) => {
    const shown = [...frames].find(([frame]) => frame.contentWindow === event.source);
    if (!shown || event.origin !== site.origin || event.data?.dateline !== "height") return;
    const [frame, quotation] = shown;
    frame.style.height = `${Math.min(Math.max(Number(event.data.height) || 0, 80), 4000)}px`;
    frame.style.position = "static";
    frame.style.visibility = "visible";
    quotation.hidden = true;
  });
  const upgrade = () => {
    for (const quotation of document.querySelectorAll("blockquote.dateline-embed[data-src]")) {
      const address = new URL(quotation.dataset.src, document.baseURI);
      if (quotation.dataset.framed || !address.href.startsWith(new URL("embed/", site).href)) continue;
      quotation.dataset.framed = "true";
      const frame = document.createElement("iframe");
      frame.src = address.href;
      frame.title = quotation.querySelector("a")?.textContent ?? address.href;
      // Out of sight until the page in it has told its height: the quotation never gives way to a blank.
      Object.assign(frame.style, { border: "0", width: "100%", maxWidth: "40rem", position: "absolute", visibility: "hidden", height: "1px" });
      frames.set(frame, quotation);
      quotation.after(frame);
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", upgrade);
  else upgrade();
}
