"use strict";

(() => {
  const box = document.querySelector(".activity-box");
  const form = box.querySelector("form");
  const field = form.querySelector("textarea");
  const status = box.querySelector("[role=status]");
  const bar = box.querySelector("progress");
  const again = box.querySelector(".activity-status button");
  const answer = box.querySelector(".activity-answer");
  const WAIT_MS = 300;
  // A screen reader says each text of the status: a few steps are enough.
  const STEP = 20;

  const { made } = part;

  function link(text, page) {
    return made("a", { href: new URL(page, new URL(box.dataset.root, location.href)).href }, text);
  }

  function list(className, items) {
    return made("ul", { className }, ...items.map((item) => made("li", {}, item)));
  }

  function typeItem(type) {
    const score = `${type.also ? "named too, " : ""}${type.likely}, ${Math.round(type.score)} of 100`;
    const name = { className: "activity-name" };
    const parts = [made("p", name, link(type.label, type.page), made("span", {}, score))];
    if (type.why.length) parts.push(list("activity-why", type.why));
    if (type.like) parts.push(made("p", { className: "activity-like" }, link(type.like.text, type.like.page)));
    if (type.links.length) {
      const links = type.links.map(({ text, page }) => link(text, page));
      parts.push(list("activity-links", links));
    }
    return made("li", { className: `domain-${type.domain}` }, ...parts);
  }

  let answered = "";
  const retire = () => part.retire(answer, answered && `“${answered}”`);

  function show(found, text) {
    answered = text;
    part.renew(answer);
    const parts = [];
    if (found.why.length) parts.push(list("activity-why", found.why));
    if (found.types.length) {
      const note = "We are right about nine times in ten when we say “very likely”.";
      parts.push(made("ol", {}, ...found.types.map(typeItem)), made("p", { className: "activity-note" }, note));
    }
    answer.replaceChildren(...parts);
  }

  function say(words, { share = NaN, retry = false } = {}) {
    status.textContent = words;
    bar.hidden = Number.isNaN(share);
    bar.value = share || 0;
    again.hidden = !retry;
  }

  function onProgress(share) {
    const percent = Math.floor((share * 100) / STEP) * STEP;
    const words = share < 1 ? `Starting Python: ${percent} %` : "Reading your text …";
    if (status.textContent === words) bar.value = share;
    else say(words, { share });
  }

  let timer;
  async function ask() {
    clearTimeout(timer);
    try {
      const text = field.value;
      const found = await live.call("match", { text }, { onProgress });
      say(found.verdict);
      show(found, text.trim());
    } catch (error) {
      if (error instanceof live.Superseded) return;
      retire();
      say(error.message, { retry: true });
    }
  }

  function askAtOnce() {
    box.querySelector(".activity-status").scrollIntoView({ block: "nearest" });
    ask();
  }

  // Only when Python runs already: typing alone fetches nothing.
  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (!field.value.trim()) retire();
    else if (live.isReady()) timer = setTimeout(ask, WAIT_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    askAtOnce();
  });
  for (const example of form.querySelectorAll(".activity-examples button")) {
    example.addEventListener("click", () => {
      field.value = example.textContent;
      askAtOnce();
    });
  }
  again.addEventListener("click", () => {
    form.querySelector("[type=submit]").focus();
    askAtOnce();
  });
})();
