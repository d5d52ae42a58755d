"use strict";

(() => {
  const areas = document.querySelector(".areas");
  const form = areas.querySelector("form");
  const say = areas.querySelector(".areas-say");
  const answer = areas.querySelector(".areas-answer");
  const verdict = areas.querySelector(".areas-verdict");
  const { words, more } = say.dataset;
  const { place, own, apart } = form.elements;
  const boxes = [...form.querySelectorAll("[name=indicator]")];

  const request = () => ({
    place: place.value,
    indicators: part.ticked(boxes),
    own_council: own.checked,
    apart_km: apart.value,
  });
  const signed = (number) => `${number < 0 ? "-" : "+"}${Math.abs(number).toFixed(2)}`;

  function row([head, ...cells]) {
    const made = cells.map((cell) => part.made("td", {}, cell));
    return part.made("tr", {}, part.made("th", { scope: "row" }, head), ...made);
  }

  // What the answer that is shown was asked for.
  let answered = say.dataset.start;

  function show({ matches, balance, candidates, verdict: said, without_figures: without }, { indicators }) {
    const name = place.selectedOptions[0].textContent;
    const found = { place: name, chosen: indicators.length, all: boxes.length, candidates };
    answered = part.fill(say.dataset.asked, found);
    say.textContent = part.fill(words, found) + (without ? part.fill(more, { without }) : "");
    verdict.textContent = said;
    part.renew(answer);
    const near = matches.map(([ward, council, distance]) => row([ward, council, distance.toFixed(2)]));
    const fit = balance.map(([label, here, mean, before, after]) =>
      row([label, here.toFixed(1), mean.toFixed(1), signed(before), signed(after)]),
    );
    areas.querySelector(".areas-matches tbody").replaceChildren(...near);
    areas.querySelector(".areas-balance tbody").replaceChildren(...fit);
  }

  function remember() {
    part.remember({
      place: place.value === place.options[0].value ? "" : place.value,
      without: part.ticked(boxes, false).join("."),
      own: own.checked ? "yes" : "",
      apart: apart.value === apart.dataset.start ? "" : apart.value,
    });
  }

  function recall() {
    const asked = part.asked();
    const known = ["place", "without", "own", "apart"].filter((name) => asked.has(name));
    const unused = [];
    const first = place.options[0];
    if ([...place.options].some(({ value }) => value === asked.get("place"))) place.value = asked.get("place");
    else if (asked.has("place")) unused.push(`The link names a place that is not here; ${first.textContent} stands instead.`);
    const without = new Set((asked.get("without") ?? "").split("."));
    for (const box of boxes) box.checked = !without.has(box.value);
    own.checked = asked.get("own") === "yes";
    apart.value = asked.get("apart") ?? apart.dataset.start;
    if (!apart.checkValidity()) {
      apart.value = apart.dataset.start;
      unused.push(`The link names a distance that can’t be; ${apart.value} km stands instead.`);
    }
    part.tellUnused(say, unused);
    return known.length > 0;
  }

  function ask() {
    const retire = () => part.retire(answer, answered);
    if (part.isRefused(form, say, retire)) return;
    remember();
    const asked = request();
    live.ask("areas", asked, say, (found) => show(found, asked), retire);
  }

  // Only when Python runs already: a choice alone fetches nothing.
  form.addEventListener("change", () => live.isReady() && ask());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.hidden = false;
  if (recall()) ask();
})();
