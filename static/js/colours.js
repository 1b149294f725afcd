// Adds: a choice between light and dark colours and those of the device, which only this browser remembers. It is loaded before a page is
// shown, so that none flashes in the others first.
// Without it: the colours are those of the device.
{
  const KEY = `dateline-colours:${new URL("../", document.currentScript.src).pathname}`;
  const root = document.documentElement;
  // A browser that remembers nothing keeps to the choice on this page alone.
  let chosen = "";
  const read = () => { try { chosen = localStorage.getItem(KEY) ?? ""; } catch { /* as it was */ } };
  const write = () => { try { localStorage.setItem(KEY, chosen); } catch { /* not remembered */ } };
  let select;

  function show() {
    if (["light", "dark"].includes(chosen)) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    if (select) select.value = root.dataset.theme ?? "";
  }
  function recall() {
    read();
    show();
  }
  recall();
  // The choice may have been made in another window, or on a page behind which the reader comes back to this one.
  addEventListener("storage", recall);
  addEventListener("pageshow", recall);

  addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector("[data-colours]");
    if (!place) return;
    select = document.createElement("select");
    const choices = [["", words.say("as on this device")], ["light", words.say("light")], ["dark", words.say("dark")]];
    for (const [value, name] of choices) select.add(new Option(name, value));
    const label = document.createElement("label");
    label.append(words.say("Colours"), " ", select);
    select.addEventListener("change", () => { chosen = select.value; write(); show(); });
    place.append(label);
    place.dataset.added = "";
    place.hidden = false;
    show();
  });
}
