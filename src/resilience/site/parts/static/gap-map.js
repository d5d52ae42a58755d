"use strict";

(() => {
  const map = document.querySelector(".gap-map");
  const words = JSON.parse(map.dataset.words);
  const form = map.querySelector("form");
  const status = form.querySelector("[role=status]");
  const { uk, fair } = form.elements;
  const tiers = [...form.querySelectorAll("[name=tier]")];
  const directions = [...map.querySelectorAll(".gap-key [data-sign]")].map(({ dataset }) => dataset);
  const exposure = map.querySelector(".gap-key .gap-exposures").dataset.short;
  const cells = [...map.querySelectorAll(".gap-details")].map((details) => ({
    details,
    items: [...details.querySelectorAll("li")],
    said: details.querySelector(".gap-said"),
    link: map.querySelector(`[data-cell="${details.id}"]`),
  }));

  function fits({ dataset }, wanted) {
    return (!uk.checked || "uk" in dataset) && (!fair.checked || "fair" in dataset) && wanted.has(dataset.tier);
  }

  function sorted(items) {
    const clear = items.filter(({ dataset }) => dataset.direction !== "not-told");
    return {
      studies: clear.filter(({ dataset }) => !("exposure" in dataset)),
      exposures: clear.filter(({ dataset }) => "exposure" in dataset),
      notTold: items.filter((item) => !clear.includes(item)),
    };
  }

  const number = (items, key, value) => items.filter(({ dataset }) => dataset[key] === value).length;
  const few = (n) => part.fill(n === 1 ? words.one : words.many, { n });

  function pointing(items, before = "") {
    const counts = directions.map(({ direction, word }) => [number(items, "direction", direction), word]);
    const named = counts.filter(([n]) => n).map(([n, word]) => `${n} ${before}${word}`);
    return named.length ? ` (${named.join(", ")})` : "";
  }

  function said({ studies, exposures, notTold }) {
    const parts = [few(studies.length) + pointing(studies)];
    if (exposures.length) parts.push(part.fill(words.exposures, { n: exposures.length }) + pointing(exposures, words.goesWith));
    if (notTold.length) parts.push(part.fill(words.notTold, { n: notTold.length }));
    return parts.join("; ");
  }

  function marks(pairs) {
    return pairs.filter(([, n]) => n).map(([mark, n]) => `${mark}${n}`).join(" ");
  }

  function write(link, { studies, exposures }, text) {
    const put = (name, value) => (link.querySelector(`.gap-${name}`).textContent = value);
    put("spoken", `${link.querySelector(".gap-spoken").dataset.name}: ${text}`);
    put("number", studies.length);
    put("signs", marks(directions.map(({ direction, sign }) => [sign, number(studies, "direction", direction)])));
    put("designs", marks(tiers.map(({ value, dataset }) => [dataset.short, number(studies, "tier", value)])));
    put("exposures", marks([[exposure, exposures.length]]));
  }

  function show({ details, items, said: line, link }, wanted) {
    const kept = items.filter((item) => fits(item, wanted));
    const isEmpty = kept.length === 0;
    for (const item of items) item.hidden = !kept.includes(item);
    const text = isEmpty ? words.none : said(sorted(kept));
    line.textContent = text;
    details.hidden = isEmpty;
    write(link, sorted(kept), text);
    link.classList.toggle("is-empty", isEmpty);
    if (isEmpty) link.removeAttribute("href");
    else link.href = `#${details.id}`;
    return kept;
  }

  function follow() {
    const wanted = new Set(part.ticked(tiers));
    const kept = sorted(cells.flatMap((cell) => show(cell, wanted)));
    const works = (items) => new Set(items.map((item) => item.querySelector("a").href));
    const exposures = works(kept.exposures).size;
    const counted = works([...kept.studies, ...kept.exposures]);
    const notTold = [...works(kept.notTold)].filter((work) => !counted.has(work)).length;
    const shown = [part.fill(words.shown, { studies: few(counted.size) })];
    if (exposures) shown.push(part.fill(words.shownExposures, { n: exposures }));
    if (notTold) shown.push(part.fill(words.shownNotTold, { n: notTold }));
    status.textContent = shown.join(", ");
  }

  function remember() {
    part.remember({
      uk: uk.checked ? "yes" : "",
      fair: fair.checked ? "yes" : "",
      without: part.ticked(tiers, false).join("."),
    });
  }

  function recall() {
    const asked = part.asked();
    uk.checked = asked.get("uk") === "yes";
    fair.checked = asked.get("fair") === "yes";
    const without = new Set((asked.get("without") ?? "").split("."));
    for (const box of tiers) box.checked = !without.has(box.value);
  }

  function open() {
    const asked = cells.find(({ details }) => details.id === location.hash.slice(1));
    if (!asked || asked.details.hidden) return;
    const { details } = asked;
    details.open = true;
    details.scrollIntoView();
    details.querySelector("summary").focus();
  }

  form.hidden = false;
  recall();
  follow();
  form.addEventListener("change", () => {
    follow();
    remember();
  });
  addEventListener("hashchange", open);
  // A second click on a cell whose address is there already must open it too.
  for (const { link } of cells) link.addEventListener("click", () => link.hasAttribute("href") && setTimeout(open));
  open();
})();
