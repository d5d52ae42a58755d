"use strict";

(() => {
  const choose = document.querySelector(".choose");
  const data = JSON.parse(choose.querySelector(".choose-data").textContent);
  const form = choose.querySelector("form");
  const result = choose.querySelector(".choose-result");
  const { rank, topShares, weightsInUse } = chooseRanking;
  const { place: select } = form.elements;
  const ownFigures = form.querySelector(".choose-figures");
  const sliders = [...form.querySelectorAll("[name=weight]")];
  const figures = [...form.querySelectorAll("[name=figure]")];
  const outs = [...form.querySelectorAll("[name=out]")];
  const owns = [...form.querySelectorAll("[name=own]")];
  const address = choose.querySelector(".choose-address").dataset.address;
  const places = new Map(data.places.map((place) => [place.slug, place]));
  const ELSEWHERE = "-";
  const UNKNOWN = "–";

  const number = ({ value }, most) => (value === "" || Number.isNaN(Number(value)) ? undefined : Math.min(Math.max(Number(value), 0), most));

  function entered(fields, key, most) {
    return Object.fromEntries(
      fields.map((field) => [field.dataset[key], number(field, most)]).filter(([, value]) => value !== undefined),
    );
  }

  function chosenPlace() {
    if (select.value !== ELSEWHERE) return places.get(select.value);
    return { slug: "", name: "Somewhere else", council: "", figures: entered(figures, "figure", 100) };
  }

  function chosenGroup() {
    return {
      weights: Object.fromEntries(sliders.map(({ dataset, value }) => [dataset.ground, Number(value)])),
      ruledOut: new Set(part.ticked(outs)),
      community: entered(owns, "type", 10),
    };
  }

  const { made } = part;
  const shown = (score) => (score === null ? UNKNOWN : String(Math.round(score)));

  function why({ option, scores, needKnown }, place) {
    const here = option.doneBy.includes(place.slug) ? "done here already" : "";
    const others = option.doneBy.filter((slug) => slug !== place.slug).length;
    const reasons = [
      scores.need === null ? "" : needKnown ? `need ${shown(scores.need)} of 100` : "need not known: the place’s mean counts",
      option.level.toLowerCase(),
      here,
      others ? `done in ${others} other ${others === 1 ? "neighbourhood" : "neighbourhoods"} of the programme` : "",
      option.councils ? `${option.councils} ${option.councils === 1 ? "council" : "councils"}` : "",
    ];
    return reasons.filter(Boolean).join("; ");
  }

  const link = ({ slug, label }) => made("a", { href: address.replace("/-", `/${slug}`), textContent: label });

  function row(one, place, rankNumber, shares) {
    const name = made("th", { scope: "row" }, link(one.option), made("span", { className: "choose-why" }, why(one, place)));
    const grounds = data.grounds.map((ground) => made("td", { className: "choose-ground" }, shown(one.scores[ground.name])));
    const share = made("td", { className: "choose-share" }, shown(shares[one.option.slug] ?? 0));
    share.style.setProperty("--share", share.textContent);
    return made("tr", {}, made("td", {}, String(rankNumber)), name, made("td", {}, shown(one.score)), ...grounds, share);
  }

  function list(selector, head, options) {
    const line = result.querySelector(selector);
    line.replaceChildren(...(options.length ? [`${head}: `] : []));
    options.forEach((option, i) => line.append(...(i ? [", "] : []), link(option)));
  }

  function show() {
    const place = chosenPlace();
    const group = chosenGroup();
    const isElsewhere = select.value === ELSEWHERE;
    ownFigures.hidden = !isElsewhere;
    for (const slider of sliders) form.querySelector(`output[for="${slider.id}"]`).value = slider.value;
    const say = result.querySelector(".choose-say");
    const body = result.querySelector("tbody");
    // Some names hold the council's already, such as "St George's, Preston".
    const isTold = !place.council || place.name.endsWith(place.council);
    result.querySelector(".choose-title").textContent = isTold ? place.name : `${place.name}, ${place.council}`;
    const inUse = weightsInUse(data.grounds, group);
    if (!inUse.length) {
      say.textContent = "Give at least one ground a weight above 0. Community counts once you have given a score.";
      body.replaceChildren();
      return;
    }
    const { ranked, little } = rank(data, place, group);
    const shares = topShares(data, place, group);
    body.replaceChildren(...ranked.map((one, i) => row(one, place, i + 1, shares)));
    const first = ranked.slice(0, 3).map(({ option }) => option.label.toLowerCase());
    say.textContent = first.length ? `First for ${place.name}: ${first.join(", then ")}.` : "Too little is known to rank anything.";
    const labels = new Map(data.grounds.map(({ name, label }) => [name, label.toLowerCase()]));
    const total = inUse.reduce((sum, [, weight]) => sum + weight, 0);
    const weights = inUse.map(([name, weight]) => `${labels.get(name)} ${Math.round((100 * weight) / total)}`);
    result.querySelector(".choose-weights").textContent = `Weights, of 100: ${weights.join(", ")}.`;
    list(".choose-little", "Too little is known to rank, best first", little.map(({ option }) => option));
    list(".choose-out", "Ruled out", data.options.filter(({ slug }) => group.ruledOut.has(slug)));
  }

  const pairs = (values) => Object.entries(values).map(([name, value]) => `${name}:${value}`).join(",");
  const unpaired = (text) => new Map((text ?? "").split(",").filter(Boolean).map((pair) => pair.split(":")));

  function remember() {
    const changed = sliders.filter(({ value, dataset }) => value !== dataset.start);
    part.remember({
      place: select.value === select.options[0].value ? "" : select.value,
      weights: pairs(Object.fromEntries(changed.map(({ dataset, value }) => [dataset.ground, value]))),
      out: part.ticked(outs).join("."),
      own: pairs(entered(owns, "type", 10)),
      figures: select.value === ELSEWHERE ? pairs(entered(figures, "figure", 100)) : "",
    });
  }

  function recall() {
    const asked = part.asked();
    if ([...select.options].some(({ value }) => value === asked.get("place"))) select.value = asked.get("place");
    const weights = unpaired(asked.get("weights"));
    for (const slider of sliders) slider.value = weights.get(slider.dataset.ground) ?? slider.dataset.start;
    const out = new Set((asked.get("out") ?? "").split("."));
    for (const box of outs) box.checked = out.has(box.value);
    const own = unpaired(asked.get("own"));
    for (const field of owns) field.value = own.get(field.dataset.type) ?? "";
    const given = unpaired(asked.get("figures"));
    for (const field of figures) field.value = given.get(field.dataset.figure) ?? "";
    form.querySelector(".choose-own").open = out.size > 1 || own.size > 0 || asked.has("out");
  }

  form.addEventListener("input", () => {
    show();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("beforeprint", () => {
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    result.querySelector(".choose-stamp").textContent = `Made on ${day} with ${location.href}`;
  });
  form.elements.print.addEventListener("click", () => print());
  form.elements.start.addEventListener("click", () => {
    history.replaceState(null, "", location.pathname);
    recall();
    show();
  });
  form.hidden = false;
  result.hidden = false;
  choose.querySelector(".choose-static").hidden = true;
  recall();
  show();
})();
