"use strict";

for (const set of document.querySelectorAll(".pool-live")) {
  const form = set.querySelector("form");
  const say = set.querySelector(".pool-say");
  const numbers = set.querySelector(".pool-numbers");
  const printed = set.querySelector("output");
  const code = set.querySelector("textarea");
  const tellChoice = part.choiceLine(say);
  const isRatio = set.dataset.ratio === "yes";
  const boxes = [...form.querySelectorAll("[name=chosen]")];
  const rows = [...form.querySelectorAll(".pool-row")].map((node) => ({
    node,
    box: node.querySelector("input"),
    value: Number(node.dataset.value),
    low: Number(node.dataset.low),
    high: Number(node.dataset.high),
    yi: Number(node.dataset.yi),
    se: Number(node.dataset.se),
  }));
  const place = poolPlots.axis(rows, isRatio);
  const COMPUTE = "Compute with this choice";
  const BACK = "Back to the book’s own";
  const list = new Intl.ListFormat("en-GB");
  let turn = 0;

  // Three digits, as the page writes its numbers.
  const three = (value) => String(Number(value.toPrecision(3))).replace("-", "−");
  const between = (low, high) => `${three(low)} to ${three(high)}`;
  const interval = ({ low, high, includes_none }) =>
    `(95% interval ${between(low, high)}${includes_none ? ", which includes no difference" : ""})`;
  const p = (value) => (value < 0.001 ? "p < 0.001" : `p = ${Number(value.toPrecision(2))}`);

  function chosen() {
    return part.ticked(boxes).map(Number);
  }

  function drawRows() {
    for (const row of rows) {
      const kind = row.box.checked ? "in" : "out";
      row.node.querySelector(".pool-plot").replaceChildren(poolPlots.row(row, place, isRatio, kind));
      row.node.classList.toggle("is-out", !row.box.checked);
    }
  }

  function fact(term, ...values) {
    return [part.made("dt", {}, term), ...values.map((value) => part.made("dd", {}, value))];
  }

  function pooledFacts(name, one) {
    const samples = one.samples === null ? "" : ` from ${one.samples} samples`;
    const value = `${three(one.value)} ${interval(one)}, ${one.k} results${samples}`;
    const spread = one.i2 === null ? [] : [`I² = ${Math.round(one.i2)}%, tau² = ${three(one.tau2)}`];
    const drawn = poolPlots.row(one, place, isRatio, "pooled");
    const cell = part.made("span", { className: "pool-plot", ariaHidden: "true" }, drawn);
    return fact(name, value, cell, `Q = ${one.q.toFixed(2)}, ${p(one.q_p)}`, ...spread, ...one.notes);
  }

  function show(found) {
    const parts = found.groups.flatMap((group) => pooledFacts(group.name, group));
    if (found.pooled) {
      const { pooled } = found;
      parts.push(...pooledFacts("Pooled effect", pooled));
      if (pooled.new_low !== null) {
        parts.push(...fact("Where the effect in a new study may lie", between(pooled.new_low, pooled.new_high)));
      }
    }
    if (found.egger) {
      parts.push(...fact("Egger’s test", `t = ${found.egger.t.toFixed(2)}, ${p(found.egger.p)}`));
    }
    numbers.replaceChildren(...parts);
    drawFunnel(found.funnel ? found.pooled : null);
    say.textContent = summary(found);
  }

  function summary({ pooled, groups }) {
    if (pooled) return `${pooled.k} results together: ${three(pooled.value)} ${interval(pooled)}.`;
    const each = groups.map((group) => `${group.name}: ${three(group.value)} (${between(group.low, group.high)})`);
    return `No number for all, as the contrasts differ. ${each.join("; ") || "No group has three results"}.`;
  }

  function drawFunnel(pooled) {
    const points = rows.filter((row) => row.box.checked);
    const drawn = pooled ? [poolPlots.funnel(points, pooled.estimate, Number(set.dataset.half))] : [];
    set.querySelector(".pool-funnel").replaceChildren(...drawn);
  }

  /** Say how the choice differs from that of the book; nothing where it does not. */
  function difference() {
    const turned = (isIn) => boxes.filter((box) => box.defaultChecked === isIn && box.checked !== isIn).length;
    const results = (n, verb) => n && `${verb} ${n} result${n === 1 ? "" : "s"}`;
    const other = (field, name) => {
      const [option] = field.selectedOptions;
      return !option.defaultSelected && `chosen another ${name} (${option.text})`;
    };
    const { method, interval } = form.elements;
    return list.format([
      results(turned(true), "left out"),
      results(turned(false), "taken in"),
      other(method, "method"),
      other(interval, "interval"),
    ].filter(Boolean));
  }

  function remember() {
    const { method, interval } = form.elements;
    const out = part.ticked(boxes, false).join(".");
    const differs = difference();
    const kept = (value) => (differs ? value : "");
    part.remember({ method: kept(method.value), interval: kept(interval.value), out: kept(out) }, "live");
  }

  function clear() {
    numbers.replaceChildren();
    drawFunnel(null);
  }

  /** Show what the book publishes, which needs no Python. */
  function showOwn() {
    clear();
    say.textContent = summary(JSON.parse(set.dataset.published));
  }

  function ask(who) {
    drawRows();
    const differs = difference();
    tellChoice(differs && `The numbers below are not the book’s own: ${who} ${differs}.`, [[BACK, back]]);
    const { method, interval } = form.elements;
    const request = { set: set.dataset.set, chosen: chosen(), method: method.value, interval: interval.value };
    const mine = ++turn;
    live.ask("pool", request, say, (found) => (mine === turn ? show(found) : showOwn()), clear);
  }

  function back() {
    turn += 1;
    form.reset();
    remember();
    drawRows();
    showOwn();
    tellChoice();
  }

  async function run() {
    printed.textContent = "Running …";
    try {
      const request = { set: set.dataset.set, code: code.value };
      printed.textContent = (await readersCode.run("run", request)) || "It printed nothing.";
    } catch (error) {
      if (!(error instanceof live.Superseded)) printed.textContent = error.message;
    }
  }

  /** Set what the link asks for. */
  function recall() {
    const asked = part.asked();
    const out = new Set((asked.get("out") ?? "").split("."));
    // A link that has a method and leaves nothing out has every result.
    if (asked.has("method") || asked.has("out")) for (const box of boxes) box.checked = !out.has(box.value);
    const unused = [];
    for (const name of ["method", "interval"]) {
      const [wanted, field] = [asked.get(name), form.elements[name]];
      if ([...field.options].some((option) => option.value === wanted)) field.value = wanted;
      else if (wanted) {
        unused.push(`The link names a ${name} that is not here; “${field.selectedOptions[0].textContent}” stands instead.`);
      }
    }
    part.tellUnused(say, unused);
  }

  /** A link fetches and computes nothing by itself: it says what it asks for. */
  function tellLink() {
    const differs = difference();
    const said = `This link has ${differs}. What stands below is still the book’s own.`;
    tellChoice(differs && said, [
      [COMPUTE, () => ask("this link has")],
      [BACK, back],
    ]);
  }

  const changed = () => {
    remember();
    ask("you have");
  };
  form.addEventListener("change", changed);
  form.elements.all.addEventListener("click", () => {
    for (const box of boxes) box.checked = true;
    changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  set.querySelector("[name=run]").addEventListener("click", run);
  set.querySelector("[name=code]").addEventListener("click", () => {
    code.value = code.defaultValue;
    printed.textContent = "";
  });

  set.hidden = false;
  form.reset();
  recall();
  drawRows();
  showOwn();
  tellLink();
}
