"use strict";

// One page for every place: `place?place=<council>.<place>`, or `place?place=<slug>` of a neighbourhood of the
// programme. It shows what the file says; its sentences are written by `planning/place_words.py`.
(() => {
  const root = document.querySelector(".any-place");
  const words = JSON.parse(root.dataset.words);
  const known = JSON.parse(root.querySelector("script").textContent);
  const say = root.querySelector(".any-place-say");
  const find = root.querySelector(".any-place-find");
  const answer = root.querySelector(".any-place-answer");
  const [body, head] = [...root.querySelectorAll("template")].map((one) => one.content);
  const { made, fill } = part;
  const heading = document.querySelector("h1");

  const shown = (value, decimals) =>
    value === null
      ? words.missing
      : value.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

  /** Say a share as a number of 100 that is never all or none by rounding. */
  function ofHundred(share) {
    const n = Math.round(share);
    return n >= 100 ? words.above : n <= 0 ? words.below : String(n);
  }

  const sourcesOf = (figures) => [...new Set(figures.map((one) => one.source))].join("; ");

  /** Give a sentence of the file, its sources behind it. */
  function told([text, sources]) {
    const by = sources.length ? [" ", made("span", { className: "any-place-by" }, fill(words.by, { sources: sources.join("; ") }))] : [];
    return [text, ...by];
  }

  /** Draw where a place stands on a figure, among the others of its council. */
  function line({ around, place, figures }, at) {
    const track = made("div");
    const mark = (name, share) => {
      const one = made(name);
      one.style.left = `${100 - share}%`;
      track.append(one);
    };
    if (place.better[at] === null) track.append(made("em", {}, words.missing));
    else {
      for (const other of around) if (other !== place && other.better[at] !== null) mark("i", other.better[at]);
      mark("b", place.better[at]);
    }
    return made("div", { className: "any-place-line" }, made("span", {}, figures[at].label), track);
  }

  function rowOf({ file, place, figures }, at) {
    const { label, unit, decimals } = figures[at];
    const labels = [place.name, `${file.name}, mean`, `${file.nation}, mean`, words.share];
    const name = made("th", { scope: "row", role: "rowheader" }, label, made("span", { className: "unit" }, unit));
    const values = [place.values[at], file.council[at], file.nation_means[at]].map((one) => shown(one, decimals));
    const share = place.better[at] === null ? words.missing : ofHundred(place.better[at]);
    const cells = [...values, share].map((text, column) => {
      const cell = made("td", { role: "cell" }, text);
      cell.dataset.label = labels[column];
      return cell;
    });
    return made("tr", { role: "row" }, name, ...cells);
  }

  const link = (text, href) => made("a", { href }, text);
  /** Link to another place, with all else that was chosen. */
  const toPlace = (text, place) => link(text, part.carried(location.pathname, { place }));
  const itemsOf = (links) => links.map((one) => made("li", {}, ...[one].flat()));

  /** Show a place, and where it stands among those around it. */
  function show({ file, place }, around) {
    const nation = known.nations[file.nation];
    const isNeighbourhood = "fit" in place;
    const figures = file.figures.map((key) => ({ key, ...nation.figures[key] }));
    const all = { file, place, figures, around };
    const copy = document.importNode(body, true);
    const put = (from, name, text) => {
      for (const one of from.querySelectorAll(`[data-${name}]`)) one.textContent = text;
    };

    for (const [table, rows] of [
      ["first", file.first],
      ["rest", figures.map((_, at) => at).filter((at) => !file.first.includes(at))],
    ]) {
      const body = made("tbody", { role: "rowgroup" }, ...rows.map((at) => rowOf(all, at)));
      copy.querySelector(`[data-${table}]`).append(document.importNode(head, true), body);
      copy.querySelector(`[data-by=${table}]`).textContent = `${sourcesOf(rows.map((at) => figures[at]))}.`;
    }
    copy.querySelector("[data-lines]").append(...file.first.map((at) => line(all, at)));
    copy.querySelector("[data-says]").append(...itemsOf(place.says.map(told)));
    const beside = copy.querySelector("[data-beside]");
    if (place.beside) beside.append(...[told(place.beside)].flat());
    else beside.remove();
    const fit = copy.querySelector("[data-fit]");
    if (isNeighbourhood) fit.textContent = place.fit;
    else fit.remove();

    const council = link(file.name, findPlace.pageOf({ ...file, kind: "council" }));
    copy.querySelector("[data-council]").replaceWith(council);
    const kind = isNeighbourhood ? words.neighbourhood : nation.place[0].toUpperCase() + nation.place.slice(1);
    put(copy, "where", fill(words.where, { kind }));
    put(copy, "others", words.others[isNeighbourhood ? "neighbourhood" : "place"]);
    put(copy, "region", `, ${[...new Set([file.region, file.nation])].join(", ")}`);
    const weight = place.weight === null ? "" : `, ${shown(place.weight, 0)} ${nation.weight}`;
    const rural = place.rural === null ? "" : `, ${place.rural ? words.rural : words.urban}`;
    put(copy, "weight", `${weight}${rural}.`);
    put(copy, "name", place.name);
    put(copy, "council-name", file.name);
    put(copy, "nation", file.nation);
    put(copy, "kinds", `${nation.place}s`);
    put(copy, "places", nation.places);
    put(copy, "means", fill(nation.weight ? words.mean : words.own, nation));
    put(copy, "tenth", place.tenth === null ? words.no_tenth : fill(words.tenth, { tenth: shown(place.tenth, 1) }));
    put(copy, "sources", sourcesOf(figures));

    const like = copy.querySelector("[data-like]");
    if (place.alike.length) {
      const links = place.alike.map(([code, name, of, , council]) => [toPlace(name, `${council}.${code}`), `, ${of}`]);
      like.querySelector("ul").append(...itemsOf(links));
    } else like.remove();

    for (const one of copy.querySelectorAll("a[data-goes]")) one.href = part.carried(one.getAttribute("href") ?? "");
    const policies = copy.querySelector("[data-policies]");
    if (file.slug) policies.querySelector("a").href = council.href;
    else policies.remove();
    const toPage = (slug, text) => link(text, findPlace.pageOf({ kind: "neighbourhood", slug }));
    const inProgramme = isNeighbourhood
      ? [toPage(place.code, fill(words.own_page, place))]
      : (known.neighbourhoods[place.code] ?? []).map(([slug, name, share]) => toPage(slug, fill(words.there, { name, share })));
    const groups = (known.groups[place.code] ?? []).map(([slug, name, done]) =>
      toPage(slug, fill(done ? words.group_did : words.group_plans, { name })),
    );
    copy.querySelector(".any-place-next").append(...itemsOf([...inProgramme, ...groups]));

    document.title = document.title.replace(heading.textContent, place.name);
    heading.textContent = place.name;
    answer.replaceChildren(copy);
    answer.after(find);
  }

  /** Say why no place is shown, and offer those of the council where it is known. */
  function offer(file, why) {
    say.textContent = [why, file ? fill(words.choose, file) : ""].filter(Boolean).join(" ");
    const own = (file?.places ?? []).map((one) => toPlace(one.name, `${file.code}.${one.code}`));
    answer.replaceChildren(...(own.length ? [made("ul", {}, ...itemsOf(own))] : []));
  }

  /** Show what a link names; of a place that is not on record, the council. */
  async function recall() {
    const asked = part.asked().get("place");
    if (!asked) return;
    // Until it is known whether the box stands above or below the answer.
    find.hidden = true;
    try {
      const found = await findPlace.standing(asked);
      const [code, own] = asked.split(".");
      const file = await findPlace.council(found?.file.code ?? code);
      if (found) show(found, file.places);
      else offer(file, !file ? words.no_council : own ? words.no_place : "");
    } catch {
      say.textContent = words.failed;
    }
    find.hidden = false;
  }

  recall();
})();
