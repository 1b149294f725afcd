// Writes each of some CSL items with citeproc-js: reads `{style, locale, items}` on standard input, prints a list of texts.
import { readFileSync } from "node:fs";
import CSL from "citeproc";

const { style, locale, items } = JSON.parse(readFileSync(0, "utf8"));
const texts = items.map((item) => {
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => item }, style);
  engine.setOutputFormat("text");
  engine.updateItems([item.id]);
  return engine.makeBibliography()[1].join("").trim();
});
process.stdout.write(JSON.stringify(texts));
