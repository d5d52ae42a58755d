"use strict";

// Sort a ranking by a column, and keep a reader from ticking more than can stand side by side.
for (const box of document.querySelectorAll(".ranking")) {
  const MOST = 3;
  const table = box.querySelector("table");
  const bodies = [...table.tBodies];
  const heads = [...table.querySelectorAll("[data-sort]")];
  const boxes = [...box.querySelectorAll("input[type=checkbox]")];
  const button = box.querySelector("button[type=submit]");
  const status = box.querySelector("[role=status]");

  /** The surest level has the lowest rank; of all else the most comes first. What is not told comes last. */
  function sort(head) {
    const key = head.dataset.sort;
    const isTurned = head.getAttribute("aria-sort") === "descending";
    const sign = (key === "rank") === isTurned ? -1 : 1;
    const value = (body) => (body.dataset[key] === "" ? null : Number(body.dataset[key]));
    const sorted = [...bodies].sort((one, other) => {
      const [a, b] = [value(one), value(other)];
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return sign * (a - b);
    });
    table.append(...sorted);
    for (const each of heads) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", isTurned ? "ascending" : "descending");
  }

  function count() {
    const ticked = boxes.filter((one) => one.checked).length;
    button.disabled = ticked < 2;
    for (const one of boxes) one.disabled = !one.checked && ticked >= MOST;
    status.textContent = ticked < 2 ? "Tick two or three." : `${ticked} ticked.`;
  }

  for (const head of heads) {
    const sorter = part.made("button", { type: "button", className: "ranking-sort" }, ...head.childNodes);
    sorter.addEventListener("click", () => sort(head));
    head.replaceChildren(sorter);
  }
  box.addEventListener("change", count);
  // A browser that goes back may keep the ticks.
  addEventListener("pageshow", count);
}
