"use strict";

// A link starts no Python by itself: what the path would work out from it waits until the reader asks for it. What
// was asked for is kept for this tab, as the link itself. So whoever goes on to the next step is not asked again,
// and a link from elsewhere, being another one, waits. Where nothing can be kept, each page asks.
const readersLink = (() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript);
  // Other books may stand on the same host.
  const KEY = `asked for ${new URL("..", here.src).pathname}`;
  const waiting = [];
  let button = "";

  function kept() {
    try {
      return sessionStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function keep() {
    try {
      sessionStorage.setItem(KEY, location.search);
    } catch {
      // The next page asks.
    }
  }

  let isAgreed = kept() === location.search;

  /** Start what waits on this page: a reader has asked for it. */
  function agree() {
    isAgreed = true;
    keep();
    for (const start of waiting.splice(0)) start();
  }

  const leave = () => location.assign(location.pathname);

  /**
   * Start a part of the path once the reader asks for its link; until then its line says that it waits. The first
   * part of a page has the button for all of them.
   * @param {HTMLElement} root holds its words as `data-linked`, and `.path-say`
   * @param {() => void} go
   */
  function whenAgreed(root, go) {
    const words = JSON.parse(root.dataset.linked ?? "");
    const say = /** @type {HTMLElement} */ (root.querySelector(".path-say"));
    const tell = part.choiceLine(say);
    const line = /** @type {HTMLElement} */ (say.previousElementSibling);
    line.tabIndex = -1;
    const isFirst = !button;
    button ||= words.compute;
    function start() {
      const hadFocus = line.contains(document.activeElement);
      if (isFirst) tell(words.by_link, [[words.back, leave]]);
      else tell();
      // Not to the way back, where a second press of Enter would leave what was asked for.
      if (hadFocus) line.focus();
      go();
    }
    if (isAgreed) {
      start();
      return;
    }
    waiting.push(start);
    if (!isFirst) tell(part.fill(words.waits, { button }));
    else {
      tell(words.linked, [
        [words.compute, agree],
        [words.back, leave],
      ]);
    }
  }

  document.addEventListener("remembered", () => isAgreed && keep());

  return Object.freeze({ agree, keep, whenAgreed, isAgreed: () => isAgreed });
})();
