"use strict";

// The four sheets of a plan. What stands on them is worked out in `planning/pack.py`; all of it is plain text.
(() => {
  const root = document.querySelector(".pack");
  const words = JSON.parse(root.dataset.words);
  const say = root.querySelector(".path-say");
  const there = root.querySelector(".pack-there");
  const sheets = root.querySelector(".pack-sheets");
  const field = /** @type {HTMLInputElement} */ (root.querySelector("input"));
  const waits = root.querySelector(".pack-waits");
  const { made, fill } = part;
  const book = pathSteps.root.href;

  const noteId = (page, number) => `pack-${page.number}-note-${number}`;

  /** Give the nodes of a sentence or a cell, with the numbers of its notes. */
  function noted(page, { text, notes, sure }) {
    const links = notes.map((number) => {
      const link = made("a", { href: `#${noteId(page, number)}` }, String(number));
      link.setAttribute("aria-label", fill(words.note, { number }));
      return link;
    });
    const marks = links.length ? [made("sup", {}, ...links.flatMap((link, at) => (at ? [", ", link] : [link])))] : [];
    const certain = sure ? [" ", made("span", { className: "pack-sure" }, words.sure + sure)] : [];
    return [text, ...marks, ...certain];
  }

  const listOf = (page, said) => made("ul", {}, ...said.map((one) => made("li", {}, ...noted(page, one))));

  function section(page, { heading, said, table, more }) {
    const cells = (row) => row.map((cell) => noted(page, cell));
    return made(
      "section",
      {},
      made("h3", {}, heading),
      ...(said.length ? [listOf(page, said)] : []),
      ...(table ? [pathSteps.tableOf({ ...table, rows: table.rows.map(cells) })] : []),
      ...(more ? [made("p", { className: "pack-more" }, more)] : []),
    );
  }

  function picture(model) {
    const box = made("div");
    pathModel.draw(box, model);
    return made("section", { className: "pack-model" }, made("h3", {}, words.model), box);
  }

  function missing(page) {
    return made(
      "section",
      { className: "pack-lacks" },
      made("h3", {}, words.missing),
      made("ul", {}, ...page.missing.map(({ text }) => made("li", {}, text))),
    );
  }

  function note(page, { number, text, page: name, url }) {
    const href = name ? pathSteps.pageOf(name).href : pathSteps.isPublic(url) ? url : "";
    const address = name ? href.replace(book, "") : url.replace(/^https?:\/\//, "");
    const named = href ? made("a", { href }, text) : text;
    const shown = address ? [" ", made("span", { className: "pack-address" }, address)] : [];
    return made("li", { id: noteId(page, number), value: number }, named, ...shown);
  }

  function foot(page) {
    const link = made("a", { href: page.head.link }, page.head.link);
    const opens = made("p", {}, `${page.head.day}. ${words.opens} `, link, page.head.about_link ? `. ${page.head.about_link}` : "");
    return made("footer", {}, opens, made("p", {}, fill(words.book, { root: book })));
  }

  function sheet(page) {
    const notes = made("ol", { className: "pack-notes" }, ...page.notes.map((one) => note(page, one)));
    const title = made("h2", { id: `pack-${page.number}` }, fill(words.sheet, page));
    const one = made(
      "section",
      { className: "pack-sheet" },
      made("p", { className: "pack-plan" }, page.head.plan),
      title,
      ...(page.answer.length ? [made("div", { className: "answer" }, listOf(page, page.answer))] : []),
      ...(page.picture ? [picture(page.picture)] : []),
      ...page.sections.map((each) => section(page, each)),
      ...(page.left_out ? [made("p", { className: "pack-more" }, page.left_out)] : []),
      ...(page.missing.length ? [missing(page)] : []),
      ...(page.notes.length ? [made("h3", { className: "pack-sources" }, words.sources), notes] : []),
      foot(page),
    );
    one.setAttribute("aria-labelledby", title.id);
    return one;
  }

  /** Name the step of each thing that is missing, and lead there. */
  function showMissing(steps) {
    const items = Object.values(steps).flatMap((step) =>
      step.missing.map((text) => made("li", {}, text, " ", pathSteps.linkTo(step))),
    );
    const box = root.querySelector(".pack-missing");
    box.hidden = !items.length;
    box.querySelector("ul").replaceChildren(...items);
  }

  let markdown = "";
  let draft = { file: "", text: "" };

  function showRecord({ file = "", text = "", none = "" }) {
    draft = { file, text };
    const box = root.querySelector(".pack-record");
    box.querySelector(".pack-none").textContent = none;
    box.querySelector(".pack-none").hidden = !none;
    box.querySelector(".pack-draft").hidden = !text;
    box.querySelector(".pack-file").textContent = file;
    box.querySelector("pre").textContent = text;
  }

  function show({ steps, pages, lost, markdown: text, record }) {
    markdown = text;
    showRecord(record);
    sheets.replaceChildren(...pages.map(sheet));
    showMissing(steps);
    field.value = location.href;
    there.hidden = false;
    waits.hidden = true;
    say.textContent = [words.ready, ...lost].join(" ");
  }

  function keep(text, name, type) {
    const file = URL.createObjectURL(new Blob([text], { type }));
    made("a", { href: file, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(file), 1000);
  }

  function download() {
    const name = part.asked().get("place")?.replace(/[^\w.-]/g, "") || "place";
    keep(markdown, `plan-${name}.md`, "text/markdown");
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(field.value);
      say.textContent = words.copied;
    } catch {
      field.focus();
      say.textContent = words.not_copied;
    }
  }

  async function copyRecord() {
    const told = root.querySelector(".pack-record-say");
    try {
      await navigator.clipboard.writeText(draft.text);
      told.textContent = words.record_copied;
    } catch {
      told.textContent = words.record_not_copied;
    }
  }

  async function start() {
    waits.hidden = false;
    try {
      show(await pathSteps.call("", (share) => (say.textContent = pathSteps.progress(share))));
    } catch (error) {
      say.textContent = error.message;
    }
  }

  root.querySelector("[name=print]").addEventListener("click", () => print());
  root.querySelector("[name=markdown]").addEventListener("click", download);
  root.querySelector("[name=copy]").addEventListener("click", copy);
  root.querySelector("[name=copy-record]").addEventListener("click", copyRecord);
  root.querySelector("[name=record]").addEventListener("click", () => keep(draft.text, draft.file.split("/").pop(), "text/yaml"));
  field.addEventListener("focus", () => field.select());
  if (location.search) readersLink.whenAgreed(root, start);
  else {
    say.textContent = words.nothing;
    root.querySelector(".pack-start").hidden = false;
  }
})();
