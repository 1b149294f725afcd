// Two made-up stories, one in Arabic and one in Chinese: a dozen events each, with every part that a page can have.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { program } from "./story.mjs";

const WORDS = {
  ar: {
    title: "جسر الوادي", description: "كيف أُغلق جسر قديم في مدينة الوادي ثم أُعيد بناؤه.", search: "الجسر",
    bridge: "الجسر", works: "أعمال البناء", council: "مجلس المدينة", board: "هيئة الطرق", engineer: "سلمى حداد", paper: "صحيفة الوادي", record: "محضر الجلسة",
    town: "الوادي", harbour: "الميناء", tag: "نقل", role: "يقرر", label: "عدد السيارات", quote: "لن ننتظر حتى يسقط.", says: "تقول إن الجسر آمن حتى الشتاء.",
    text: "أصدر [[مجلس المدينة]] قراره في جلسة علنية، وحضرت [[سلمى حداد]] الجلسة.", note: "صُحّح عدد السيارات.",
    events: [
      ["شقوق في دعامة الجسر", "وجد المفتشون شقوقًا في الدعامة الشرقية."], ["المجلس يأمر بفحص كامل", "طلب المجلس فحصًا كاملًا للجسر."],
      ["الهيئة تنشر نتائج الفحص", "قالت الهيئة إن الدعامة تحتاج إلى إصلاح."], ["إغلاق الجسر أمام الشاحنات", "مُنعت الشاحنات من عبور الجسر."],
      ["سكان الميناء يحتجون", "احتج سكان الميناء على طول الطريق البديل."], ["المهندسة تحذر من التأخير", "حذرت المهندسة من تأخير الإصلاح."],
      ["المجلس يغلق الجسر تمامًا", "أُغلق الجسر أمام كل المركبات."], ["تخصيص المال للإصلاح", "خصص المجلس المال اللازم للإصلاح."],
      ["بدء أعمال الإصلاح", "بدأت أعمال الإصلاح في الدعامة الشرقية."], ["خلاف حول كلفة الأعمال", "اختلفت الهيئة والمجلس حول الكلفة."],
      ["وصول العوارض الجديدة", "وصلت العوارض الجديدة إلى الميناء."], ["افتتاح الجسر الجديد", "يُفتح الجسر الجديد أمام الجميع."],
    ],
  },
  zh: {
    title: "河谷市渡桥", description: "河谷市一座老桥如何封闭，又如何重建。", search: "渡桥",
    bridge: "渡桥", works: "施工", council: "市议会", board: "公路局", engineer: "林雨晴", paper: "河谷日报", record: "会议记录",
    town: "河谷市", harbour: "码头区", tag: "交通", role: "作出决定", label: "车辆数", quote: "不能等到它塌下来。", says: "称渡桥在冬季之前是安全的。",
    text: "[[市议会]]在公开会议上作出决定，[[林雨晴]]出席了会议。", note: "更正了车辆数。",
    events: [
      ["渡桥桥墩发现裂缝", "检查人员在东侧桥墩发现裂缝。"], ["市议会下令全面检查", "市议会要求对渡桥作全面检查。"],
      ["公路局公布检查结果", "公路局表示桥墩需要修理。"], ["渡桥禁止货车通行", "货车不得再通过渡桥。"],
      ["码头区居民抗议", "居民抗议绕行路线过长。"], ["工程师警告不可拖延", "工程师警告修理不可拖延。"],
      ["市议会全面封闭渡桥", "渡桥禁止一切车辆通行。"], ["修桥经费获得通过", "市议会通过修桥所需经费。"],
      ["东侧桥墩开始修理", "东侧桥墩的修理工作开始。"], ["双方就费用发生争执", "公路局与市议会就费用意见不一。"],
      ["新桥梁构件运抵", "新的桥梁构件运抵码头区。"], ["新渡桥通车", "新渡桥将向所有人开放。"],
    ],
  },
};
const DATES = ["2023-02-03", "2023-02-04", "2023-03~", "2023-03-20/2023-03-22", "2023-03-21", "2023-06-15?", "2023-09-01T09:30+00:00", "2024-01", "2024-02-10", "2024-05-XX",
  "[2024-08-04,2024-08-05]", "2025-03-01"];
const STATUSES = ["confirmed", "confirmed", "reported", "confirmed", "reported", "alleged", "confirmed", "confirmed", "confirmed", "disputed", "confirmed", "planned"];
const KINDS = ["", "caused-by", "responds-to", "follows", "responds-to", "extends", "follows", "follows", "caused-by", "contradicts", "follows", "updates"];

function event(words, at) {
  const [title, summary] = words.events[at];
  const day = `2023-02-${String(at + 4).padStart(2, "0")}`;
  const link = KINDS[at] && `links:\n  - {${KINDS[at]}: e${at}, note: "${summary}"}\n`;
  const claim = at % 3 === 0 ? `claims:\n  - {by: "${words.engineer}", quote: "${words.quote}", status: asserted, source: 1}\n  - {by: "${words.board}", says: "${words.says}", status: disputed}\n` : "";
  const history = at === 3 ? `history:\n  - {known: 2023-03-20, status: reported}\n  - {known: 2023-03-25, status: confirmed}\n` : "";
  const change = at === 3 ? `changes:\n  - {date: 2023-04-02, kind: correction, note: "${words.note}"}\n` : "";
  return `---
title: ${title}
date: ${JSON.stringify(DATES[at])}
summary: ${summary}
status: ${STATUSES[at]}
importance: ${[9, 4, 6, 8, 3, 5, 10, 6, 7, 5, 4, 9][at]}
storylines: [${at % 2 ? words.works : words.bridge}${at === 6 ? `, ${words.works}` : ""}]
actors: [{"${words.council}": ${words.role}}, "${words.board}"${at % 2 ? "" : `, "${words.engineer}"`}]
places: [${at % 3 ? words.town : words.harbour}]
tags: [${words.tag}]
cars: ${at + 1}
${link}${claim}${history}${change}sources:
  - {id: minutes, title: "${words.record} ${at + 1}", publisher: ${words.paper}, url: "https://example.org/${at}", date: ${day}, kind: official, accessed: 2024-01-02}
---

${words.text}[@minutes]

${summary}
`;
}

/** Builds the story of a language; gives its site, its words, and a function that takes it away again. */
export function buildIn(language) {
  const words = WORDS[language];
  const root = mkdtempSync(join(tmpdir(), `dateline-${language}-`));
  const write = (path, text) => { mkdirSync(join(root, path, ".."), { recursive: true }); writeFileSync(join(root, path), text); };
  write("dateline.yaml", `title: ${words.title}
description: ${words.description}
url: https://${language}.example/
language: ${language}
timezone: UTC
today: 2025-02-20
publisher: {name: ${words.paper}, corrections: /corrections/}
licence: CC BY 4.0
fields:
  cars: {label: ${words.label}}
`);
  words.events.forEach((_, at) => write(`content/events/e${at + 1}.md`, event(words, at)));
  // An event in another language, such as a quotation from abroad.
  write("content/events/abroad.md", "---\ntitle: Old bridges abroad\nlang: en\ndate: 2023-05-02\nsummary: A report on old bridges.\n---\n\nA report.\n");
  write("content/places/harbour.md", `---\nname: ${words.harbour}\nlat: 30.1\nlon: 31.2\n---\n\n${words.description}\n`);
  write("content/storylines/bridge.md", `---\ntitle: ${words.bridge}\nsummary: ${words.description}\ntally: cars\n---\n\n${words.description}\n`);
  execFileSync(program, ["build", "--quiet", "--root", root], { stdio: "pipe" });
  return { site: join(root, "site"), words, remove: () => rmSync(root, { recursive: true, force: true }) };
}
