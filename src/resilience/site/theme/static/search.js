"use strict";

(() => {
  const PAGE_SIZE = 10;
  const WAIT_MS = 200;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const part = (name) => document.querySelector(`#search-${name}`);
  const form = part("form");
  const field = part("q");
  const kind = form.querySelector("select");
  const status = part("status");
  const list = part("results");
  const more = part("more");

  let engine;
  let found = [];
  let shown = 0;

  function loadEngine() {
    engine ??= import(new URL("../pagefind/pagefind.js", script.src).href).then(async (pagefind) => {
      await pagefind.options({ excerptLength: 28 });
      await offerKinds(pagefind);
      return pagefind;
    });
    return engine;
  }

  async function offerKinds(pagefind) {
    const counts = (await pagefind.filters()).kind ?? {};
    for (const name of Object.keys(counts)) kind.add(new Option(name, name));
    form.querySelector(".search-kind").hidden = kind.length < 3;
  }

  // Pagefind marks the hits in an excerpt and escapes angle brackets, nothing else. Build nodes from it, never HTML.
  const decode = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");

  function addExcerpt(parent, excerpt) {
    excerpt.split(/<\/?mark>/).forEach((piece, index) => {
      const target = index % 2 ? parent.appendChild(document.createElement("mark")) : parent;
      target.append(decode(piece));
    });
  }

  function element(name, className, text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  function resultItem(page) {
    const item = element("li");
    const link = element("a", "", page.meta.title);
    link.href = page.url;
    const excerpt = element("p");
    addExcerpt(excerpt, page.excerpt);
    item.append(link, element("p", "search-label", page.meta.kind), excerpt);
    return item;
  }

  async function showMore() {
    const batch = found.slice(shown, shown + PAGE_SIZE);
    const pages = await Promise.all(batch.map((result) => result.data()));
    const items = pages.map(resultItem);
    list.append(...items);
    if (shown > 0) items[0].querySelector("a").focus();
    shown += items.length;
    more.hidden = shown >= found.length;
  }

  function remember(words) {
    const address = new URL(location.href);
    words ? address.searchParams.set("q", words) : address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }

  function tally(count, words) {
    if (count === 0) return `Nothing found for “${words}”. Try fewer or other words.`;
    return `${count} ${count === 1 ? "page" : "pages"} found for “${words}”`;
  }

  let latest = 0;
  async function search() {
    const words = field.value.trim();
    const turn = ++latest;
    remember(words);
    try {
      const pagefind = await loadEngine();
      const filters = kind.value ? { kind: kind.value } : {};
      const results = words ? (await pagefind.search(words, { filters })).results : [];
      if (turn !== latest) return;
      found = results;
    } catch {
      status.textContent = "Search isn’t available here just now. The sections above list every page.";
      return;
    }
    shown = 0;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = words ? tally(found.length, words) : "";
    await showMore();
  }

  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT_MS);
  });
  field.addEventListener("focus", loadEngine, { once: true });
  kind.addEventListener("change", search);
  more.addEventListener("click", showMore);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search();
})();
