"use strict";

// The places of a council as a map and a table, shaded and ordered by the figure that a reader chooses.
(() => {
  const KEY = ["not known", "best-off fifth", "next fifth", "middle fifth", "next fifth", "worst-off fifth"];
  const box = document.querySelector(".council-places");
  const words = JSON.parse(box.dataset.words);
  const { code, root, place, main } = box.dataset;
  const select = box.querySelector("select");
  const say = box.querySelector(".places-say");
  const room = box.querySelector(".places-map");
  const table = part.made("table", { className: "data" });
  const labels = new Map([...select.options].map((option) => [option.value, option.textContent]));

  const rounded = (value, decimals) => (value == null ? "not known" : value.toFixed(decimals).replace("-", "\u2212"));
  const shareSaid = (share) => (share == null ? "not known" : String(Math.round(share)));

  function row(one, shown, figures, decimals) {
    const [chosen, ...others] = shown.map((key) => figures.indexOf(key));
    const cell = (text) => part.made("td", {}, text);
    const link = part.made("a", { href: `${place}?place=${code}.${one.code}` }, one.name);
    const made = part.made(
      "tr",
      {},
      part.made("th", { scope: "row" }, link),
      cell(shareSaid(one.better[chosen])),
      cell(rounded(one.values[chosen], decimals)),
      ...others.map((at) => cell(shareSaid(one.better[at]))),
    );
    made.dataset.code = one.code;
    return made;
  }

  function show(council, paths) {
    const { unit, year, decimals } = select.selectedOptions[0].dataset;
    const label = labels.get(select.value);
    const { figures, places } = council;
    const at = figures.indexOf(select.value);
    const shown = [select.value, ...main.split(" ").filter((key) => key !== select.value)];
    const last = (one) => one.better[at] ?? -1;
    const ordered = [...places].sort((a, b) => last(b) - last(a) || a.name.localeCompare(b.name));
    const heads = [words.head, label, `${label}: ${unit}`, ...shown.slice(1).map((key) => labels.get(key))];
    table.replaceChildren(
      part.made("caption", {}, words.caption),
      part.made("thead", {}, part.made("tr", {}, ...heads.map((text) => part.made("th", { scope: "col" }, text)))),
      part.made("tbody", {}, ...ordered.map((one) => row(one, shown, figures, Number(decimals)))),
    );
    for (const one of places) if (paths.has(one.code)) placeMap.shade(paths.get(one.code), placeMap.stepOf(one.better[at]));
    room?.querySelector("svg")?.setAttribute("aria-label", part.fill(words.map, { label }));
    const n = places.filter((one) => placeMap.stepOf(one.better[at]) === placeMap.STEPS).length;
    const means = { here: rounded(council.council[at], decimals), there: rounded(council.nation_means[at], decimals) };
    const off = room ? places.filter((one) => !paths.has(one.code)).length : 0;
    const all = places.length;
    say.textContent =
      part.fill(words.said, { label, year, unit, n, all, ...means }) + (off ? part.fill(words.missing, { n: off, all }) : "");
  }

  async function start() {
    try {
      const files = [placeMap.fetched(`${root}_static/places/council/${code}.json`)];
      if (room) files.push(placeMap.fetched(`${root}_static/places/outlines/${code}.json`));
      const [council, outlines] = await Promise.all(files);
      for (const option of [...select.options]) if (!council.figures.includes(option.value)) option.remove();
      let paths = new Map();
      if (outlines) {
        const svg = placeMap.draw(outlines, "");
        room.append(placeMap.key(KEY), svg);
        paths = placeMap.join(svg, table);
      }
      const scroll = part.made("div", { className: "table-scroll", tabIndex: 0, ariaLabel: `Table: ${words.caption}` }, table);
      scroll.setAttribute("role", "region");
      show(council, paths);
      box.querySelector(".places-table").replaceChildren(scroll);
      box.querySelector(".places-choose").hidden = false;
      select.addEventListener("change", () => show(council, paths));
    } catch {
      say.textContent = words.failed;
    }
  }

  placeMap.near(box, start);
})();
