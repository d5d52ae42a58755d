"use strict";

(() => {
  const map = document.querySelector(".gap-map");
  const words = JSON.parse(map.dataset.words);
  const choose = map.querySelector(".gap-choose");
  const form = map.querySelector("form");
  const status = form.querySelector("[role=status]");
  const { uk, fair } = form.elements;
  const tellChoice = part.choiceLine(choose);
  const tiers = [...form.querySelectorAll("[name=tier]")];
  const directions = [...map.querySelectorAll(".gap-key [data-direction]")].map(({ dataset }) => dataset);
  const ringed = map.dataset.ringed.split(" ");
  const sizes = map.dataset.sizes.split(" ").map(Number);
  const [over, under] = map.dataset.share.split("/").map(Number);
  const share = over / (under || 1);
  const cells = [...map.querySelectorAll(".gap-card")].map((card) => ({
    card,
    details: card.querySelector("details"),
    items: [...card.querySelectorAll("li")],
    said: card.querySelector(".gap-said"),
    button: map.querySelector(`[data-cell="${card.id}"]`),
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

  const number = (items, direction) => items.filter(({ dataset }) => dataset.direction === direction).length;
  const few = (n) => part.fill(n === 1 ? words.one : words.many, { n });

  // As `directions_in_words` of the build.
  function pointing(items, [one, more] = ["", ""]) {
    const counts = directions.map(({ direction, word }) => [number(items, direction), word]);
    const between = (n) => (n === 1 ? one : more);
    const named = counts.filter(([n]) => n).map(([n, word]) => [n, between(n), word].filter(Boolean).join(" "));
    return named.length ? ` (${named.join(", ")})` : "";
  }

  function said({ studies, exposures, notTold }) {
    const parts = [few(studies.length) + pointing(studies)];
    if (exposures.length) parts.push(part.fill(words.exposures, { n: exposures.length }) + pointing(exposures, words.goesWith));
    if (notTold.length) parts.push(part.fill(words.notTold, { n: notTold.length }));
    return parts.join("; ");
  }

  // The direction of enough of the studies, else mixed: `joint_direction` of the build.
  function kindOf({ studies, exposures }) {
    if (!studies.length) return exposures.length ? "exposure" : "not-told";
    const clear = directions.find(({ direction }) => number(studies, direction) >= share * studies.length - 1e-9);
    return clear ? clear.direction : "mixed";
  }

  function draw(mark, kept) {
    const { studies } = kept;
    const size = Math.max(1, sizes.filter((fewest) => studies.length >= fewest).length);
    const hasRing = studies.some(({ dataset }) => ringed.includes(dataset.tier));
    const kind = kindOf(kept);
    mark.className = `gap-mark size-${size}${hasRing ? " is-ringed" : ""} is-${kind}`;
    mark.querySelector("use").setAttribute("href", `#gap-${kind}`);
  }

  function show({ card, items, said: line, button }, wanted) {
    const kept = items.filter((item) => fits(item, wanted));
    const isEmpty = kept.length === 0;
    for (const item of items) item.hidden = !kept.includes(item);
    const text = isEmpty ? words.none : said(sorted(kept));
    const spoken = button.querySelector(".gap-spoken");
    line.textContent = text;
    spoken.textContent = `${spoken.dataset.name}: ${text}`;
    for (const mark of [button, card].map((one) => one.querySelector(".gap-mark"))) draw(mark, sorted(kept));
    card.classList.toggle("is-empty", isEmpty);
    button.disabled = isEmpty;
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
    tellChoice(isWhole() ? "" : words.narrowed, [[words.whole, showWhole]]);
  }

  const isWhole = () => !uk.checked && !fair.checked && tiers.every((box) => box.checked);

  function showWhole() {
    form.reset();
    follow();
    remember();
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
    choose.open = !isWhole();
  }

  // On a desk a cell opens its card; on a phone the card stands in the list, and opens there.
  function open() {
    const asked = cells.find(({ card }) => card.id === location.hash.slice(1));
    if (!asked || asked.button.disabled) return;
    asked.details.open = true;
    if (asked.button.getClientRects().length) asked.card.showPopover();
    else asked.card.scrollIntoView();
  }

  function offerFold(head) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.ariaExpanded = "true";
    button.addEventListener("click", () => {
      button.ariaExpanded = String(!head.closest("tbody").classList.toggle("is-folded"));
    });
    head.replaceChildren(button);
  }

  choose.hidden = false;
  recall();
  follow();
  map.querySelectorAll(".gap-domain").forEach(offerFold);
  form.addEventListener("change", () => {
    follow();
    remember();
  });
  for (const { card, details } of cells) card.addEventListener("beforetoggle", () => (details.open = true));
  addEventListener("hashchange", open);
  open();
})();
