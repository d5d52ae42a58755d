"use strict";

(() => {
  const part = document.querySelector(".areas");
  const form = part.querySelector("form");
  const say = part.querySelector(".areas-say");
  const { place, own, apart } = form.elements;
  const boxes = [...form.querySelectorAll("[name=indicator]")];

  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const request = () => ({ place: place.value, indicators: chosen(), own_council: own.checked, apart_km: apart.value });
  const signed = (number) => `${number < 0 ? "-" : "+"}${Math.abs(number).toFixed(2)}`;

  function row([head, ...cells]) {
    const line = document.createElement("tr");
    line.append(Object.assign(document.createElement("th"), { scope: "row", textContent: head }));
    line.append(...cells.map((cell) => Object.assign(document.createElement("td"), { textContent: cell })));
    return line;
  }

  function show({ matches, balance, candidates, without_figures: without }, asked) {
    const name = place.selectedOptions[0].textContent;
    const left = without ? ` ${without} more lack a figure.` : "";
    say.textContent = `For ${name}, on ${asked.indicators.length} of ${boxes.length} figures, from ${candidates} wards.${left}`;
    const near = matches.map(([ward, council, distance]) => row([ward, council, distance.toFixed(2)]));
    const fit = balance.map(([label, own_, mean, before, after]) => row([label, own_.toFixed(1), mean.toFixed(1), signed(before), signed(after)]));
    part.querySelector(".areas-matches tbody").replaceChildren(...near);
    part.querySelector(".areas-balance tbody").replaceChildren(...fit);
  }

  function remember() {
    const address = new URL(location.href);
    const set = (name, value) => (value ? address.searchParams.set(name, value) : address.searchParams.delete(name));
    set("place", place.value === place.options[0].value ? "" : place.value);
    set("without", boxes.filter((box) => !box.checked).map((box) => box.value).join("."));
    set("own", own.checked ? "yes" : "");
    set("apart", apart.value === apart.dataset.start ? "" : apart.value);
    history.replaceState(null, "", address);
  }

  function recall() {
    const asked = new URL(location.href).searchParams;
    const known = ["place", "without", "own", "apart"].filter((name) => asked.has(name));
    if ([...place.options].some(({ value }) => value === asked.get("place"))) place.value = asked.get("place");
    const without = new Set((asked.get("without") ?? "").split("."));
    for (const box of boxes) box.checked = !without.has(box.value);
    own.checked = asked.get("own") === "yes";
    apart.value = asked.get("apart") ?? apart.dataset.start;
    return known.length > 0;
  }

  async function ask() {
    if (!form.reportValidity()) return;
    remember();
    const asked = request();
    try {
      const onProgress = (share) => (say.textContent = share < 1 ? "Starting Python …" : "Computing …");
      show(await live.call("areas", asked, { onProgress }), asked);
    } catch (error) {
      if (!(error instanceof live.Superseded)) say.textContent = error.message;
    }
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
