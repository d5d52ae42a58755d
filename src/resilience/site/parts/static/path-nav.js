"use strict";

// The path from place to plan: its links carry all that the link of this page holds, and each step says whether
// it is answered. Every other link of the page to a page of the path carries it too, unless it has a query itself.
(() => {
  const list = document.querySelector(".path-nav[data-words]");
  const words = JSON.parse(list.dataset.words);
  const items = [...list.querySelectorAll("li")];
  const foot = document.querySelector(".path-foot[data-keys]");
  const also = new URL(list.dataset.also, location.href).pathname;
  const pages = new Set([also, ...[...list.querySelectorAll("a")].map(({ pathname }) => pathname)]);
  /** @type {any[]} */
  const links = [...document.querySelectorAll("main a[href]")];
  const onward = links.filter(({ pathname, search, attributes }) => {
    return pages.has(pathname) && !search && !attributes.href.value.startsWith("#");
  });
  const plain = new Map(onward.map((one) => [one, one.href]));

  function isAnswered({ dataset }) {
    const asked = part.asked();
    return dataset.keys.split(" ").some((key) => asked.get(key));
  }

  function follow() {
    for (const [one, page] of plain) one.href = part.carried(page);
    for (const item of items.filter(({ dataset }) => dataset.keys)) {
      const done = isAnswered(item);
      item.classList.toggle("is-answered", done);
      item.querySelector(".path-state").textContent = done ? words.done : words.open;
    }
    if (!foot) return;
    const done = isAnswered(foot);
    const go = foot.querySelector(".path-go");
    go.textContent = done ? go.dataset.next : go.dataset.skip;
    foot.querySelector(".path-without").hidden = done;
  }

  /** Two steps stand on one page: say at which of them a reader came in. */
  function mark() {
    const own = items.map((item) => item.querySelector("a")).filter(({ pathname }) => pathname === location.pathname);
    const here = own.find(({ hash }) => hash === location.hash);
    if (own.length < 2 || !here) return;
    for (const one of own) one.removeAttribute("aria-current");
    here.setAttribute("aria-current", "step");
    list.querySelector(".path-at").textContent = String(items.findIndex((item) => item.contains(here)) + 1);
  }

  document.addEventListener("remembered", follow);
  window.addEventListener("hashchange", mark);
  follow();
  mark();
})();
