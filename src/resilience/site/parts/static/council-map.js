"use strict";

// All councils on one map, shaded by their activities on record, with London once more beside it.
(() => {
  const box = document.querySelector(".uk-map");
  const words = JSON.parse(box.dataset.words);
  const say = box.querySelector(".uk-say");
  const { root } = box.dataset;
  const least = box.dataset.least.split(" ").map(Number);

  /** Give the step of a number of activities; 0 where none was found. */
  const stepOf = (n) => least.filter((fewest) => n >= fewest).length;

  function join(svg, councils) {
    for (const path of svg.querySelectorAll("[data-code]")) placeMap.shade(path, stepOf(councils.get(path.dataset.code)?.n ?? 0));
    const of = ({ target }) => councils.get(target.closest?.("[data-code]")?.dataset.code);
    svg.addEventListener("mouseover", (event) => {
      const one = of(event);
      const n = one?.n === 1 ? words.one : part.fill(words.more, { n: one?.n });
      say.textContent = one ? part.fill(words.said, { name: one.name, n: one.n ? n : words.none }) : words.hint;
    });
    svg.addEventListener("click", (event) => {
      const one = of(event);
      if (one) location.assign(`${root}${one.page}.html`);
    });
  }

  async function start() {
    try {
      const [outlines, rows] = await Promise.all(
        ["outlines/all.json", "outlines/councils.json"].map((name) => placeMap.fetched(`${root}_static/places/${name}`)),
      );
      const councils = new Map(rows.map(([code, name, page, n]) => [code, { name, page, n }]));
      const svg = placeMap.draw(outlines, words.map);
      const room = part.made("div", { className: "uk-room" }, svg);
      join(svg, councils);
      if (outlines.inset) {
        const inset = placeMap.draw(outlines.inset, words.london);
        inset.setAttribute("class", "uk-inset");
        join(inset, councils);
        room.append(part.made("div", { className: "uk-london" }, part.made("p", { ariaHidden: "true" }, words.london), inset));
      }
      say.textContent = words.hint;
      say.after(placeMap.key(JSON.parse(box.dataset.key)), room);
    } catch {
      say.textContent = words.failed;
    }
  }

  box.hidden = false;
  placeMap.near(box, start);
})();
