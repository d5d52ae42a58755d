"use strict";

// The rows of a list: what they hold, how they are sorted, and what each says in a file to take away.
const exploreRows = (() => {
  const COLLATOR = new Intl.Collator("en-GB", { numeric: true });

  /** A row, what it has of each choice, and its place in the list, which is its number. */
  function known(element, place) {
    const has = (element.dataset.has ?? "").split(";").map((places) => `,${places},`);
    return { element, has, year: Number(element.dataset.year ?? 0), place };
  }

  /** The labels that a row has of a choice. */
  function labels(row, choice, column) {
    const places = row.has[column].split(",").filter(Boolean);
    return places.map((place) => choice.options[Number(place)].text);
  }

  /** The words of a cell, without the line below them. */
  function said(cell) {
    const parts = [...cell.childNodes].filter((node) => node.nodeName !== "P");
    return parts.map((node) => node.textContent).join("").trim();
  }

  /** All words by which a row is found. */
  function words(row, choices) {
    const chosen = choices.flatMap((choice, column) => labels(row, choice, column));
    return [row.element.textContent, ...chosen, row.element.dataset.words ?? ""].join(" ");
  }

  function keyOf(row, column, isText) {
    const cell = row.element.cells[column];
    const key = cell.dataset.key ?? said(cell);
    return key === "" ? null : isText ? key : Number(key.replaceAll(",", ""));
  }

  /**
   * Sort rows by a column, words from A and numbers from the highest; what has no key comes last either way.
   * @param {any[]} rows
   * @param {{column: number, isText: boolean, isTurned: boolean}} by
   */
  function sort(rows, { column, isText, isTurned }) {
    const keys = new Map(rows.map((row) => [row, keyOf(row, column, isText)]));
    const compare = isText ? COLLATOR.compare : (a, b) => b - a;
    const sign = isTurned ? -1 : 1;
    rows.sort((a, b) => {
      const [first, second] = [keys.get(a), keys.get(b)];
      const missing = Number(first === null) - Number(second === null);
      return missing || (first === null ? 0 : sign * compare(first, second)) || a.place - b.place;
    });
  }

  /** What a row says in a table to take away: its cells, the line below the first, its choices and its page. */
  function cells(row, { hasLine, choices, hidden }) {
    const [first, ...others] = [...row.element.cells].map(said);
    const line = row.element.querySelector("th > p")?.textContent ?? "";
    const chosen = hidden.map((choice) => labels(row, choice, choices.indexOf(choice)).join("; "));
    return [first, ...(hasLine ? [line] : []), ...others, ...chosen, row.element.querySelector("a")?.href ?? ""];
  }

  return Object.freeze({ known, words, sort, cells });
})();
