"use strict";

(() => {
  const NATIONS = { E: "england", W: "wales", S: "scotland", N: "northern-ireland" };
  const YES = "yes";
  const areas = document.querySelector(".areas");
  const form = areas.querySelector("form");
  const box = areas.querySelector(".find-place");
  const say = areas.querySelector(".areas-say");
  const answer = areas.querySelector(".areas-answer");
  const verdict = areas.querySelector(".areas-verdict");
  const fit = areas.querySelector(".areas-fit");
  const words = JSON.parse(areas.dataset.words);
  const tellChoice = part.choiceLine(say);
  const known = JSON.parse(areas.querySelector(".areas-known").textContent);
  /** @type {any[]} */
  const picks = [...form.querySelectorAll("[name=pick]")];
  /** @type {any[]} */
  const sets = [...form.querySelectorAll("[data-nation]")];
  const { within, distance } = form.elements;

  const set = () => sets.find(({ dataset }) => dataset.nation === chosen.nation);
  const boxes = () => [...set().querySelectorAll("[name=figure]")];
  const isUsual = () =>
    !within.checked && distance.value === "straight" && boxes().every((one) => one.checked === one.defaultChecked);
  const ofPick = ({ value, textContent, dataset }) => ({
    link: value,
    place: value,
    name: textContent,
    nation: dataset.of,
  });
  const ofPlace = ({ code, name, council, councilName }) => ({
    link: `${council}.${code}`,
    place: code,
    council,
    name: `${name}, ${councilName}`,
    nation: NATIONS[council[0]],
  });

  let chosen = ofPick(picks.find(({ value }) => value === areas.dataset.start));
  // Whether a reader or the link named the place; the one that the page begins with stays out of the link.
  let isPicked = false;
  // What the answer that is shown was asked for.
  let answered = part.fill(words.asked, { place: chosen.name, figures: boxes().length });
  let turn = 0;

  const signed = (number) => `${number < 0 ? "-" : "+"}${Math.abs(number).toFixed(2)}`;
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const shown = (value, decimals) =>
    value.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

  function row([head, ...cells]) {
    const made = cells.map((cell) => part.made("td", {}, cell));
    return part.made("tr", {}, part.made("th", { scope: "row" }, head), ...made);
  }

  function showMatches(matches, sources) {
    const { name: nation, place, places } = set().dataset;
    const table = areas.querySelector(".areas-matches");
    const near = matches.map(([link, name, council, far]) =>
      row([part.made("a", { href: `${areas.dataset.page}?place=${link}` }, name), council, far.toFixed(2)]),
    );
    table.querySelector("caption").textContent = part.fill(words.head, { places: capital(places), nation, sources });
    table.querySelector(".areas-kind").textContent = capital(place);
    table.querySelector("tbody").replaceChildren(...near);
    part.renew(answer);
    answer.hidden = !matches.length;
  }

  /** Show a whole answer: matches, verdict, notes and fit. */
  function show(found) {
    const { matches, balance, sources, notes, candidates } = found;
    const titles = sources.join("; ");
    const told = { place: chosen.name, figures: balance.length, places: set().dataset.places };
    showMatches(matches, titles);
    answered = part.fill(words.asked, told);
    say.textContent = part.fill(words.answer, { ...told, candidates: candidates.toLocaleString("en-GB") });
    verdict.textContent = found.verdict;
    verdict.hidden = fit.hidden = false;
    areas.querySelector(".areas-notes").replaceChildren(...notes.map((note) => part.made("li", {}, note)));
    const rows = balance.map(([label, decimals, here, mean, before, after]) =>
      row([label, shown(here, decimals), shown(mean, decimals), signed(before), signed(after)]),
    );
    const table = areas.querySelector(".areas-balance");
    table.querySelector("caption").textContent = part.fill(words.fit, { sources: titles });
    table.querySelector("tbody").replaceChildren(...rows);
  }

  /** Show what is in the file of the council: the places most alike on the usual figures. */
  function showFirst(alike) {
    showMatches(alike, set().dataset.sources);
    answered = part.fill(words.asked, { place: chosen.name, figures: boxes().filter((one) => one.defaultChecked).length });
    say.textContent = part.fill(alike.length ? words.first : words.none, { place: chosen.name });
    verdict.hidden = fit.hidden = true;
  }

  function remember() {
    const usual = boxes().every((one) => one.checked === one.defaultChecked);
    part.remember({
      ...(isPicked ? { place: chosen.link } : {}),
      // What links had before; on the other pages of the path `own` holds the group's scores.
      ...(part.asked().get("own") === YES ? { own: "" } : {}),
      figures: usual ? "" : part.ticked(boxes()).join("."),
      within: within.checked ? YES : "",
      distance: distance.value === "straight" ? "" : distance.value,
      without: "",
      apart: "",
    });
  }

  /** Take figures and ways as they usually are. */
  function usual() {
    for (const one of boxes()) one.checked = one.defaultChecked;
    within.checked = false;
    distance.value = "straight";
    first();
  }

  /** @type {[string, () => void]} */
  const BACK = [words.back, usual];

  function ask(said = words.chosen) {
    const mine = ++turn;
    readersLink.agree();
    remember();
    tellChoice(isUsual() ? "" : said, [BACK]);
    const { place, nation } = chosen;
    const asked = { place, nation, figures: part.ticked(boxes()), own_council: within.checked, distance: distance.value };
    const take = (found) => (mine === turn ? show(found) : first());
    live.ask("areas", asked, say, take, () => part.retire(answer, answered), [`nation-${nation}`]);
  }

  /** Show the answer on the usual figures, which needs no Python. */
  async function showUsual() {
    const now = ++turn;
    if (known[chosen.place]) {
      show(known[chosen.place]);
      return;
    }
    const { council, place } = chosen;
    try {
      const file = await findPlace.council(council);
      if (now !== turn) return;
      const { alike } = file.places.find(({ code }) => code === place);
      showFirst(alike.map(([code, name, councilName, far, of]) => [`${of}.${code}`, name, councilName, far]));
    } catch {
      if (now !== turn) return;
      part.retire(answer, answered);
      say.textContent = words.failed;
    }
  }

  /** Give the answer that needs no Python, where there is one. */
  function first() {
    remember();
    if (live.isReady()) ask();
    else if (isUsual()) {
      tellChoice();
      showUsual();
    } else {
      turn += 1;
      tellChoice();
      part.retire(answer, answered);
      say.textContent = part.fill(words.old, { place: chosen.name });
    }
  }

  /** A link to other figures fetches no Python by itself: it says what it asks for, beside the usual answer. */
  function tellLink() {
    remember();
    tellChoice(words.linked, [[words.compute, () => ask(words.by_link)], BACK]);
    showUsual();
  }

  function choose(place) {
    chosen = place;
    isPicked = true;
    for (const one of picks) one.setAttribute("aria-pressed", String(one.value === place.link));
    for (const one of sets) one.hidden = one.disabled = one !== set();
    if (known[place.place]) box.querySelector("input").value = "";
  }

  async function recall() {
    const asked = part.asked();
    const unused = [];
    const link = asked.get("place");
    const pick = picks.find(({ value }) => value === link);
    if (pick) choose(ofPick(pick));
    else if (link) {
      const found = await findPlace.set(box, link).catch(() => null);
      if (found) choose(ofPlace(found));
      else unused.push(part.fill(words.lost, { place: chosen.name }));
    }
    if (asked.has("without") || asked.has("apart")) unused.push(words.older);
    if (asked.has("figures")) {
      const wanted = new Set(asked.get("figures")?.split("."));
      for (const one of boxes()) one.checked = wanted.has(one.value);
    }
    within.checked = [asked.get("within"), asked.get("own")].includes(YES);
    if (asked.get("distance") === "mahalanobis") distance.value = "mahalanobis";
    part.tellUnused(say, unused);
    if (!isUsual()) tellLink();
    else if (chosen.link !== areas.dataset.start) first();
  }

  box.addEventListener("place", ({ detail }) => {
    choose(ofPlace(detail));
    first();
  });
  for (const one of picks) {
    one.addEventListener("click", () => {
      choose(ofPick(one));
      first();
    });
  }
  // Only when Python runs already: a choice alone fetches nothing.
  form.addEventListener("change", (/** @type {any} */ { target }) => target.name && live.isReady() && ask());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.hidden = false;
  recall();
})();
