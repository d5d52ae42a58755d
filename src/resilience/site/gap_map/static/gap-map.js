"use strict";

(() => {
  const map = document.querySelector(".gap-map");
  const form = map.querySelector("form");
  const status = form.querySelector("[role=status]");
  const { uk, fair } = form.elements;
  const tiers = [...form.querySelectorAll("[name=tier]")];
  const SIGNS = { benefit: "▲", "no-difference": "=", mixed: "◆", harm: "▼" };
  const WORDS = { benefit: "benefit", "no-difference": "no difference", mixed: "mixed", harm: "harm" };
  const LETTERS = { review: "R", trial: "T", controlled: "C", association: "A", other: "O" };
  const cells = [...map.querySelectorAll(".gap-details")].map((details) => ({
    details,
    items: [...details.querySelectorAll("li")],
    said: details.querySelector(".gap-said"),
    link: map.querySelector(`[data-cell="${details.id}"]`),
  }));
  const names = new Map(cells.map(({ link }) => [link, link.querySelector(".gap-spoken").textContent.split(": ")[0]]));

  function fits({ dataset }, wanted) {
    return (!uk.checked || "uk" in dataset) && (!fair.checked || "fair" in dataset) && wanted.has(dataset.tier);
  }

  function counted(items, key) {
    const counts = new Map();
    for (const { dataset } of items) counts.set(dataset[key], (counts.get(dataset[key]) ?? 0) + 1);
    return counts;
  }

  function said(kept) {
    const clear = kept.filter(({ dataset }) => dataset.direction !== "unclear");
    const counts = counted(clear, "direction");
    const parts = Object.keys(WORDS).filter((key) => counts.has(key)).map((key) => `${counts.get(key)} ${WORDS[key]}`);
    if (kept.length > clear.length) parts.push(`${kept.length - clear.length} without a clear result`);
    return `${clear.length} ${clear.length === 1 ? "study" : "studies"}${parts.length ? `: ${parts.join(", ")}` : ""}`;
  }

  function show({ details, items, said: line, link }, wanted) {
    const kept = items.filter((item) => fits(item, wanted));
    for (const item of items) item.hidden = !kept.includes(item);
    const clear = kept.filter(({ dataset }) => dataset.direction !== "unclear");
    const directions = counted(clear, "direction");
    const designs = counted(clear, "tier");
    const text = said(kept);
    line.textContent = text;
    details.hidden = kept.length === 0;
    link.querySelector(".gap-spoken").textContent = `${names.get(link)}: ${text}`;
    link.querySelector(".gap-number").textContent = clear.length;
    link.querySelector(".gap-signs").textContent = Object.keys(SIGNS)
      .filter((key) => directions.has(key))
      .map((key) => `${SIGNS[key]}${directions.get(key)}`)
      .join(" ");
    link.querySelector(".gap-designs").textContent = Object.keys(LETTERS)
      .filter((key) => designs.has(key))
      .map((key) => `${LETTERS[key]}${designs.get(key)}`)
      .join(" ");
    link.classList.toggle("is-empty", kept.length === 0);
    return kept;
  }

  function follow() {
    const wanted = new Set(tiers.filter((box) => box.checked).map((box) => box.value));
    const kept = new Set(cells.flatMap((cell) => show(cell, wanted).map((item) => item.querySelector("a").href)));
    status.textContent = `${kept.size} ${kept.size === 1 ? "study" : "studies"} shown`;
  }

  function remember() {
    const address = new URL(location.href);
    const set = (name, value) => (value ? address.searchParams.set(name, value) : address.searchParams.delete(name));
    set("uk", uk.checked ? "yes" : "");
    set("fair", fair.checked ? "yes" : "");
    set("without", tiers.filter((box) => !box.checked).map((box) => box.value).join("."));
    history.replaceState(null, "", address);
  }

  function recall() {
    const asked = new URL(location.href).searchParams;
    uk.checked = asked.get("uk") === "yes";
    fair.checked = asked.get("fair") === "yes";
    const without = new Set((asked.get("without") ?? "").split("."));
    for (const box of tiers) box.checked = !without.has(box.value);
  }

  function open() {
    const details = document.getElementById(location.hash.slice(1));
    if (!details?.matches(".gap-details")) return;
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
  map.addEventListener("click", ({ target }) => target.closest(".gap-cell") && setTimeout(open));
  open();
})();
