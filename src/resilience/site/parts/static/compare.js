"use strict";

// Two or three activities side by side, as the link or the reader names them: `compare?a=befriending&b=community-arts`.
for (const box of document.querySelectorAll(".compare")) {
  const words = JSON.parse(box.dataset.words);
  const form = box.querySelector("form");
  const selects = [...form.querySelectorAll("select")];
  const status = box.querySelector(".compare-status");
  const result = box.querySelector(".compare-result");
  const all = box.querySelector("template").content;
  const known = new Set([...selects[0].options].map((option) => option.value).filter(Boolean));

  /**
   * Keep the columns of the chosen activities, in their order, and the rows in which one of them says something:
   * first what one of them is done for.
   */
  function columnsOf(slugs) {
    const copy = document.importNode(all, true);
    for (const row of copy.querySelectorAll("tr")) {
      const cells = new Map([...row.querySelectorAll("[data-slug]")].map((cell) => [cell.dataset.slug, cell]));
      const kept = slugs.map((slug) => cells.get(slug));
      const has = (mark) => (cell) => cell.querySelector(`[data-${mark}]`);
      if (kept.every(has("nothing"))) row.remove();
      else row.replaceChildren(row.cells[0], ...kept);
      if (row.dataset.row === "group" && !kept.some(has("main"))) row.dataset.row = "beside";
    }
    copy.querySelector("[data-row=cost]").before(...copy.querySelectorAll("[data-row=beside]"));
    return copy;
  }

  const list = new Intl.ListFormat("en-GB");
  const named = (slugs) =>
    list.format(slugs.map((slug) => all.querySelector(`thead [data-slug="${slug}"]`).textContent));

  function show(asides = []) {
    const slugs = [...new Set(selects.map((select) => select.value).filter(Boolean))];
    const said = ["none", "one", "both"][Math.min(slugs.length, 2)];
    status.textContent = [part.fill(words[said], { names: named(slugs) }), ...asides].join(" ");
    result.replaceChildren(...(slugs.length ? [columnsOf(slugs)] : []));
    part.remember(Object.fromEntries(selects.map((select, place) => [select.name, slugs[place] ?? ""])));
  }

  function recall() {
    const asked = [...new Set(selects.flatMap((select) => part.asked().getAll(select.name)))].filter(Boolean);
    const slugs = asked.filter((slug) => known.has(slug));
    const unknown = asked.filter((slug) => !known.has(slug));
    selects.forEach((select, place) => (select.value = slugs[place] ?? ""));
    const asides = unknown.length ? [part.fill(words.unknown, { names: unknown.join(", ") })] : [];
    show([...asides, ...(slugs.length > selects.length ? [words.many] : [])]);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => show());
  form.hidden = false;
  recall();
}
