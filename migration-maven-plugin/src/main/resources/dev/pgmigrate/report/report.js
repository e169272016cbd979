"use strict";
const data = name => JSON.parse(document.getElementById("data-" + name).textContent);
const report = data("report"), sources = data("sources"), rules = data("rules"), fixes = data("fixes");
const byId = id => document.getElementById(id);
const MOST = 500; // cards at once
const WIDEST = 1000; // characters of a line
const KINDS = {error: "errors", warning: "warnings", info: "for information", suppressed: "suppressed"};

const element = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") node.addEventListener("click", value);
    else if (value !== "") node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
};
const button = (attributes, ...children) => element("button", {type: "button", ...attributes}, ...children);
const sentence = text => /[.!?…:]$/.test(text) ? text : text + ".";
const prose = text => text.split("`").map((part, number) => number % 2 ? element("code", {}, part) : part);

const order = Object.keys(KINDS);
const items = [
  ...report.failures.map(item => ({...item, kind: "error", rule: "failed"})),
  ...report.findings.map((item, number) => ({...item, kind: item.severity, fix: fixes[number]})),
  ...(report.notices || []).map(item =>
    ({...item, kind: item.severity === "WARNING" ? "warning" : "info", rule: item.severity.toLowerCase()})),
  ...report.suppressed.map(item => ({...item, kind: "suppressed"})),
].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
const count = kind => items.filter(item => item.kind === kind).length;
const byFile = new Map();
for (const item of items) if (byFile.has(item.file)) byFile.get(item.file).push(item); else byFile.set(item.file, [item]);
const aboutTheFile = item => item.line === 1 && item.column === 1 && item.endLine === 1 && item.endColumn === 1;
const placeOf = item => item.file ? item.file + (item.line && !aboutTheFile(item) ? ":" + item.line + ":" + item.column : "") : "";

// What is shown, as the address has it: what to look at, and what the drawer is open with.
const usual = order.filter(kind => kind === "error" || kind === "warning" || (kind === "info" && !count("error") && !count("warning"))).join();
const view = {};
function readAddress() {
  const state = new URLSearchParams(location.hash.slice(1));
  for (const name of ["rule", "file", "search", "page", "source"]) view[name] = state.get(name) || "";
  view.kinds = new Set((state.has("kinds") ? state.get("kinds") : usual).split(","));
}
function writeAddress(step) {
  const state = new URLSearchParams();
  for (const name of ["rule", "file", "search", "page", "source"]) if (view[name]) state.set(name, view[name]);
  const kinds = order.filter(kind => view.kinds.has(kind)).join();
  if (kinds !== usual) state.set("kinds", kinds);
  const address = String(state) ? "#" + state : location.pathname + location.search;
  if (step) history.pushState(null, "", address); else history.replaceState(null, "", address);
}
function change(what, step = false) {
  Object.assign(view, what);
  writeAddress(step);
  show();
}

// A file's text by lines, with the runs of its colours.
const texts = new Map();
function textOf(file) {
  if (!sources[file]) return null;
  if (!texts.has(file)) {
    const {text, colours} = sources[file];
    const lines = [], runs = [];
    for (const line of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
      if (line.index < text.length || !lines.length) lines.push({start: line.index, text: line[1], pairs: /[\ud800-\udfff]/.test(line[1])});
    }
    let at = 0;
    for (const [, gap, kind, length] of colours.matchAll(/(\d+)([kscn])(\d+)/g)) {
      runs.push({start: at + Number(gap), end: at += Number(gap) + Number(length), kind});
    }
    texts.set(file, {lines, runs});
  }
  return texts.get(file);
}
function firstRun(runs, index) {
  let low = 0, high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle].end <= index) low = middle + 1; else high = middle;
  }
  return low;
}
// Columns count characters as people do, and a string counts its halves.
const index = (line, column) => line.pairs ? Array.from(line.text).slice(0, column - 1).join("").length : column - 1;

/** A line with its number, its colours and the marks of these items. */
function row(text, number, marked) {
  const line = text.lines[number - 1];
  const marks = marked.filter(item => number >= item.line && number <= item.endLine && !aboutTheFile(item)).map(item => ({
    start: number === item.line ? index(line, item.column) : line.text.length - line.text.trimStart().length,
    end: number === item.endLine ? index(line, item.endColumn) : line.text.length,
    item,
  }));
  const runs = [];
  for (let i = firstRun(text.runs, line.start); i < text.runs.length && text.runs[i].start < line.start + line.text.length; i++) {
    runs.push({start: text.runs[i].start - line.start, end: text.runs[i].end - line.start, kind: text.runs[i].kind});
  }
  // A long line is shown around its first mark.
  const from = line.text.length > WIDEST && marks.length ? Math.max(0, marks[0].start - WIDEST / 4) : 0;
  const to = Math.min(line.text.length, from + WIDEST);
  const inside = edge => edge > from && edge < to;
  const edges = [from, ...[...marks, ...runs].flatMap(part => [part.start, part.end]).filter(inside), to];
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const node = element("span", {}, element("i", {}, String(number)), from > 0 ? "…" : "");
  let run = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    while (run < runs.length && runs[run].end <= cuts[i]) run++;
    const colour = run < runs.length && runs[run].start <= cuts[i] ? runs[run].kind : "";
    const mark = marks.find(one => one.start <= cuts[i] && one.end > cuts[i]);
    const part = line.text.slice(cuts[i], cuts[i + 1]);
    const coloured = colour ? element("span", {class: colour}, part) : part;
    node.append(mark ? element("mark", {class: mark.item.kind, title: mark.item.message}, coloured) : coloured);
  }
  node.append(to < line.text.length ? "…" : line.text ? "" : "\n");
  return node;
}

function excerpt(item) {
  const text = textOf(item.file);
  if (!text || !item.line || aboutTheFile(item)) return "";
  const last = Math.min(item.endLine, item.line + 11, text.lines.length);
  const block = element("pre");
  for (let number = Math.max(1, item.line - 1); number <= Math.min(text.lines.length, last + 1); number++) {
    block.append(row(text, number, [item]));
  }
  return block;
}

function patch(item) {
  const block = element("pre");
  for (const line of item.fix.split("\n").slice(0, -1)) {
    const kind = {"+": "plus", "-": "minus", "@": "at"}[line[0]] || "";
    block.append(element("span", {class: line.startsWith("+++") || line.startsWith("---") ? "at" : kind}, line.replace(/\r$/, "")));
  }
  const copy = button({class: "copy", title: "A patch: git apply takes it", onclick: async () => {
    copy.textContent = await copied(item.fix) ? "copied" : "not copied: select it";
  }}, "copy patch");
  return element("div", {class: "fix"}, copy, element("b", {}, "A rewrite"), block);
}
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", {"aria-hidden": "true"});
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

const ruleLink = (item, name = "rule link") => rules[item.rule]
  ? button({class: name, title: rules[item.rule].summary, onclick: () => change({page: item.rule, source: ""}, true)}, item.rule)
  : element("b", {class: "rule"}, item.rule);

function card(item) {
  const place = placeOf(item);
  const node = element("article", {class: item.kind},
    element("h2", {}, element("span", {class: "tag"}, item.kind), ruleLink(item), !sources[item.file] ? place
      : button({class: "link place", title: "The whole file", onclick: () => change({source: item.file + ":" + (item.line || 1), page: ""}, true)}, place)),
    element("p", {}, ...prose(sentence(item.message))));
  if (item.sqlState) node.append(element("p", {}, "SQLSTATE " + item.sqlState + ": " + sentence(item.serverMessage)));
  for (const more of [item.detail, item.hint]) if (more) node.append(element("p", {}, sentence(more)));
  if (item.advice) node.append(element("p", {class: "advice"}, ...prose(item.advice)));
  if (item.reason) node.append(element("p", {}, "Suppressed: " + item.reason));
  node.append(excerpt(item));
  if (item.fix) node.append(patch(item));
  return node;
}

// The Markdown that the pages of rules use: headings, paragraphs, lists, code and links.
const inline = text => text.split(/(\[[^\]]+\]\([^)\s]+\))/).flatMap(part => {
  const link = /^\[([^\]]+)\]\((https?:[^)\s]+)\)$/.exec(part);
  return link ? [element("a", {href: link[2], rel: "noreferrer", target: "_blank"}, ...prose(link[1]))]
    : prose(part.replace(/^\[([^\]]+)\]\([^)\s]+\)$/, "$1"));
});
function markdown(text) {
  const nodes = [];
  for (const [block, , code] of text.matchAll(/```(\w*)\n([^]*?)```|(?:(?!```)[^\n]+\n?)+/g)) {
    if (code !== undefined) nodes.push(element("pre", {}, ...code.trimEnd().split("\n").map(line => element("span", {}, line || "\n"))));
    else if (block.startsWith("# ")) continue;
    else if (block.startsWith("#")) nodes.push(element("h3", {}, block.replace(/^#+ /, "").trim()));
    else if (block.startsWith("- ")) nodes.push(element("ul", {}, ...block.slice(2).split(/\n- /).map(entry => element("li", {}, ...inline(entry)))));
    else nodes.push(element("p", {}, ...inline(block)));
  }
  return nodes;
}
function rulePage(id) {
  const rule = rules[id];
  const facts = `Severity ${rule.severity}, category ${rule.category}, since ${rule.since}` + (rule.fixable ? ", can be rewritten by migrate:fix." : ".");
  return [element("p", {}, facts), element("p", {}, "To accept one: ", element("code", {}, `-- migrate:ignore ${id} reason="…"`)), ...markdown(rule.page)];
}

function wholeFile(file, here) {
  const text = textOf(file), found = byFile.get(file) || [];
  const block = element("pre");
  const byLine = new Map();
  for (const item of found) {
    const line = item.line || 1;
    if (byLine.has(line)) byLine.get(line).push(item); else byLine.set(line, [item]);
  }
  let open = [];
  for (let number = 1; number <= text.lines.length; number++) {
    open = [...open.filter(item => item.endLine >= number), ...(byLine.get(number) || [])];
    const line = row(text, number, open);
    if (number === here) line.classList.add("here");
    block.append(line);
    for (const item of byLine.get(number) || []) {
      block.append(element("p", {class: item.kind}, element("span", {class: "tag"}, item.kind), " ", ruleLink(item, "link"), " ", ...prose(sentence(item.message))));
    }
  }
  return [block];
}

function showDrawer() {
  const drawer = byId("drawer");
  const [, file, line] = /^(.*):(\d+)$/.exec(view.source) || [];
  const content = rules[view.page] ? rulePage(view.page) : sources[file] ? wholeFile(file, Number(line)) : null;
  if (!content) {
    if (drawer.open) drawer.close();
    return;
  }
  byId("drawer-title").textContent = rules[view.page] ? view.page : file;
  byId("drawer-body").replaceChildren(...content);
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
  const here = drawer.querySelector(".here");
  if (here) here.scrollIntoView({block: "center"});
}

let drawn = "";
function show() {
  byId("search").value = view.search;
  for (const box of document.querySelectorAll("#filters [type=checkbox]")) box.checked = view.kinds.has(box.value);
  for (const chip of document.querySelectorAll("#chips button")) chip.setAttribute("aria-pressed", String(chip.value === view.rule));
  for (const one of document.querySelectorAll("#line button")) one.setAttribute("aria-pressed", String(one.title === view.file));
  const wanted = JSON.stringify([[...view.kinds], view.rule, view.file, view.search]);
  if (wanted !== drawn) showFindings();
  drawn = wanted;
  showDrawer();
}
function showFindings() {
  const search = view.search.toLowerCase();
  const shown = items.filter(item => view.kinds.has(item.kind) && (!view.rule || item.rule === view.rule)
    && (!view.file || item.file === view.file) && (!search || JSON.stringify(item).toLowerCase().includes(search)));
  const place = byId("findings");
  place.replaceChildren(...shown.slice(0, MOST).map(card));
  const none = text => place.append(element("p", {class: "none"}, text));
  if (shown.length > MOST) none(`… and ${shown.length - MOST} more: choose a migration, a rule or a word.`);
  if (!shown.length) none(items.length ? "Nothing with these filters." : "Nothing was found.");
}

function build() {
  const errors = count("error");
  const verdict = byId("verdict");
  verdict.textContent = report.failed ? "failed" : errors ? "has errors, and did not fail the build"
    : count("warning") ? "passed with warnings" : "passed";
  verdict.className = report.failed || errors ? "failed" : count("warning") ? "warned" : "";
  byId("notes").append(...report.notes.map(note => element("li", {}, ...prose(note))));
  byId("search").before(...Object.entries(KINDS).filter(([kind]) => count(kind) || kind === "error").map(([kind, words]) => {
    const box = element("input", {type: "checkbox", value: kind});
    return element("label", {}, box, " ", element("b", {}, String(count(kind))), " " + (count(kind) === 1 ? words.replace(/s$/, "") : words));
  }));
  const perRule = new Map();
  for (const item of items) if (item.kind === "error" || item.kind === "warning") perRule.set(item.rule, (perRule.get(item.rule) || 0) + 1);
  byId("chips").append(...[...perRule].sort((a, b) => b[1] - a[1]).map(([rule, number]) => button({value: rule, "aria-pressed": "false",
    title: rules[rule] ? rules[rule].summary : "", onclick: () => change({rule: view.rule === rule ? "" : rule})}, rule + " ", element("b", {}, String(number)))));
  const time = byId("time");
  time.querySelector("summary").textContent = report.migrations.length + (report.migrations.length === 1 ? " migration" : " migrations");
  time.hidden = !report.migrations.length;
  time.open = !items.length;
  byId("line").append(...report.migrations.map(migration => {
    const found = (byFile.get(migration.file) || []).map(item => item.kind);
    const waiting = ["not run", "pending"].includes(migration.state) ? "waiting" : "";
    const say = [migration.version, migration.state === "read" ? "" : migration.state, migration.remark || ""];
    return element("li", {class: ["error", "warning"].find(kind => found.includes(kind)) || waiting},
      button({"aria-pressed": "false", title: migration.file, onclick: () => change({file: view.file === migration.file ? "" : migration.file})},
        (migration.name || migration.file).replaceAll("_", " "), element("small", {}, say.filter(Boolean).join(" · "))));
  }));
  byId("filters").addEventListener("submit", event => event.preventDefault());
  byId("filters").addEventListener("input", () => change({search: byId("search").value,
    kinds: new Set([...document.querySelectorAll("#filters [type=checkbox]:checked")].map(box => box.value))}));
  byId("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = getComputedStyle(document.documentElement).colorScheme === "dark" ? "light" : "dark";
  });
  const drawer = byId("drawer");
  byId("close").addEventListener("click", () => drawer.close());
  drawer.addEventListener("click", event => { if (event.target === drawer) drawer.close(); });
  drawer.addEventListener("close", () => { if (view.page || view.source) change({page: "", source: ""}); });
  addEventListener("popstate", () => { readAddress(); show(); });
}

build();
readAddress();
show();
