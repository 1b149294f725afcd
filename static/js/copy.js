// Adds: a button that copies, beside each citation.
// Without it: the text stands there to be selected.
for (const text of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  // What it says comes from the style sheet, so that the text of the page stays as it was.
  button.setAttribute("aria-label", words.say("Copy"));
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.dataset.text);
      status.textContent = ` ${words.say("Copied")}`;
    } catch {
      getSelection().selectAllChildren(text);
      status.textContent = ` ${words.say("Selected: copy it with the keys")}`;
    }
  });
  text.dataset.text = text.textContent;
  const place = text.tagName === "PRE" ? text.parentElement.insertBefore(document.createElement("p"), text.nextSibling) : text;
  place.append(button, status);
}
