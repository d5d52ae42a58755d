"use strict";

for (const set of document.querySelectorAll(".pool-live")) {
  const form = set.querySelector("form");
  const say = set.querySelector(".pool-say");
  const numbers = set.querySelector(".pool-numbers");
  const printed = set.querySelector("output");
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

  function remember() {
    const { method, interval } = form.elements;
    const out = part.ticked(boxes, false).join(".");
    part.remember({ method: method.value, interval: interval.value, out }, "live");
  }

  function ask() {
    drawRows();
    const { method, interval } = form.elements;
    const request = { set: set.dataset.set, chosen: chosen(), method: method.value, interval: interval.value };
    live.ask("pool", request, say, show, () => {
      numbers.replaceChildren();
      drawFunnel(null);
    });
  }

  async function run() {
    printed.textContent = "Running …";
    try {
      const code = set.querySelector("textarea").value;
      const answer = await live.call("run", { set: set.dataset.set, code });
      printed.textContent = answer.printed || "It printed nothing.";
    } catch (error) {
      if (!(error instanceof live.Superseded)) printed.textContent = error.message;
    }
  }

  function start() {
    for (const box of boxes) box.checked = box.dataset.start === "yes";
    form.elements.method.value = "REML";
    form.elements.interval.selectedIndex = 0;
  }

  function recall() {
    const asked = part.asked();
    if (!asked.has("method")) return false;
    const out = new Set((asked.get("out") ?? "").split("."));
    for (const box of boxes) box.checked = !out.has(box.value);
    const unused = [];
    for (const name of ["method", "interval"]) {
      const [wanted, field] = [asked.get(name), form.elements[name]];
      if ([...field.options].some((option) => option.value === wanted)) field.value = wanted;
      else unused.push(`The link names a ${name} that is not here; “${field.selectedOptions[0].textContent}” stands instead.`);
    }
    part.tellUnused(say, unused);
    return true;
  }

  const changed = () => {
    remember();
    ask();
  };
  form.addEventListener("change", changed);
  form.elements.all.addEventListener("click", () => {
    for (const box of boxes) box.checked = true;
    changed();
  });
  form.elements.reset.addEventListener("click", () => {
    start();
    changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  set.querySelector("[name=run]").addEventListener("click", run);

  set.hidden = false;
  start();
  if (recall()) ask();
  else drawRows();
}
