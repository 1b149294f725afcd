// Adds: a button that opens all that a chronology folds away on crowded days, and folds it again.
// Without it: each day opens by itself, and paper shows all.
for (const list of document.querySelectorAll(".timeline")) {
  const folds = [...list.querySelectorAll("details.more")];
  if (folds.length < 2) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.dataset.added = "";
  const isOpen = () => folds.every((fold) => fold.open);
  const show = () => { button.textContent = isOpen() ? words.say("Fold crowded days") : words.say("Open all crowded days"); };
  button.addEventListener("click", () => {
    const open = !isOpen();
    for (const fold of folds) fold.open = open;
  });
  // A fold may be opened by hand, or by the filters.
  for (const fold of folds) fold.addEventListener("toggle", show);
  show();
  list.before(button);
}
