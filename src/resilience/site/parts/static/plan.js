"use strict";

(() => {
  const plan = document.querySelector(".plan");
  const form = plan.querySelector("form");
  const say = plan.querySelector(".plan-say");
  const { words } = say.dataset;
  const notes = plan.querySelector(".plan-notes");
  const cells = [...plan.querySelectorAll("tbody td")];
  const fields = [...form.querySelectorAll("input, select")];
  const WAIT_MS = 300;

  const request = () => Object.fromEntries(fields.map(({ name, value }) => [name, value]));

  function show(found, change) {
    const [smallest, power] = [found.smallest.toFixed(1), found.power.toFixed(0)];
    say.textContent = part.fill(words, { smallest, change: Number(change), power });
    notes.replaceChildren(...found.notes.map((note) => part.made("li", {}, note)));
    const rows = [...found.by_households, ...found.by_areas];
    rows.forEach((row, place) => (cells[place].textContent = row.smallest.toFixed(1)));
  }

  function remember() {
    const changed = fields.map(({ name, value, dataset }) => [name, value === dataset.start ? "" : value]);
    part.remember(Object.fromEntries(changed));
  }

  function recall() {
    const asked = part.asked();
    const kept = fields.filter(({ name }) => asked.has(name));
    for (const field of kept) field.value = asked.get(field.name) ?? "";
    return kept.length > 0;
  }

  function ask() {
    if (!form.reportValidity()) return;
    remember();
    const wanted = request();
    live.ask(
      "plan",
      wanted,
      say,
      (found) => show(found, wanted.change),
      () => notes.replaceChildren(),
    );
  }

  let timer;
  // Only when Python runs already: typing alone fetches nothing.
  form.addEventListener("input", () => {
    clearTimeout(timer);
    if (live.isReady() && form.checkValidity()) timer = setTimeout(ask, WAIT_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.elements.reset.addEventListener("click", () => {
    for (const field of fields) field.value = field.dataset.start;
    ask();
  });
  form.hidden = false;
  if (recall()) ask();
})();
