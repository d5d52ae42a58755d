"use strict";

(() => {
  const plan = document.querySelector(".plan");
  const form = plan.querySelector("form");
  const say = plan.querySelector(".plan-say");
  const answer = plan.querySelector(".plan-answer");
  const { words } = say.dataset;
  const notes = plan.querySelector(".plan-notes");
  const cells = [...plan.querySelectorAll("tbody td")];
  const fields = [...form.querySelectorAll("input, select")];
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

  function remember() {
    const changed = fields.map(({ name, value, dataset }) => [name, value === dataset.start ? "" : value]);
    part.remember(Object.fromEntries(changed));
  }

  function recall() {
    const asked = part.asked();
    const kept = fields.filter(({ name }) => asked.has(name));
    const unused = [];
    for (const field of kept) {
      field.value = asked.get(field.name) ?? "";
      if (field.checkValidity() && field.value) continue;
      field.value = field.dataset.start;
      const label = form.querySelector(`label[for="${field.id}"]`).textContent;
      unused.push(`The link has no usable value for “${label}”; the programme’s stands instead.`);
    }
    part.tellUnused(say, unused);
    return kept.length > 0;
  }

  function ask() {
    const retire = () => part.retire(answer, answered);
    if (part.isRefused(form, say, retire)) return;
    remember();
    const wanted = request();
    live.ask("plan", wanted, say, (found) => show(found, wanted), retire);
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
