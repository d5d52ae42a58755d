"use strict";

// The places of a council as a map and a table, shaded and ordered by the figure that a reader chooses.
(() => {
  const KEY = ["not known", "best-off fifth", "second-best fifth", "middle fifth", "second-worst fifth", "worst-off fifth"];
  const AT_FIRST = 15;
  const WORDS = {
    said: "{label}, {year}: {n} of {all} {one}s are in the worst-off fifth of {nation}. Mean here {here}, in {nation} {there} ({unit}).",
    missing: " {n} of {all} {one}s are not on the map, because their borders changed after the figures.",
    caption: "{all} {kind}, worst off first: how many of 100 in {nation} are better off",
    map: "Map: {label}. The table below says the same.",
    pointed: "{name}: {share} of 100 {kind} in {nation} are better off",
    unsaid: "{name}: {share}",
    failed: "The figures could not be fetched. The list stands as it was.",
    unknown: "not known",
  };
  const box = document.querySelector(".council-places");
  const { code, root, place, main, one, kind, nation } = box.dataset;
  const words = (name, values = {}) => part.fill(WORDS[name], { one, kind, nation, ...values });
  /** @type {any} */
  const select = box.querySelector("select");
  const say = box.querySelector(".places-say");
  const room = box.querySelector(".places-map");
  const table = part.made("table", { className: "data" });
  const all = part.made("button", { type: "button", className: "places-all" });
  const scroll = part.made("div", { className: "table-scroll", tabIndex: 0 }, table);
  const pointed = part.made("p", { className: "places-pointed", ariaHidden: "true" });
  const labels = new Map([...select.options].map((option) => [option.value, option.textContent]));

  const rounded = (value, decimals) => (value == null ? WORDS.unknown : value.toFixed(decimals).replace("-", "\u2212"));
  const shareSaid = (share) => (share == null ? WORDS.unknown : String(Math.round(share)));

  function row(it, [chosen, ...others], decimals) {
    const cell = (text) => part.made("td", {}, text);
    const link = part.made("a", { href: `${place}?place=${code}.${it.code}` }, it.name);
    const made = part.made(
      "tr",
      {},
      part.made("th", { scope: "row" }, link),
      cell(shareSaid(it.better[chosen])),
      cell(rounded(it.values[chosen], decimals)),
      ...others.map((at) => cell(shareSaid(it.better[at]))),
    );
    made.dataset.code = it.code;
    return made;
  }

  function tell({ figures, places }, label, shown, unit, decimals) {
    const at = figures.indexOf(shown[0]);
    const last = (it) => it.better[at] ?? -1;
    const ordered = [...places].sort((a, b) => last(b) - last(a) || a.name.localeCompare(b.name));
    const caption = words("caption", { all: places.length });
    const heads = [one[0].toUpperCase() + one.slice(1), label, `${label}: ${unit}`, ...shown.slice(1).map((key) => labels.get(key))];
    const rows = ordered.map((it) => row(it, shown.map((key) => figures.indexOf(key)), decimals));
    if (!all.hidden) for (const more of rows.slice(AT_FIRST)) more.hidden = true;
    table.replaceChildren(
      part.made("caption", {}, caption),
      part.made("thead", {}, part.made("tr", {}, ...heads.map((text) => part.made("th", { scope: "col" }, text)))),
      part.made("tbody", {}, ...rows),
    );
    scroll.setAttribute("aria-label", `Table: ${caption}`);
  }

  function show(council, paths) {
    const [year, decimals, ...unit] = select.selectedOptions[0].dataset.as.split(" ");
    const label = labels.get(select.value);
    const { figures, places } = council;
    const at = figures.indexOf(select.value);
    const shown = [select.value, ...main.split(" ").filter((key) => key !== select.value && figures.includes(key))];
    tell(council, label, shown, unit.join(" "), Number(decimals));
    for (const it of places) if (paths.has(it.code)) placeMap.shade(paths.get(it.code), placeMap.stepOf(it.better[at]));
    room?.querySelector(":scope > svg").setAttribute("aria-label", words("map", { label }));
    const n = places.filter((it) => placeMap.stepOf(it.better[at]) === placeMap.STEPS).length;
    const means = { here: rounded(council.council[at], decimals), there: rounded(council.nation_means[at], decimals) };
    const off = room ? places.filter((it) => !paths.has(it.code)).length : 0;
    const count = places.length;
    say.textContent = words("said", { label, year, unit: unit.join(" "), n, all: count, ...means }) + (off ? words("missing", { n: off, all: count }) : "");
    pointed.textContent = "";
  }

  function map(council, outlines) {
    const svg = placeMap.draw(outlines, "");
    room.append(placeMap.key(KEY), pointed, svg);
    return placeMap.join(svg, table, (marked) => {
      const it = council.places.find((known) => known.code === marked);
      const share = it?.better[council.figures.indexOf(select.value)];
      const known = share == null ? "unsaid" : "pointed";
      pointed.textContent = it ? words(known, { name: it.name, share: shareSaid(share) }) : "";
    });
  }

  async function start() {
    try {
      const files = [placeMap.fetched(`${root}_static/places/council/${code}.json`)];
      if (room) files.push(placeMap.fetched(`${root}_static/places/outlines/${code}.json`));
      const [council, outlines] = await Promise.all(files);
      for (const option of [...select.options]) if (!council.figures.includes(option.value)) option.remove();
      all.hidden = council.places.length <= AT_FIRST;
      all.textContent = `Show all ${council.places.length}`;
      scroll.setAttribute("role", "region");
      const paths = outlines ? map(council, outlines) : new Map();
      show(council, paths);
      box.querySelector(".places-table").replaceChildren(scroll, all);
      box.querySelector(".places-choose").hidden = false;
      select.addEventListener("change", () => show(council, paths));
      all.addEventListener("click", () => {
        const first = table.querySelector("tr[hidden] a");
        for (const more of table.querySelectorAll("tr[hidden]")) more.hidden = false;
        all.hidden = true;
        first?.focus();
      });
    } catch {
      say.textContent = WORDS.failed;
    }
  }

  placeMap.near(box, start);
})();
