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

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function link(text, page) {
    const made = element("a", "", text);
    made.href = new URL(page, new URL(box.dataset.root, location));
    return made;
  }

  function list(name, className, items) {
    return element(name, className, ...items.map((item) => element("li", "", item)));
  }

  function typeItem(type) {
    const score = `${type.likely}, ${Math.round(type.score)} of 100`;
    const parts = [element("p", "activity-name", link(type.label, type.page), element("span", "", score))];
    if (type.why.length) parts.push(list("ul", "activity-why", type.why));
    if (type.links.length) {
      const links = type.links.map(({ text, page }) => link(text, page));
      parts.push(list("ul", "activity-links", links));
    }
    return element("li", `domain-${type.domain}`, ...parts);
  }

  function show(found) {
    const parts = [];
    if (found.why.length) parts.push(list("ul", "activity-why", found.why));
    if (found.types.length) {
      const note = "Of answers with a score of 90 of 100, about nine in ten are right.";
      parts.push(element("ol", "", ...found.types.map(typeItem)), element("p", "activity-note", note));
    }
    answer.replaceChildren(...parts);
  }

  function say(words, { share, retry = false } = {}) {
    status.textContent = words;
    bar.hidden = share === undefined;
    bar.value = share ?? 0;
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
      const found = await live.call("match", { text: field.value }, { onProgress });
      say(found.verdict);
      show(found);
    } catch (error) {
      if (error instanceof live.Superseded) return;
      answer.replaceChildren();
      say(error.message, { retry: true });
    }
  }

  function askAtOnce() {
    status.parentElement.scrollIntoView({ block: "nearest" });
    ask();
  }

  // Only when Python runs already: typing alone fetches nothing.
  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (live.isReady() && field.value.trim()) timer = setTimeout(ask, WAIT_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    askAtOnce();
  });
  form.querySelector(".activity-examples")?.addEventListener("click", ({ target }) => {
    if (target.matches("button")) {
      field.value = target.textContent;
      askAtOnce();
    }
  });
  again.addEventListener("click", () => {
    form.querySelector("[type=submit]").focus();
    askAtOnce();
  });
})();
