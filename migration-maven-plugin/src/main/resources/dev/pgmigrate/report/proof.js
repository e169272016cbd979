// What was proved of each migration: its statements in time, and below each the locks that it took, held to the end.
function spanOf(kind, start, length, whole, title) {
  const bar = element("span", {class: "bar " + kind, title});
  bar.style.left = 100 * start / whole + "%";
  bar.style.width = 100 * Math.max(0, Math.min(length, whole - start)) / whole + "%";
  return element("div", {class: "track"}, bar);
}
function lockWords(lock) {
  const held = lock.mode || "no lock", expected = lock.predicted || "no lock";
  const words = [element("b", {}, lock.table), " " + held + (lock.blocks ? ", blocks " + lock.blocks : "")];
  if (lock.rewrites) words.push(" · ", element("b", {}, "table rewritten"));
  if (lock.scans) words.push(" · rows scanned");
  words.push(" · ", held === expected ? "as predicted" : element("span", {class: lock.predicted ? "differs" : ""}, "predicted: " + expected));
  return words;
}
function rowsOf(count) {
  const of = rows => rows === undefined ? "not there" : rows + (rows === 1 ? " row" : " rows");
  return element("li", {class: "count"}, element("b", {}, count.table), " before: " + of(count.before) + ", after: " + of(count.after));
}
function proofOf(migration) {
  const statements = migration.statements || [], locks = migration.locks || [];
  const whole = Math.max(0.1, ...statements.map(one => one.start + one.milliseconds), ...locks.map(one => one.milliseconds));
  const spans = element("div", {class: "spans"});
  const left = new Set(locks);
  for (const one of statements) {
    spans.append(element("div", {}, one.line + ": ", element("code", {}, one.statement.split("\n")[0].slice(0, 80))),
      spanOf("", one.start, one.milliseconds, whole, one.milliseconds + " ms"));
    for (const lock of locks) {
      if (!left.has(lock) || lock.line !== one.line || !lock.statement.startsWith(one.statement)) continue;
      left.delete(lock);
      spans.append(element("div", {class: "lock"}, ...lockWords(lock)),
        spanOf(lock.blocks || "", one.start, whole - one.start, whole, "held for " + lock.milliseconds + " ms"));
    }
  }
  const unproved = (migration.unproved || []).map(sentenceOf => element("li", {}, sentenceOf));
  const details = element("details", {class: "proof"},
    element("summary", {}, (migration.name || migration.file).replaceAll("_", " ") + " ", element("small", {}, migration.remark || "")));
  if (statements.length) details.append(spans);
  if (migration.rows) details.append(element("ul", {}, ...migration.rows.map(rowsOf)));
  const refused = migration.refusedWithRows;
  if (refused) details.append(element("p", {}, "Refused where tables have rows like the generated ones, in line " + refused.line + ": " + refused.message));
  if (unproved.length) details.append(element("ul", {}, ...unproved));
  details.open = locks.length > 0;
  return details;
}

const proved = report.migrations.filter(migration => migration.secondRun || migration.locks);
byId("proof").append(...proved.slice(-MOST).map(proofOf));
