"use strict";

// The aim of a group, and who does what. What is typed is kept in the link at once, as Python writes it.
(() => {
  const who = document.querySelector(".who");
  const find = (selector) => who.querySelector(selector);
  const words = JSON.parse(who.dataset.words);
  const heads = JSON.parse(who.dataset.heads);
  const most = Number(who.dataset.most);
  const longest = Number(who.dataset.longest);
  const form = find(".who-form");
  const aim = find("#who-aim");
  const body = find("tbody");
  const say = find(".who-say");
  const [add, undo] = form.querySelectorAll("button");
  const { made, fill } = part;
  const earlier = [];

  const rowsOf = () => [...body.rows].map((row) => [...row.querySelectorAll("input")].map(({ value }) => value));

  function cell(content, label) {
    const one = made("td", {}, content);
    one.setAttribute("role", "cell");
    one.dataset.label = label;
    return one;
  }

  function addRow(values = heads.map(() => "")) {
    const fields = heads.map((_, place) =>
      made("input", { type: "text", maxLength: longest, value: values[place], autocomplete: "off" }),
    );
    const remove = made("button", { type: "button" }, "Remove");
    const row = made("tr", {}, ...fields.map((field, place) => cell(field, heads[place])), cell(remove, ""));
    row.setAttribute("role", "row");
    for (const field of fields) field.addEventListener("change", () => keep(words.kept));
    remove.addEventListener("click", () => removeRow(row));
    body.append(row);
    number();
    return row;
  }

  function removeRow(row) {
    const n = row.sectionRowIndex + 1;
    const beside = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    number();
    (beside?.querySelector("button") ?? add).focus();
    keep(fill(words.removed, { n }));
  }

  /** Name each field and button by its row. */
  function number() {
    [...body.rows].forEach((row, place) => {
      const n = place + 1;
      row.querySelectorAll("input").forEach((field, at) => {
        field.setAttribute("aria-label", fill(words.cell, { head: heads[at], n }));
      });
      row.querySelector("button").setAttribute("aria-label", fill(words.remove, { n }));
    });
  }

  function fillRows(rows) {
    body.replaceChildren();
    for (const row of rows.length ? rows : [undefined]) addRow(row);
  }

  /** Lay the rows out as a plain table: on paper a field would cut what is longer than itself. */
  function layOut() {
    const rows = rowsOf().filter((row) => row.some((text) => text.trim()));
    const table = { caption: "Who does what", heads, rows: rows.map((row) => row.map((text) => [text])) };
    find(".who-print").replaceChildren(...(rows.length ? [pathSteps.tableOf(table)] : []));
  }

  function elsewhere(said) {
    find(".who-elsewhere").hidden = !said.length;
    find(".who-elsewhere ul").replaceChildren(...said.map((one) => made("li", {}, ...pathSteps.saidOf(one))));
  }

  /**
   * Ask Python for the rows of the link, or for the link of some rows.
   * @param {{ rows?: string[][] }} request
   * @param {(answer: any) => void} take
   */
  const ask = (request, take) => live.ask("tasks", { link: location.search, ...request }, say, take);

  /** Keep the rows in the link, and say what happened. */
  function keep(said) {
    ask({ rows: rowsOf() }, ({ text, lost, took_part: tookPart }) => {
      const before = part.asked().get("who") ?? "";
      if (text !== before) earlier.push(before);
      part.remember({ who: text });
      elsewhere(tookPart);
      say.textContent = [said, ...lost].join(" ");
    });
  }

  /** Show the rows of the link. */
  function recall(said) {
    ask({}, ({ rows, lost, took_part: tookPart }) => {
      if (rows.length || said) fillRows(rows);
      elsewhere(tookPart);
      form.hidden = false;
      say.textContent = [said, ...lost].join(" ").trim();
    });
  }

  add.addEventListener("click", () => {
    if (body.rows.length >= most) {
      say.textContent = fill(words.full, { most });
      return;
    }
    addRow().querySelector("input").focus();
    say.textContent = fill(words.added, { n: body.rows.length });
  });
  undo.addEventListener("click", () => {
    if (!earlier.length) {
      say.textContent = words.nothing;
      return;
    }
    part.remember({ who: earlier.pop() });
    recall(words.undone);
  });
  aim.addEventListener("input", () => part.remember({ aim: aim.value.trim() }));
  addEventListener("beforeprint", layOut);
  aim.value = part.asked().get("aim") ?? "";
  fillRows([]);
  // Rows of the link are shown before any can be typed over them.
  form.hidden = part.asked().has("who");
  // What was typed while the link waited must not give way to its rows, for it had none.
  const start = () => (rowsOf().flat().some(Boolean) ? keep(words.kept) : recall(""));
  if (form.hidden || part.asked().has("activities")) readersLink.whenAgreed(who, start);
})();
