"use strict";

// The step Evaluate for the link of the page. The form below keeps its numbers in the link, and the answer follows.
(() => {
  const root = document.querySelector(".evaluate");
  const start = root.querySelector(".evaluate-start");
  const areas = root.querySelector(".evaluate-areas");
  const tool = areas.querySelector("a");
  const page = tool.href;
  const WAIT_MS = 300;
  let answered = "";

  async function ask() {
    start.hidden = true;
    answered = location.search;
    const answer = await pathSteps.ask(root, "evaluate");
    if (!answer) return;
    tool.href = part.carried(page);
    areas.hidden = false;
  }

  let timer;
  document.addEventListener("remembered", () => {
    if (location.search === answered || !readersLink.isAgreed()) return;
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  start.querySelector("button").addEventListener("click", () => {
    readersLink.agree();
    ask();
  });
  if (location.search) readersLink.whenAgreed(root, ask);
  else start.hidden = false;
})();
