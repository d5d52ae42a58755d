"use strict";

// One page for every place: `place?place=<council>.<place>`. It shows what the file of the council says; the rules
// by which it says so stand in `planning/from_records/telling.py`, the words in the template.
(() => {
  const root = document.querySelector(".any-place");
  const words = JSON.parse(root.dataset.words);
  const told = JSON.parse(root.querySelector("script").textContent);
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

  const small = (label) => (/^[A-Z][a-z]/.test(label) ? label[0].toLowerCase() + label.slice(1) : label);
  const sourcesOf = (figures) => [...new Set(figures.map((one) => one.source))].join("; ");

  /** Give the three sentences. */
  function sentences({ place, figures, common }) {
    const { better } = place;
    const ended = (said, of) => fill(words.by, { said, sources: sourcesOf(of.map((one) => figures[one])) });
    const listed = (of, form, share) =>
      of
        .map((one, at) => {
          const label = small(figures[one].label);
          return fill(at ? words.next_one : form, { ...common, label, n: ofHundred(share(better[one])) });
        })
        .join(words.then);
    const index = figures.findIndex((one) => one.key === "index");
    const first = place.deprived
      ? ended(fill(words.deprived[place.deprived], { ...common, n: ofHundred(better[index]) }), [index])
      : fill(words.unknown, common);
    const worst = listed(place.worst, words.worst_one, (share) => share);
    const best = listed(place.best, words.best_one, (share) => 100 - share);
    return [
      first,
      worst ? ended(fill(words.worst, { list: worst }), place.worst) : fill(words.no_worst, common),
      best ? ended(fill(words.best, { list: best }), place.best) : fill(words.no_best, common),
    ];
  }

  /** Draw where a place stands on a figure, among the others of its council. */
  function line({ file, place, figures }, at) {
    const track = made("div");
    const mark = (name, share) => {
      const one = made(name);
      one.style.left = `${100 - share}%`;
      track.append(one);
    };
    if (place.better[at] === null) track.append(made("em", {}, words.missing));
    else {
      for (const other of file.places) if (other !== place && other.better[at] !== null) mark("i", other.better[at]);
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

  const link = (text, page, place) => {
    const address = new URL(page, location.href);
    if (place) address.searchParams.set("place", place);
    return made("a", { href: address.href }, text);
  };
  const itemsOf = (links) => links.map((one) => made("li", {}, ...[one].flat()));

  function show(file, place) {
    const nation = told.nations[file.nation];
    const figures = file.figures.map((key) => ({ key, ...nation.figures[key] }));
    const common = { name: place.name, places: `${nation.place}s`, nation: file.nation };
    const all = { file, place, figures, common };
    const copy = document.importNode(body, true);
    const put = (from, name, text) => {
      for (const one of from.querySelectorAll(`[data-${name}]`)) one.textContent = text;
    };
    const key = `${file.code}.${place.code}`;

    for (const [table, rows] of [
      ["first", file.first],
      ["rest", figures.map((_, at) => at).filter((at) => !file.first.includes(at))],
    ]) {
      const body = made("tbody", { role: "rowgroup" }, ...rows.map((at) => rowOf(all, at)));
      copy.querySelector(`[data-${table}]`).append(document.importNode(head, true), body);
      copy.querySelector(`[data-by=${table}]`).textContent = `${sourcesOf(rows.map((at) => figures[at]))}.`;
    }
    copy.querySelector("[data-lines]").append(...file.first.map((at) => line(all, at)));
    copy.querySelector("[data-says]").append(...itemsOf(sentences(all)));

    const council = link(file.name, findPlace.pageOf({ ...file, kind: "council" }));
    copy.querySelector("[data-council]").replaceWith(council);
    put(copy, "where", fill(words.where, { kind: nation.place[0].toUpperCase() + nation.place.slice(1) }));
    put(copy, "region", `, ${[...new Set([file.region, file.nation])].join(", ")}`);
    const weight = place.weight === null ? "" : `, ${shown(place.weight, 0)} ${nation.weight}`;
    const rural = place.rural === null ? "" : `, ${place.rural ? words.rural : words.urban}`;
    put(copy, "weight", `${weight}${rural}.`);
    put(copy, "name", place.name);
    put(copy, "council-name", file.name);
    put(copy, "nation", file.nation);
    put(copy, "kinds", common.places);
    put(copy, "places", nation.places);
    put(copy, "means", fill(nation.weight ? words.mean : words.own, nation));
    put(copy, "tenth", place.tenth === null ? words.no_tenth : fill(words.tenth, { tenth: shown(place.tenth, 1) }));
    put(copy, "sources", sourcesOf(figures));

    const like = copy.querySelector("[data-like]");
    if (place.alike.length) {
      const links = place.alike.map(([code, name, of, , council]) => [link(name, location.href, `${council}.${code}`), `, ${of}`]);
      like.querySelector("ul").append(...itemsOf(links));
    } else like.remove();

    for (const one of copy.querySelectorAll("a")) {
      if ("goes" in one.dataset) one.href = link("", one.getAttribute("href") ?? "", key).href;
    }
    const policies = copy.querySelector("[data-policies]");
    if (file.slug) policies.querySelector("a").href = council.href;
    else policies.remove();
    for (const [slug, name, share] of told.neighbourhoods[place.code] ?? []) {
      const text = fill(words.there, { name, share });
      const page = findPlace.pageOf({ kind: "neighbourhood", slug });
      copy.querySelector(".any-place-next").append(made("li", {}, link(text, page)));
    }

    for (const [slug, name, done] of told.groups[place.code] ?? []) {
      const page = findPlace.pageOf({ kind: "neighbourhood", slug });
      const said = link(fill(done ? words.group_did : words.group_plans, { name }), page);
      copy.querySelector(".any-place-next").append(made("li", {}, said));
    }

    document.title = document.title.replace(heading.textContent, place.name);
    heading.textContent = place.name;
    answer.replaceChildren(copy);
    answer.after(find);
  }

  /** Say why no place is shown, and offer those of the council where it is known. */
  function offer(file, why) {
    say.textContent = [why, file ? fill(words.choose, file) : ""].filter(Boolean).join(" ");
    const own = (file?.places ?? []).map((one) => link(one.name, location.href, `${file.code}.${one.code}`));
    answer.replaceChildren(...(own.length ? [made("ul", {}, ...itemsOf(own))] : []));
  }

  async function recall() {
    const asked = part.asked().get("place");
    if (!asked) return;
    // Until it is known whether the box stands above or below the answer.
    find.hidden = true;
    const [code, own] = asked.split(".");
    try {
      const file = await findPlace.council(code);
      const place = file?.places.find((one) => one.code === own);
      if (place) show(file, place);
      else offer(file, !file ? words.no_council : own ? words.no_place : "");
    } catch {
      say.textContent = words.failed;
    }
    find.hidden = false;
  }

  recall();
})();
