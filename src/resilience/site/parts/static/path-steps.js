"use strict";

// The steps of the path from place to plan: `pathSteps.call(only)` asks the book's Python what they say for the
// link of this page, `pathSteps.show(root, step)` shows one, and `pathSteps.ask(root, only)` does both. What a step
// says is plain text throughout (`planning/blocks.py`): nothing of it is ever read as HTML.
const pathSteps = (() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript);
  const book = new URL("..", here.src);
  const { made } = part;
  // The others need no table of all places of the nation.
  const WITHOUT_TABLE = new Set(["place", "change", "options"]);
  const FAILED = "How the place stands can’t be fetched just now. Load the page again.";

  /** Give the address of a page of the book, which may name a place on it. */
  function pageOf(name) {
    const [page] = name.split(/[?#]/);
    return new URL(`${page}.html${name.slice(page.length)}`, book);
  }

  /** Give a link to a step that keeps what was answered. */
  const linkTo = ({ page, title }) => made("a", { href: part.carried(pageOf(page).href) }, `Go to “${title}”`);

  const isPublic = (url) => /^https?:\/\//.test(url);

  function source({ text, page, url }) {
    if (page) return made("a", { href: pageOf(page).href }, text);
    return isPublic(url) ? made("a", { href: url }, text) : text;
  }

  /** Give the nodes of a sentence or a cell, with its sources and how sure it is; a source's mere name is its link. */
  function saidOf({ text, sources, sure }) {
    if (!sure && sources.length === 1 && sources[0].text === text) return [source(sources[0])];
    const links = sources.flatMap((one, at) => [at ? "; " : "", source(one)]);
    const certain = sure ? [made("span", { className: "path-sure" }, "How sure:"), ` ${sure}`] : [];
    const aside = [...links, links.length && sure ? ". " : "", ...certain];
    return links.length || sure ? [text, " ", made("span", { className: "path-aside" }, "(", ...aside, ")")] : [text];
  }

  const listOf = (said) => made("ul", {}, ...said.map((one) => made("li", {}, ...saidOf(one))));

  const role = (name, element) => {
    element.setAttribute("role", name);
    return element;
  };

  function row(heads, cells) {
    const [first, ...rest] = cells.map((content, at) => {
      const cell = role(at ? "cell" : "rowheader", made(at ? "td" : "th", {}, made("div", {}, ...content)));
      cell.dataset.label = heads[at];
      return cell;
    });
    first.scope = "row";
    return role("row", made("tr", {}, first, ...rest));
  }

  /** Give a table whose rows are cells, each a list of nodes. */
  function tableOf({ caption, heads, rows }) {
    const columns = heads.map((head) => role("columnheader", made("th", { scope: "col" }, head)));
    const head = role("rowgroup", made("thead", {}, role("row", made("tr", {}, ...columns))));
    const body = role("rowgroup", made("tbody", {}, ...rows.map((cells) => row(heads, cells))));
    const table = role("table", made("table", { className: "data" }, made("caption", {}, caption), head, body));
    const box = role("region", made("div", { className: "table-scroll as-cards", tabIndex: 0 }, table));
    box.setAttribute("aria-label", `Table: ${caption}`);
    return box;
  }

  const table = (given) => tableOf({ ...given, rows: given.rows.map((cells) => cells.map(saidOf)) });

  function section({ heading, said, table: rows, folded }, level) {
    const content = [said.length ? listOf(said) : "", rows ? table(rows) : ""];
    if (!folded) return made("section", {}, made(level, {}, heading), ...content);
    const body = made("div", { className: "fold-body" }, ...content);
    return made("details", { className: "fold" }, made("summary", {}, made(level, {}, heading)), body);
  }

  /** Give the list of what is missing, each with a way to the step where it can be answered. */
  function missing(step, level) {
    const items = step.missing.map((text) => made("li", {}, text, " ", linkTo(step)));
    return made("section", {}, made(level, {}, "What is missing"), made("ul", {}, ...items));
  }

  /**
   * Show what a step says; `data-level` of the root names the headings of its sections, `h3` where it does not.
   * @param {HTMLElement} root
   * @param {any} step
   */
  function show(root, step) {
    const level = root.dataset.level ?? "h3";
    const answer = step.answer.length ? [made("div", { className: "answer" }, listOf(step.answer))] : [];
    root.replaceChildren(
      ...answer,
      ...step.sections.map((one) => section(one, level)),
      ...(step.missing.length ? [missing(step, level)] : []),
      ...(step.rests_on ? [made("p", { className: "path-rests" }, step.rests_on)] : []),
    );
  }

  /** Fetch how the place of the link stands; null where it names none, or none that is on record. */
  async function standing() {
    const place = part.asked().get("place");
    return place ? findPlace.standing(place) : null;
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  const nationOf = (place, only) =>
    place && !WITHOUT_TABLE.has(only) ? [`nation-${place.file.nation.toLowerCase().replaceAll(" ", "-")}`] : [];

  // Parts of one page ask one after the other, for a later call of a handler takes the place of an earlier one.
  let turn = Promise.resolve();

  /**
   * Promise the answer for the link as it is now: `{ steps, lost }`, and the pack where all steps are asked for.
   * @param {string} only the name of a step, or nothing for all
   * @param {(share: number) => void} [onProgress]
   */
  function call(only, onProgress = () => {}) {
    const { origin, pathname, search } = location;
    const request = { link: search, only, day: today(), address: origin + pathname };
    const asked = standing().catch(() => {
      throw new Error(FAILED);
    });
    asked.catch(() => {});
    const answer = turn.then(async () => {
      const place = await asked;
      return live.call("path", { ...request, standing: place }, { onProgress, data: nationOf(place, only) });
    });
    turn = answer.catch(() => {});
    return answer;
  }

  const progress = (share) => (share < 1 ? "Starting Python …" : "Computing …");
  const latest = new WeakMap();

  /**
   * Ask for a step, and show it in `.path-answer` of the root; `.path-say` says how far it is, and what of the link
   * could not be used. Promises the whole answer, or null where a later call took the place of this one.
   * @param {HTMLElement} root
   * @param {string} only
   */
  async function ask(root, only) {
    const mine = (latest.get(root) ?? 0) + 1;
    latest.set(root, mine);
    const isLate = () => latest.get(root) !== mine;
    const say = root.querySelector(".path-say");
    const onProgress = (share) => {
      if (!isLate()) say.textContent = progress(share);
    };
    try {
      const answer = await call(only, onProgress);
      if (isLate()) return null;
      say.textContent = answer.lost.join(" ");
      show(root.querySelector(".path-answer"), answer.steps[only]);
      return answer;
    } catch (error) {
      if (!isLate()) say.textContent = error.message;
      return null;
    }
  }

  for (const one of document.querySelectorAll(".path-step")) {
    readersLink.whenAgreed(one, () => ask(one, one.dataset.step));
  }

  return Object.freeze({ ask, call, show, progress, saidOf, tableOf, pageOf, linkTo, isPublic, root: book });
})();
