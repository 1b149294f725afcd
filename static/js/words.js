// Adds: what the scripts say, in the language of the site. Behind these functions the build writes the translations of their texts.
// Without it: the other scripts say nothing; no page needs them.
const words = {
  language: "en-GB",
  translations: {},

  /** Puts values where a text has `{name}`. */
  fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (braces, name) => values[name] ?? braces);
  },

  /** Says a text of the theme. */
  say(english, values = {}) {
    const said = this.translations[english] ?? english;
    return this.fill(said.other ?? said, values);
  },

  /** Says how many, by the plural rules of the language: `words.count(2, "{n} event", "{n} events")`. */
  count(n, one, many, values = {}) {
    const forms = this.translations[many] ?? { one, other: many };
    return this.fill(forms[new Intl.PluralRules(this.language).select(n)] ?? forms.other ?? forms, { ...values, n });
  },

  /** Says a day, in the calendar and the digits that the pages have too. */
  day(date, style) {
    return date.toLocaleDateString(`${this.language}-u-ca-gregory-nu-latn`, style);
  },
};
