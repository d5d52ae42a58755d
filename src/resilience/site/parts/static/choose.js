"use strict";

// What is known shows at once; only a ranking asks Python, which holds all rules.
(() => {
  const choose = document.querySelector(".choose");
  const find = (selector) => choose.querySelector(selector);
  const all = (selector) => [...choose.querySelectorAll(selector)];
  const words = JSON.parse(choose.dataset.words);
  const [asking, weighing] = all("form");
  const known = find(".choose-known");
  const notice = find(".choose-notice");
  const say = find(".choose-say");
  const result = find(".choose-result");
  const tellChoice = part.choiceLine(say);
  const earlier = find(".choose-earlier");
  const { address } = find(".choose-address").dataset;
  const place = choosePlace.start(choose, words, changed);
  const outcomes = all("[name=outcome]");
  const problems = all("[name=problem]");
  const sliders = all("[name=weight]");
  const mosts = all("[name=most]");
  const outs = all("[name=out]");
  const owns = all("[name=own]");
  const rows = all(".choose-matrix tbody tr");
  const labels = Object.fromEntries(sliders.map(({ dataset }) => [dataset.step, dataset.label]));
  const names = new Map(rows.map(({ dataset }) => [dataset.type, dataset.label]));
  const plan = chooseTaken.start(choose, words, names, changedPlan);
  const { made, fill } = part;
  const MOST = 100;
  const WAIT_MS = 300;
  // What starting again clears in the link; the place is an answer of another step.
  const KEYS = ["problems", "outcomes", "most", "weights", "out", "own", "activities", "ranked"];
  let round = 0;
  let shownFor;
  let timer;

  const listed = (items) => (items.length > 1 ? `${items.slice(0, -1).join(", ")} and ${items.at(-1)}` : (items[0] ?? ""));
  const wanted = () => part.ticked(outcomes);
  const isAbout = (row) => row.dataset.about.split(" ").some((name) => wanted().includes(name));
  const scored = () => Object.fromEntries(owns.map(({ dataset, value }) => [dataset.type, value.trim()]).filter(([, value]) => value));
  const steps = () => sliders.filter((slider) => !slider.closest(".choose-step").hidden);

  const choice = () => ({
    place: place.here().title || words.somewhere,
    outcomes: listed(outcomes.filter(({ checked }) => checked).map(({ dataset }) => dataset.label)),
  });

  // What is known

  function showKnown() {
    const chosen = wanted();
    known.hidden = weighing.hidden = !chosen.length;
    if (!chosen.length) say.textContent = words.no_outcome;
    for (const cell of all(".choose-matrix [data-group]")) cell.hidden = !chosen.includes(cell.dataset.group);
    find(".choose-matrix").classList.toggle("choose-several", chosen.length > 1);
    const { needs, link } = place.here();
    for (const row of rows) {
      const need = needs[row.dataset.type];
      // What is taken on stays in sight, also where it is not about what is picked.
      row.hidden = !isAbout(row) && !plan.has(row.dataset.type);
      row.classList.toggle("choose-own-pick", plan.has(row.dataset.type));
      row.querySelector(".choose-need").textContent = told(need);
      row.querySelector(".choose-done").hidden = !row.dataset.done.split(" ").includes(link);
    }
    const about = rows.filter(isAbout);
    const types = new Set(about.map(({ dataset }) => dataset.type));
    for (const box of outs) box.closest("tr").hidden = !types.has(box.value);
    find(".choose-about").textContent = fill(words.about, { n: about.length });
    showSteps(chosen, about, needs);
    plan.show(chosen.length ? types : null, part.ticked(outs));
  }

  /** Tell a need; undefined where the nation has no figure for it, null where the place has none. */
  function told(need) {
    if (need === undefined) return words.no_figure;
    return need === null ? words.not_known : fill(words.need, { n: need });
  }

  function showSteps(chosen, about, needs) {
    const own = Object.keys(scored()).length > 0;
    for (const box of all(".choose-step")) {
      const { step } = box.dataset;
      box.hidden = !(step === "need" || chosen.includes(step) || (step === "community" && own));
      box.querySelector(".choose-range").textContent =
        step === "community" ? "" : range(step === "need" ? needRange(about, needs) : levelRange(about, step));
    }
    for (const slider of sliders) {
      const isMost = mosts.some(({ checked, value }) => checked && value === slider.dataset.step);
      slider.disabled = isMost;
      if (isMost) slider.value = String(MOST);
      find(`output[for="${slider.id}"]`).value = slider.value;
    }
  }

  /** @param {any[]} ends */
  const range = ([low, high]) => (low === undefined ? words.nothing : fill(words.range, { low, high }));

  function needRange(about, needs) {
    const found = about.map(({ dataset }) => needs[dataset.type]).filter((need) => typeof need === "number");
    return found.length ? [Math.min(...found), Math.max(...found)] : [];
  }

  function levelRange(about, step) {
    const cells = about.map((row) => row.querySelector(`[data-group="${step}"][data-level]`)).filter(Boolean);
    cells.sort((a, b) => a.dataset.height - b.dataset.height);
    return cells.length ? [cells[0].dataset.level, cells.at(-1).dataset.level] : [];
  }

  // The ranking

  const request = () => ({
    nation: place.here().nation,
    better: place.here().better,
    outcomes: wanted(),
    weights: Object.fromEntries(steps().map(({ dataset, value }) => [dataset.step, value])),
    out: part.ticked(outs),
    own: scored(),
  });

  function cell(label, content, className = "") {
    const td = made("td", { className }, content);
    td.setAttribute("role", "cell");
    td.dataset.label = label;
    return td;
  }

  // The page's policy allows no style in a page's own text, and lets a script set one.
  function showShare(stay) {
    stay.style.setProperty("--share", stay.dataset.share);
  }

  /** @param {any} one @param {any[]} heads */
  function row(one, [, stays, score, missing]) {
    const name = made("a", { href: address.replace("/-", `/${one.type}`) }, names.get(one.type));
    const head = made("th", { scope: "row" }, name, " ", plan.box(one.type));
    head.setAttribute("role", "rowheader");
    head.setAttribute("aria-label", names.get(one.type));
    const [tries, span, lacks] = one.told;
    const stay = cell(stays, tries, "choose-share");
    stay.dataset.share = String(Math.round(one.share));
    showShare(stay);
    const tr = made("tr", {}, head, stay, cell(score, span), cell(missing, lacks));
    tr.setAttribute("role", "row");
    return tr;
  }

  function show(found) {
    shownFor = choice();
    result.hidden = false;
    result.classList.remove("is-old");
    earlier.textContent = "";
    find(".choose-title").textContent = fill(words.title, shownFor);
    const heads = all(".choose-tiers thead th");
    heads[1].textContent = found.says.stays;
    const titles = heads.map(({ textContent }) => textContent);
    for (const body of all(".choose-tiers tbody")) {
      const inside = found.ranked.filter(({ tier }) => tier === body.dataset.tier);
      body.hidden = !inside.length;
      body.replaceChildren(body.rows[0], ...inside.map((one) => row(one, titles)));
    }
    find(".choose-lead").textContent = say.textContent = found.says.lead;
    find(".choose-weights").textContent = found.says.weights;
    find(".choose-notes").textContent = found.says.notes;
    const leaders = found.ranked.filter(({ tier }) => tier === "leads").map(({ type }) => type);
    for (const one of rows) one.classList.toggle("choose-leader", leaders.includes(one.dataset.type));
  }

  // An answer that no longer belongs to what is entered is greyed out, and says what it is for.
  function outdate() {
    if (result.hidden) return;
    result.classList.add("is-old");
    earlier.textContent = fill(words.earlier, shownFor);
  }

  function refuse(reason) {
    outdate();
    say.textContent = reason;
  }

  /** Say whether each step counts the same, and nothing is scored or ruled out by a group. */
  const isEven = () =>
    !part.ticked(outs).length && !Object.keys(scored()).length && steps().every(({ value }) => value === String(MOST));

  function even() {
    weighing.reset();
    changed();
    ask();
  }

  /** A link fetches and ranks nothing by itself. */
  function tellLink() {
    tellChoice(words.linked, [[words.compute, () => ask(words.by_link)]]);
  }

  function ask(said = words.chosen) {
    clearTimeout(timer);
    readersLink.agree();
    remember("yes");
    tellChoice(isEven() ? "" : said, [[words.even, even]]);
    if (!wanted().length) {
      refuse(words.no_outcome);
      return;
    }
    const mine = ++round;
    const answer = (found) => (mine === round ? show(found) : (say.textContent = ""));
    live.ask("choose", request(), say, answer, outdate);
  }

  function changed() {
    showKnown();
    remember(result.hidden ? "" : "yes");
    clearTimeout(timer);
    if (!wanted().length) outdate();
    else if (result.hidden) say.textContent = "";
    else if (live.isReady()) timer = setTimeout(() => ask(), WAIT_MS);
    else refuse(words.changed);
  }

  /** Keep outcomes and problems together: a problem ticks its outcome, an outcome that goes takes its problems. */
  function pair({ name, value, checked, dataset }) {
    if (name === "problem" && checked) outcomes.find((one) => one.value === dataset.group).checked = true;
    if (name === "outcome" && !checked) {
      for (const one of problems) if (one.dataset.group === value) one.checked = false;
    }
  }

  // An activity that is taken on changes no ranking.
  function changedPlan() {
    showKnown();
    remember(result.hidden ? "" : "yes");
  }

  // The link

  const pairs = (values) => Object.entries(values).map(([name, value]) => `${name}:${value}`).join(",");
  const unpaired = (text) => (text ?? "").split(",").filter(Boolean).map((pair) => pair.split(/:(.*)/s));

  function remember(ranked) {
    const asked = request();
    const weights = Object.entries(asked.weights).filter(([, value]) => value !== String(MOST));
    part.remember({
      place: place.link(),
      problems: part.ticked(problems).join("."),
      outcomes: asked.outcomes.join("."),
      most: mosts.find(({ checked }) => checked)?.value ?? "",
      weights: pairs(Object.fromEntries(weights)),
      out: asked.out.join("."),
      own: pairs(asked.own),
      activities: plan.link(),
      ranked,
    });
  }

  // Set what the link holds; say what it holds that can't be.
  async function recall() {
    const asked = part.asked();
    const lost = [await place.recall(asked.get("place"))];
    const tick = (boxes, key, what) => {
      const ticked = (asked.get(key) ?? "").split(".").filter(Boolean);
      for (const box of boxes) box.checked = ticked.includes(box.value);
      for (const name of ticked) {
        if (!boxes.some(({ value }) => value === name)) lost.push(fill(words.lost, { what, name }));
      }
    };
    tick(outcomes, "outcomes", "an outcome");
    tick(problems, "problems", "a problem");
    problems.forEach(pair);
    tick(outs, "out", "an activity");
    tick(mosts, "most", "a step");
    for (const [step, weight] of unpaired(asked.get("weights"))) {
      const slider = sliders.find(({ dataset }) => dataset.step === step);
      const isWeight = /^\d+$/.test(weight ?? "") && Number(weight) <= MOST;
      if (!slider) lost.push(fill(words.lost, { what: "a step", name: step }));
      else if (isWeight) slider.value = weight;
      else lost.push(fill(words.lost_weight, { step: labels[step], name: weight ?? "" }));
    }
    for (const [type, score] of unpaired(asked.get("own"))) {
      const field = owns.find(({ dataset }) => dataset.type === type);
      if (field) field.value = score ?? "";
      else lost.push(fill(words.lost, { what: "an activity", name: type }));
    }
    lost.push(...plan.recall(asked.get("activities")));
    find(".choose-own").open = asked.has("out") || asked.has("own");
    notice.textContent = lost.filter(Boolean).join(" ");
    return asked.get("ranked") === "yes";
  }

  function startAgain() {
    clearTimeout(timer);
    round += 1;
    weighing.reset();
    for (const box of [...outcomes, ...problems]) box.checked = false;
    plan.recall(null);
    part.remember(Object.fromEntries(KEYS.map((key) => [key, ""])));
    notice.textContent = say.textContent = "";
    tellChoice();
    find(".choose-own").open = false;
    result.hidden = true;
    showKnown();
  }

  for (const form of [asking, weighing]) {
    // What is typed to find a place chooses none yet.
    form.addEventListener("input", ({ target }) => {
      if (target.closest(".find-place")) return;
      pair(target);
      changed();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!document.activeElement?.closest(".find-place")) ask();
    });
  }
  addEventListener("beforeprint", () => {
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    find(".choose-stamp").textContent = fill(words.made, { day, address: location.href });
  });
  weighing.elements.print.addEventListener("click", () => print());
  weighing.elements.start.addEventListener("click", () => {
    startAgain();
    outcomes[0].focus();
  });
  all(".choose-share").forEach(showShare);
  choose.classList.add("is-live");
  asking.hidden = false;
  known.hidden = result.hidden = true;
  recall().then((isRanked) => {
    showKnown();
    if (isRanked) tellLink();
  });
})();
