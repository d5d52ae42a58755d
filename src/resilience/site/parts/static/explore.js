"use strict";

// A list that readers sort, narrow down and take with them; without this script all of it stands there.
(() => {
  const STEP = 25;
  /** So few rows more are shown at once, rather than hidden. */
  const FEW = 5;
  /** Milliseconds without a change after which the address keeps the choice. */
  const PAUSE = 250;

  function explore(box, place) {
    const words = JSON.parse(box.dataset.words);
    const form = box.querySelector("form");
    const status = box.querySelector(".explore-status");
    const none = box.querySelector(".explore-none");
    const back = box.querySelector(".explore-back");
    const next = box.querySelector(".explore-next");
    const [more, every] = next.querySelectorAll("button");
    const further = box.querySelector(".explore-parts");
    const table = box.querySelector("table");
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const names = heads.map((head) => head.textContent.trim());
    const { q, order, from, to, csv } = form.elements;
    const choices = [...form.querySelectorAll("[data-choice]")];
    const controls = [q, ...choices, ...[from, to].filter(Boolean)];
    const rows = [...body.rows].map(exploreRows.known);
    const index = exploreWords.index();
    let fitting = rows;
    let limit = STEP;
    let isPrinted = false;
    let rest = further ? "to come" : "here";

    const number = (n) => n.toLocaleString("en-GB");
    const labelled = (control) => control.labels[0].textContent;
    const initial = (control) => [...(control.options ?? [])].find((option) => option.defaultSelected)?.value ?? "";
    const isInitial = () => controls.every((control) => control.value.trim() === initial(control));
    const shownOf = (n) => (isPrinted || n <= limit + FEW ? n : limit);

    /** Take the words of rows into the index, until the time that there is for it is over. */
    function learn(isTime = () => true) {
      for (const row of rows) {
        if (index.has(row.place)) continue;
        if (!isTime()) return;
        index.add(row.place, exploreRows.words(row, choices));
      }
    }

    function found(asked) {
      learn();
      return index.finder(asked);
    }

    function fits() {
      const finds = q.value.trim() ? found(q.value) : null;
      const wanted = choices.flatMap((one, column) => (one.value ? [{ column, mark: `,${one.selectedIndex},` }] : []));
      const [first, last] = [from, to].map((control) => Number(control?.value ?? 0));
      return (row) =>
        wanted.every(({ column, mark }) => row.has[column].includes(mark)) &&
        (!first || row.year >= first) &&
        (!last || (row.year > 0 && row.year <= last)) &&
        (!finds || finds(row.place));
    }

    function sort() {
      const at = order.selectedIndex - 1;
      const column = at >> 1;
      const isText = at >= 0 && heads[column].dataset.order === "words";
      const isTurned = at % 2 === 1;
      if (at < 0) rows.sort((a, b) => a.place - b.place);
      else exploreRows.sort(rows, { column, isText, isTurned });
      for (const head of heads) head.removeAttribute("aria-sort");
      if (at >= 0) heads[column].setAttribute("aria-sort", isText === isTurned ? "descending" : "ascending");
    }

    function chosen() {
      const said = controls.filter((control) => control.value.trim());
      return said.map((control) => {
        const value = control.options ? control.selectedOptions[0].text : control.value.trim();
        return control === q ? `“${value}”` : `${labelled(control)}: ${value}`;
      });
    }

    /** How many rows fit; before the rest is here, readers have chosen nothing, and the build has counted. */
    const fitted = () => (rest === "to come" ? Number(box.dataset.first) : fitting.length);

    function sentence() {
      if (rest === "on its way") return words.loading;
      if (rest === "missing") return words.failed;
      const n = fitted();
      const shown = shownOf(fitting.length);
      const choice = chosen();
      const said = part.fill(choice.length ? words.some : words.all, {
        n: number(n),
        total: number(Number(box.dataset.total)),
        fits: n === 1 ? words.fits : words.fit,
        choice: choice.join("; "),
      });
      return shown < n ? part.fill(words.first, { said, shown: number(shown) }) : said;
    }

    // Rows that come from a further page are told apart for a phone as book.js did with the first.
    function dressed({ element }) {
      if (element.hasAttribute("role")) return element;
      element.setAttribute("role", "row");
      [...element.cells].forEach((cell, column) => {
        cell.dataset.label = names[column];
        cell.setAttribute("role", column ? "cell" : "rowheader");
      });
      return element;
    }

    function draw() {
      const shown = shownOf(fitting.length);
      const held = document.createDocumentFragment();
      const focused = /** @type {HTMLElement} */ (document.activeElement);
      held.append(...fitting.slice(0, shown).map(dressed));
      body.replaceChildren(held);
      // A row that is drawn again, as when the rest of the list has come, has lost the keyboard.
      if (body.contains(focused)) focused.focus({ preventScroll: true });
      const left = fitted() - shown;
      next.hidden = !left;
      more.textContent = part.fill(words.more, { n: Math.min(left, STEP) });
      every.textContent = part.fill(words.every, { n: number(fitted()) });
      none.hidden = fitting.length > 0 || rest !== "here";
      back.hidden = isInitial() || !none.hidden;
      status.textContent = sentence();
    }

    function narrow() {
      fitting = rows.filter(fits());
      draw();
    }

    // The address keeps what differs from the start; a second list on a page adds its number to the names.
    const parameter = (control) => (place ? `${control.name}${place + 1}` : control.name);
    let pause = 0;
    function remember() {
      clearTimeout(pause);
      pause = setTimeout(() => {
        const kept = [...controls, order].map((control) => {
          const value = control.value.trim();
          return [parameter(control), value === initial(control) ? "" : value || "all"];
        });
        part.remember(Object.fromEntries(kept));
      }, PAUSE);
    }

    function recall() {
      for (const control of [...controls, order]) {
        const asked = part.asked().get(parameter(control));
        if (asked === null) continue;
        control.value = asked === "all" && control.options ? "" : asked;
        if (control.selectedIndex < 0) control.value = initial(control);
      }
      for (const fold of form.querySelectorAll("details")) {
        fold.open = controls.some((control) => fold.contains(control) && control.value);
      }
    }

    async function fetchParts() {
      if (rest === "here") return;
      rest = "on its way";
      status.textContent = sentence();
      try {
        const pages = await Promise.all([...further.querySelectorAll("a")].map((link) => fetch(link.href)));
        for (const page of pages) {
          if (!page.ok) throw new Error(page.statusText);
          const read = new DOMParser().parseFromString(await page.text(), "text/html");
          for (const row of read.querySelectorAll(".explore-part tbody tr")) {
            rows.push(exploreRows.known(document.adoptNode(row), rows.length));
          }
          learn();
        }
        rest = "here";
        further.hidden = true;
      } catch {
        rest = "missing";
      }
      sort();
      narrow();
    }

    /** @type {Promise<void> | null} */
    let fetching = null;
    const fetchRest = () => (fetching ??= fetchParts());

    // So the first key finds the words known, where there was time for it.
    function learnInTime(deadline) {
      learn(() => deadline.timeRemaining() > 1);
      if (rows.some((row) => !index.has(row.place))) requestIdleCallback(learnInTime);
    }

    function wake() {
      fetchRest().then(() => window.requestIdleCallback?.(learnInTime));
    }

    function follow() {
      limit = STEP;
      remember();
      wake();
      narrow();
    }

    function reorder() {
      sort();
      follow();
    }

    // Several keys may come before the next frame.
    let isDue = false;
    function followSoon() {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        follow();
      });
    }

    function extend(to) {
      const before = body.rows.length;
      limit = to;
      draw();
      body.rows[before]?.querySelector("a, button")?.focus();
      wake();
    }

    function print(is) {
      if (is === isPrinted) return;
      isPrinted = is;
      draw();
    }

    async function saveTable() {
      await fetchRest();
      const hidden = choices.filter((choice) => !names.includes(labelled(choice)));
      const { line } = box.dataset;
      const head = [names[0], ...(line ? [line] : []), ...names.slice(1), ...hidden.map(labelled), words.page];
      const cells = fitting.map((row) => exploreRows.cells(row, { hasLine: Boolean(line), choices, hidden }));
      exploreFiles.save(`${form.dataset.name}.csv`, "text/csv", exploreFiles.csv(head, cells));
    }

    /** @param {HTMLButtonElement} button */
    async function saveWorks(button) {
      await fetchRest();
      const pages = fitting.map(({ element }) => new URL(element.querySelector("a").href).pathname);
      const keys = new Set(pages.map((page) => page.replace(/.*\/|\.html$/g, "")));
      const { file = "", ending = "" } = button.dataset;
      const answer = await fetch(file);
      const { type, of } = exploreFiles.works[ending];
      exploreFiles.save(`${form.dataset.name}.${ending}`, type, of(await answer.text(), keys));
    }

    heads.forEach((head, column) => {
      const button = part.made("button", { type: "button", className: "explore-sort" }, ...head.childNodes);
      button.addEventListener("click", () => {
        const first = 1 + 2 * column;
        order.selectedIndex = order.selectedIndex === first ? first + 1 : first;
        reorder();
      });
      head.replaceChildren(button);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => {
      if (target === order) reorder();
      else if (target === q) followSoon();
      else follow();
    });
    form.addEventListener("focusin", wake, { once: true });
    csv.addEventListener("click", saveTable);
    for (const button of form.querySelectorAll("[name=works]")) {
      button.addEventListener("click", () => saveWorks(button));
    }
    for (const line of [none, back]) {
      line.querySelector("button").addEventListener("click", () => {
        form.reset();
        reorder();
        q.focus();
      });
    }
    more.addEventListener("click", () => extend(limit + STEP));
    every.addEventListener("click", () => extend(Infinity));
    addEventListener("beforeprint", () => print(true));
    addEventListener("afterprint", () => print(false));
    matchMedia("print").addEventListener("change", ({ matches }) => print(matches));
    form.hidden = false;
    recall();
    sort();
    narrow();
    if (!isInitial() || order.value) wake();
  }

  document.querySelectorAll(".explore").forEach(explore);
})();
