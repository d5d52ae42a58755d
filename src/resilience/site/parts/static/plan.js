"use strict";

(() => {
  const plan = document.querySelector(".plan");
  const form = plan.querySelector("form");
  const say = plan.querySelector(".plan-say");
  const answer = plan.querySelector(".plan-answer");
  const { words } = say.dataset;
  const choice = JSON.parse(plan.dataset.choice);
  const tellChoice = part.choiceLine(say);
  const notes = plan.querySelector(".plan-notes");
  const cells = [...plan.querySelectorAll("tbody td")];
  const fields = [...form.querySelectorAll(".plan-fields input, .plan-fields select")];
  const WAIT_MS = 300;

  const request = () => Object.fromEntries(fields.map(({ name, value }) => [name, value]));

  // What the answer that is shown was asked for.
  let answered = part.fill(say.dataset.asked, Object.fromEntries(fields.map(({ name, dataset }) => [name, dataset.start])));

  function show(found, wanted) {
    const [smallest, power] = [found.smallest.toFixed(1), found.power.toFixed(0)];
    answered = part.fill(say.dataset.asked, wanted);
    part.renew(answer);
    say.textContent = part.fill(words, { smallest, change: Number(wanted.change), power });
    notes.replaceChildren(...found.notes.map((note) => part.made("li", {}, note)));
    const rows = [...found.by_households, ...found.by_areas];
    rows.forEach((row, place) => (cells[place].textContent = row.smallest.toFixed(1)));
  }

  // How many areas there are is kept once it was told, for a link that says nothing of it means a group's own area.
  const settled = new Set();
  const AREAS = ["areas", "comparison_areas"];

  function remember() {
    const changed = fields.map(({ name, value, dataset }) => [name, value === dataset.start && !settled.has(name) ? "" : value]);
    part.remember(Object.fromEntries(changed));
  }

  const where = plan.querySelector(".plan-place");
  const box = where.querySelector(".find-place");
  const there = where.querySelector(".plan-there");
  const told = JSON.parse(where.dataset.words);
  const nations = JSON.parse(where.dataset.nations);
  const neighbourhoods = JSON.parse(where.dataset.known);
  const { all, households } = form.elements;
  const grouped = (number) => number.toLocaleString("en-GB");

  /** Say how many live in a place, and how many places there are to compare it with. */
  function showPlace(link, { name, nation, council, in_council: inCouncil, weight, alike }) {
    const { places, count, weight: counts } = nations[nation];
    const counted = weight ? counts : "unknown";
    where.querySelector(".plan-live").textContent = part.fill(told[counted], { name, number: grouped(weight ?? 0) });
    const list = alike.map(([other, itsCouncil]) => `${other} (${itsCouncil})`).join(", ");
    const known = { name, list, nation, places, council, number: grouped(count - inCouncil) };
    where.querySelector(".plan-like").textContent = part.fill(alike.length ? told.like : told.none, known);
    where.querySelector(".plan-areas").href = part.carried(where.dataset.areas ?? "", { place: link });
    all.hidden = counted !== "households";
    all.value = String(Math.min(weight ?? 0, Number(households.max)));
    there.hidden = false;
    part.remember({ place: link });
  }

  let turn = 0;
  async function choosePlace({ code, name, council, councilName }) {
    const now = ++turn;
    try {
      const { nation, places } = await findPlace.council(council);
      if (now !== turn) return;
      const { weight, alike } = places.find((one) => one.code === code);
      const near = alike.map(([, other, itsCouncil]) => [other, itsCouncil]);
      const known = { name, nation, council: councilName, in_council: places.length, weight, alike: near };
      showPlace(`${council}.${code}`, known);
    } catch {
      if (now === turn) there.hidden = true;
    }
  }

  async function recallPlace() {
    const link = part.asked().get("place");
    if (!link) return;
    if (neighbourhoods[link]) {
      showPlace(link, neighbourhoods[link]);
      return;
    }
    const found = await findPlace.set(box, link).catch(() => null);
    if (found) await choosePlace(found);
    else part.tellUnused(say, [told.lost]);
  }

  function recall() {
    const asked = part.asked();
    const kept = fields.filter(({ name }) => asked.has(name));
    for (const { name } of kept) if (AREAS.includes(name)) settled.add(name);
    const unused = [];
    for (const field of kept) {
      field.value = asked.get(field.name) ?? "";
      if (field.checkValidity() && field.value) continue;
      field.value = field.dataset.start;
      const label = form.querySelector(`label[for="${field.id}"]`).textContent;
      unused.push(`The link has no usable value for “${label}”; the programme’s stands instead.`);
    }
    part.tellUnused(say, unused);
  }

  // Whether it is drawn by lot is an answer of the path; no number comes of it.
  const isOwn = () => fields.every(({ name, value, dataset }) => name === "lots" || value === dataset.start);
  let isAsked = false;

  function back() {
    for (const field of fields) field.value = field.dataset.start;
    settled.clear();
    if (isAsked) {
      ask();
      return;
    }
    remember();
    tellChoice();
  }

  /** A link with other numbers fetches no Python by itself: it says so beside the answer for the programme's. */
  function tellLink() {
    if (isOwn()) return;
    tellChoice(choice.linked, [
      [choice.compute, () => ask(choice.by_link)],
      [choice.back, back],
    ]);
  }

  function ask(said = choice.chosen) {
    const retire = () => part.retire(answer, answered);
    if (part.isRefused(form, say, retire)) return;
    isAsked = true;
    readersLink.agree();
    remember();
    tellChoice(isOwn() ? "" : said, [[choice.back, back]]);
    const wanted = request();
    live.ask("plan", wanted, say, (found) => show(found, wanted), retire);
  }

  let timer;
  // Without a link typing alone fetches nothing; with one, what is typed is kept at once, for the next step reads it.
  form.addEventListener("input", ({ target }) => {
    const { name } = /** @type {HTMLInputElement} */ (target);
    if (AREAS.includes(name)) settled.add(name);
    clearTimeout(timer);
    if (!form.checkValidity()) return;
    if (location.search) remember();
    if (live.isReady()) timer = setTimeout(ask, WAIT_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.elements.reset.addEventListener("click", back);
  box.addEventListener("place", ({ detail }) => choosePlace(detail));
  all.addEventListener("click", () => {
    households.value = all.value;
    ask();
  });
  form.hidden = false;
  recallPlace();
  recall();
  tellLink();
})();
