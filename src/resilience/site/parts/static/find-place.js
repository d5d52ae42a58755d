"use strict";

// A search box for places and councils: a combobox with a list, as the ARIA Authoring Practices have it. What is
// typed stays in the browser: only the parts of names that begin with its letters are fetched.
const findPlace = (() => {
  const SHOWN = 12;
  const FEWEST_LETTERS = 2;
  // As in `site/places/names.py`: no part is kept of these words.
  const SMALL = new Set(["and", "of", "the", "upon", "in", "with"]);
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const files = new URL("places/", script.src);
  const pages = new URL("../..", files);

  /** As `words_of` of `site/places/names.py` does. */
  function fold(text) {
    const plain = text.toLowerCase().replace(/['’‘ʼ`]/g, "").replaceAll("&", " and ").normalize("NFKD");
    return plain.replace(/\p{M}/gu, "").match(/[a-z0-9]+/g) ?? [];
  }

  const kept = new Map();
  /** Fetch a file once; after a failure, anew. */
  function fetched(name) {
    if (!kept.has(name)) {
      const file = fetch(new URL(name, files)).then((answer) => {
        if (answer.ok) return answer.json();
        if (answer.status === 404) return null;
        throw new Error(`${name}: ${answer.status}`);
      });
      kept.set(name, file);
      file.catch(() => kept.delete(name));
    }
    return kept.get(name);
  }

  /** Fetch the file of a council; null where there is none. */
  const council = (code) => (/^[A-Z]\d{8}$/.test(code) ? fetched(`council/${code}.json`) : Promise.resolve(null));

  /**
   * Give how the place of a link stands: `{ file, place }`, the file of its council or neighbourhood and its row
   * there. The link is a neighbourhood's slug, or `<council>.<place>`; null where no such place is on record.
   */
  async function standing(link) {
    const [code, own] = link.split(".");
    const isSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(link);
    const file = await (isSlug ? fetched(`neighbourhood/${link}.json`) : council(code));
    const place = file?.places.find((one) => one.code === (isSlug ? link : own));
    return place ? { file, place } : null;
  }

  // "St" and "Saint" stand for each other, as far as either is typed.
  const begins = (word, typed) =>
    word.startsWith(typed) || (word === "st" && "saint".startsWith(typed)) || (word === "saint" && typed === "st");

  /** Say how well words fit what was typed: 0 the same, 1 a beginning, 2 all words, 3 with the council; -1 not. */
  function rank(typed, names, councilWords) {
    const whole = typed.join("");
    let best = -1;
    for (const words of names) {
      const name = words.join("");
      let found = -1;
      if (name === whole) found = 0;
      else if (name.startsWith(whole)) found = 1;
      else if (typed.every((one) => words.some((word) => begins(word, one)))) found = 2;
      else if (
        typed.some((one) => words.some((word) => begins(word, one))) &&
        typed.every((one) => [...words, ...councilWords].some((word) => begins(word, one)))
      ) found = 3;
      if (found >= 0 && (best < 0 || found < best)) best = found;
    }
    return best;
  }

  /** Turn the rows of a part into what may be found, with folded names; once a part. */
  function prepared(data) {
    data.found ??= [
      ...data.councils.map(([code, name, slug, former, county]) => {
        const named = { kind: "council", code, name, slug, former, council: code, councilName: name, county };
        return { ...named, names: [name, ...former].map(fold), around: fold(county) };
      }),
      ...data.neighbourhoods.map(([slug, name, former]) => {
        return { kind: "neighbourhood", code: slug, slug, name, former, names: [name, ...former].map(fold), around: [] };
      }),
      ...data.places.map(([code, name, council, former]) => {
        const named = { kind: "place", code, name, council, councilName: data.of[council], former };
        return { ...named, names: [name, ...former].map(fold), around: fold(data.of[council]) };
      }),
    ];
    return data.found;
  }

  const KINDS = ["council", "neighbourhood", "place"];
  /** Give the place of what was found among others; -1 where it does not fit. */
  function orderOf(one, typed) {
    let fit = rank(typed, one.names, one.around);
    // Few councils have a name in common with others: any word of one stands for its beginning, as "hull" does.
    if (one.kind === "council") {
      if (fit === 2) fit = 1;
      else if (fit < 0 && rank(typed, [one.around], []) >= 0) fit = 3;
    }
    return fit < 0 ? -1 : fit * KINDS.length + KINDS.indexOf(one.kind);
  }

  /** Find what fits; among what fits alike, councils come first, then the larger. */
  async function find(text) {
    const typed = fold(text);
    if (typed.join("").length < FEWEST_LETTERS) return null;
    const told = typed.filter((word) => !SMALL.has(word) && /^[a-z]/.test(word));
    const letters = new Set((told.length ? told : typed).map((word) => (/^[a-z]/.test(word) ? word[0] : "0")));
    const parts = await Promise.all([...letters].map((letter) => fetched(`names/${letter}.json`)));
    const once = new Map();
    for (const one of parts.filter(Boolean).flatMap(prepared)) once.set(one.code, one);
    return [...once.values()]
      .map((one) => ({ one, key: orderOf(one, typed) }))
      .filter(({ key }) => key >= 0)
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
  }

  /** Name the page of what was found. */
  function pageOf(one) {
    if (one.kind === "neighbourhood") return new URL(`neighbourhoods/${one.slug}.html`, pages);
    if (one.kind === "council" && one.slug) return new URL(`councils/${one.slug}.html`, pages);
    const place = one.kind === "council" ? one.code : `${one.council}.${one.code}`;
    return new URL(`book/neighbourhoods/place.html?place=${place}`, pages);
  }

  /** Name the first step of the path for what was found; the rest of the link stays. */
  function stepOf(one) {
    const place = one.kind === "place" ? `${one.council}.${one.code}` : one.code;
    return part.carried(new URL("book/neighbourhoods/place.html", pages).href, { place });
  }

  /** Read what a link says, `<council>.<place>`: what the event tells, or null where no such place is. */
  async function read(link) {
    const found = link.includes(".") ? await standing(link) : null;
    if (!found) return null;
    const { file, place } = found;
    return { code: place.code, name: place.name, council: file.code, councilName: file.name };
  }

  const boxes = new WeakMap();

  function start(root) {
    const words = JSON.parse(root.dataset.words);
    const goes = "goes" in root.dataset;
    const field = root.querySelector("input");
    const list = root.querySelector("[role=listbox]");
    const say = root.querySelector("[role=status]");
    let options = [];
    let active = -1;

    const isOpen = () => !list.hidden;

    function close() {
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      point(-1);
    }

    function point(place) {
      active = place;
      [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
      const item = list.children[place];
      if (item) {
        field.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      } else field.removeAttribute("aria-activedescendant");
    }

    /** Tell where it lies, and by which other name it is found. */
    function aside(one, text) {
      const typed = fold(text);
      const old = one.former.filter((name) => rank(typed, [fold(name)], one.around) >= 0);
      const isOld = old.length && rank(typed, [fold(one.name)], one.around) < 0;
      const where = one.kind === "council" ? [words.council, one.county] : [one.councilName ?? words.neighbourhood];
      const called = one.kind === "council" ? words.was : words.also;
      return [...where, isOld ? part.fill(called, { names: old.join(", ") }) : ""].filter(Boolean).join("; ");
    }

    function show(found, text, said) {
      options = found;
      const items = found.map((one, place) => {
        const item = part.made("li", { id: `${root.id}-${place}` }, one.name, " ", part.made("span", {}, aside(one, text)));
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        return item;
      });
      list.replaceChildren(...items);
      list.scrollTop = 0;
      list.hidden = !items.length;
      field.setAttribute("aria-expanded", String(items.length > 0));
      point(-1);
      say.textContent = said;
    }

    let latest = 0;
    /** @type {Promise<void> | null} */
    let searching = null;
    function search() {
      const own = searched().finally(() => {
        if (searching === own) searching = null;
      });
      searching = own;
    }

    async function searched() {
      const text = field.value.trim();
      const turn = ++latest;
      try {
        const all = await find(text);
        if (turn !== latest) return;
        const found = (all ?? []).filter((one) => goes || one.kind !== "neighbourhood");
        const more = found.length - SHOWN;
        const count = found.length === 1 ? words.one : part.fill(words.count, { n: found.length });
        const rest = more > 0 ? ` ${part.fill(words.more, { n: more })}` : "";
        const none = part.fill(words.none, { asked: text });
        show(found.slice(0, SHOWN), text, !all ? "" : found.length ? count + rest : none);
      } catch {
        if (turn === latest) show([], text, words.failed);
      }
    }

    /** Offer all places of a council: the next step in a tool. */
    async function offerPlaces({ code, name }) {
      const turn = ++latest;
      try {
        const file = await council(code);
        if (turn !== latest) return;
        const own = file.places.map((one) => ({ ...one, kind: "place", former: [], council: code, councilName: name }));
        field.value = name;
        show(own, name, part.fill(words.within, { name }));
      } catch {
        if (turn === latest) show([], name, words.failed);
      }
    }

    function fill({ code, name, council, councilName }) {
      latest += 1;
      field.value = `${name}, ${councilName}`;
      close();
      return { code, name, council, councilName };
    }

    function choose(one) {
      if (goes) location.href = root.dataset.goes === "path" ? stepOf(one) : pageOf(one).href;
      else if (one.kind === "council") offerPlaces(one);
      else {
        const detail = fill(one);
        say.textContent = part.fill(words.chosen, { name: detail.name, council: detail.councilName });
        root.dispatchEvent(new CustomEvent("place", { detail, bubbles: true }));
      }
    }

    /** Hold a key that chooses until the list is of what is typed: who types fast would be led to another place. */
    async function onKey(event) {
      if (searching && ["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) {
        event.preventDefault();
        const turn = latest;
        await searching;
        if (turn !== latest || document.activeElement !== field) return;
      }
      press(event);
    }

    function press(event) {
      if (event.altKey && event.key === "ArrowUp") return close();
      const last = options.length - 1;
      const moves = { ArrowDown: active < last ? active + 1 : 0, ArrowUp: active > 0 ? active - 1 : last };
      if (event.key in moves) {
        event.preventDefault();
        if (isOpen()) point(moves[event.key]);
        else if (options.length) {
          list.hidden = false;
          field.setAttribute("aria-expanded", "true");
          if (!event.altKey) point(event.key === "ArrowDown" ? 0 : last);
        } else search();
      } else if (event.key === "Enter" && isOpen()) {
        event.preventDefault();
        choose(options[Math.max(active, 0)]);
      } else if (event.key === "Escape") {
        if (isOpen()) close();
        else field.value = "";
      } else if (event.key === "Home" || event.key === "End") {
        // In an editable combobox these move the cursor in the text.
        point(-1);
      } else if (event.key === "Tab") close();
    }

    field.addEventListener("input", search);
    field.addEventListener("keydown", onKey);
    field.addEventListener("blur", close);
    // Before the field loses the focus, so that a click is not undone by the list closing.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) choose(options[[...list.children].indexOf(item)]);
    });
    root.querySelector(".find-place-box").hidden = false;
    const asked = part.asked().get("find");
    if (goes && asked) {
      field.value = asked;
      search();
    }
    return { fill };
  }

  /** Show a place of a link in the box; gives what the event tells, or null, and fires no event. */
  async function set(root, link) {
    const found = await read(link);
    if (found) boxes.get(root).fill(found);
    return found;
  }

  for (const root of document.querySelectorAll(".find-place")) boxes.set(root, start(root));

  return Object.freeze({ set, read, council, standing, find, pageOf });
})();
