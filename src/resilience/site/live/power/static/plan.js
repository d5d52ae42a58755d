"use strict";

(() => {
  const part = document.querySelector(".plan");
  const form = part.querySelector("form");
  const say = part.querySelector(".plan-say");
  const notes = part.querySelector(".plan-notes");
  const cells = [...part.querySelectorAll("tbody td")];
  const fields = [...form.querySelectorAll("input, select")];
  const WAIT_MS = 300;

  const request = () => Object.fromEntries(fields.map(({ name, value }) => [name, value]));

  function show(found, change) {
    const seen = `a difference in change of at least ${found.smallest.toFixed(1)} points`;
    const hoped = `It would see one of ${Number(change)} points ${found.power.toFixed(0)} times in 100.`;
    say.textContent = `With these numbers an evaluation would see, four times in five, ${seen}. ${hoped}`;
    notes.replaceChildren(...found.notes.map((note) => Object.assign(document.createElement("li"), { textContent: note })));
    const rows = [...found.by_households, ...found.by_areas];
    rows.forEach(({ smallest }, place) => (cells[place].textContent = smallest.toFixed(1)));
  }

  function remember() {
    const address = new URL(location.href);
    for (const { name, value, dataset } of fields) {
      if (value === dataset.start) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.replaceState(null, "", address);
  }

  function recall() {
    const asked = new URL(location.href).searchParams;
    const kept = fields.filter(({ name }) => asked.has(name));
    for (const field of kept) field.value = asked.get(field.name);
    return kept.length > 0;
  }

  async function ask() {
    if (!form.reportValidity()) return;
    remember();
    const wanted = request();
    try {
      const onProgress = (share) => (say.textContent = share < 1 ? "Starting Python …" : "Computing …");
      show(await live.call("plan", wanted, { onProgress }), wanted.change);
    } catch (error) {
      if (error instanceof live.Superseded) return;
      notes.replaceChildren();
      say.textContent = error.message;
    }
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
