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
  const wayOn = part("way-on");
  const place = part("place");

  const root = new URL("..", script.src);
  let index;
  let version = "";
  let perFile = 1;
  const files = new Map();
  let found = [];
  let roots = new Set();
  let shown = 0;

  async function fetched(name, options = {}) {
    const answer = await fetch(new URL(`_static/search/${name}`, root), options);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  }

  // Always asked for anew, so that its version names files of words that fit it.
  function loadPages() {
    index ??= fetched("pages.json", { cache: "no-cache" }).then((data) => {
      ({ version, perFile } = data);
      return searchRanking.prepare(data);
    });
    return index;
  }

  async function load(name, use = (content) => content) {
    if (!files.has(name)) files.set(name, fetched(`${name}.json?${version}`).then(use));
    return files.get(name);
  }

  const loadText = (ready, letter) => load(letter, (held) => searchRanking.addText(ready, held));

  async function sentencesOf({ number }) {
    const says = await load(`says-${Math.floor(number / perFile)}`);
    return says[number % perFile];
  }

  function element(name, className, text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  // Marks the words of the query in a sentence.
  function addSentence(parent, sentence) {
    for (const piece of sentence.split(/([\p{L}\p{N}'’]+)/u)) {
      const [stem] = searchWords.stems(piece);
      if (stem && roots.has(stem)) parent.append(element("mark", "", piece));
      else parent.append(piece);
    }
  }

  function resultItem({ page }, sentences) {
    const item = element("li");
    const link = element("a", "", page.title);
    link.href = new URL(`${page.docname}.html`, root).href;
    const says = element("p");
    addSentence(says, sentences);
    item.append(link, element("p", "search-label", [page.kind, page.facts].filter(Boolean).join(" · ")), says);
    return item;
  }

  async function showMore() {
    const batch = found.slice(shown, shown + PAGE_SIZE);
    const turn = latest;
    const sentences = await Promise.all(batch.map(sentencesOf));
    if (turn !== latest) return;
    const items = batch.map((hit, i) => resultItem(hit, sentences[i]));
    list.append(...items);
    if (shown > 0) items[0].querySelector("a").focus();
    shown += items.length;
    more.hidden = shown >= found.length;
  }

  function remember(words) {
    const address = new URL(location.href);
    for (const [name, value] of [["q", words], ["kind", kind.value]]) {
      value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  }

  const quoted = (words) => words.map((word) => `“${word}”`).join(", ");

  function tally({ mended, unknown, shown: words }, count, asked) {
    if (!words.length) return `Nothing found for “${asked}”.`;
    const gone = [...mended.map(([word]) => word), ...unknown];
    const results = `${count} ${count === 1 ? "result" : "results"}`;
    if (!gone.length) return `${results} for “${asked}”`;
    return `Nothing for ${quoted(gone)}; showing ${results} for “${words.join(" ")}”`;
  }

  function offerKinds(hits) {
    const chosen = kind.value;
    const kinds = [...new Set(hits.map(({ page }) => page.kind))];
    if (chosen && !kinds.includes(chosen)) kinds.push(chosen);
    kind.replaceChildren(new Option("Everything", ""), ...kinds.map((name) => new Option(name, name)));
    kind.value = chosen;
    form.querySelector(".search-kind").hidden = kinds.length < 2;
  }

  let latest = 0;
  async function search(isBeingWritten = false) {
    const asked = field.value.trim();
    const turn = ++latest;
    remember(asked);
    let answer;
    try {
      const ready = await loadPages();
      await Promise.all(searchRanking.lettersOf(ready, asked).map((letter) => loadText(ready, letter)));
      if (turn !== latest) return;
      answer = searchRanking.find(ready, asked, isBeingWritten);
    } catch {
      status.textContent = "Search isn’t available here just now. The sections above list every page.";
      return;
    }
    offerKinds(answer.hits);
    found = kind.value ? answer.hits.filter(({ page }) => page.kind === kind.value) : answer.hits;
    roots = new Set(answer.groups.flat());
    shown = 0;
    list.replaceChildren();
    status.textContent = asked ? tally(answer, found.length, asked) : "";
    place.hidden = !asked;
    place.querySelector("a").search = new URLSearchParams({ find: asked }).toString();
    wayOn.hidden = !asked || found.length > 0;
    more.hidden = true;
    await showMore();
  }

  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => search(true), WAIT_MS);
  });
  field.addEventListener("focus", loadPages, { once: true });
  kind.addEventListener("change", () => search());
  more.addEventListener("click", showMore);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });

  const address = new URLSearchParams(location.search);
  field.value = address.get("q") ?? "";
  const chosen = address.get("kind");
  if (chosen) {
    kind.add(new Option(chosen, chosen));
    kind.value = chosen;
  }
  if (field.value) search();
})();
