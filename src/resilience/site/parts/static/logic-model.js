"use strict";

// The logic model of a plan. Each change asks Python, which holds the rules, and is kept in the link at once.
(() => {
  const model = document.querySelector(".logic-model");
  const find = (selector) => model.querySelector(selector);
  const words = JSON.parse(model.dataset.words);
  const open = find(".logic-open");
  const first = find(".logic-first");
  const say = find(".logic-say");
  const edit = find(".logic-edit");
  const from = find("#logic-from");
  const to = find("#logic-to");
  const { made, fill } = part;
  const FILLED_BY = ["activities", "outcomes", "problems"];
  const earlier = [];
  let shown;
  let filledBy;

  // One after the other: a later call of a handler would take the place of one that is still on its way.
  let turn = Promise.resolve();
  const inTurn = (work) => (turn = turn.then(work));

  /** @param {object} [change] */
  function call(change) {
    const line = shown ? say : first;
    const onProgress = (share) => (line.textContent = share < 1 ? words.start : line.textContent);
    return live.call("logic", { link: location.search, ...(change && { change }) }, { onProgress });
  }

  // What stands in the form

  const stageOf = (name) => find(`[data-stage="${name}"]`);
  const listOf = (within) => within.querySelector(".logic-rows");
  const rows = new Map();

  /** Give the row of a key, the one that is there already where there is one: what is being typed in it stays. */
  function kept(key, make) {
    if (!rows.has(key)) rows.set(key, make());
    return rows.get(key);
  }

  /** Let a list hold these rows, moving none that stays: a row that moves would lose the focus. */
  function hold(list, wanted) {
    for (const row of [...list.children]) if (!wanted.includes(row)) row.remove();
    wanted.forEach((row, place) => {
      if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
    });
  }

  function button(text, press) {
    const one = made("button", { type: "button" }, text);
    one.addEventListener("click", () => press(one));
    return one;
  }

  function boxRow(one) {
    const row = kept(`box ${one.name}`, () => {
      const field = made("input", { type: "text", maxLength: 120, autocomplete: "off" });
      // Enter and leaving the field both ask; the second must not ask anew while the first is on its way.
      function rename() {
        if ([row.dataset.text, row.dataset.asked].includes(field.value)) return;
        row.dataset.asked = field.value;
        change({ do: "rename", box: one.name, text: field.value }, row);
      }
      field.addEventListener("change", rename);
      field.addEventListener("keydown", ({ key }) => key === "Enter" && rename());
      const remove = button("Remove", (pressed) => change({ do: "remove", box: one.name }, nextOf(pressed)));
      const label = made("label", { className: "logic-row-label" }, made("span"), field);
      const row = made("li", {}, label, remove, made("span", { className: "logic-mark" }));
      return row;
    });
    const field = row.querySelector("input");
    // Words that are being typed are not those that were sent.
    if (field.value === (row.dataset.text ?? "")) field.value = one.text;
    row.dataset.text = one.text;
    delete row.dataset.asked;
    row.querySelector("label span").textContent = one.sign;
    row.querySelector(".logic-mark").textContent = one.mark;
    field.setAttribute("aria-label", fill(words.row, one));
    row.querySelector("button").setAttribute("aria-label", fill(words.remove, one));
    return row;
  }

  function arrowRow(arrow, titles) {
    const { start, end, sure } = arrow;
    const ends = { start: titles.get(start), end: titles.get(end), sure };
    const row = kept(`arrow ${start} ${end}`, () =>
      made("li", {}, made("span"), button("Remove", (pressed) => change({ do: "part", start, end }, nextOf(pressed)))),
    );
    row.querySelector("span").textContent = fill(words.arrow, ends);
    row.querySelector("button").setAttribute("aria-label", fill(words.part, ends));
    return row;
  }

  function takenRow(one) {
    return kept(`taken ${one.name}`, () => {
      const back = button("Put back", (pressed) => change({ do: "restore", box: one.name }, nextOf(pressed)));
      back.setAttribute("aria-label", fill(words.restore, one));
      return made("li", {}, made("span", {}, one.text), back);
    });
  }

  /** Say where the focus goes when the row of a button is gone: to the next, the last, or what adds a row. */
  function nextOf(pressed) {
    const row = pressed.closest("li");
    const list = row.parentElement;
    const beside = row.nextElementSibling ?? row.previousElementSibling;
    const adds = list.parentElement.querySelector("form input, form select") ?? edit.querySelector("[name=undo]");
    return () => (beside?.querySelector("button") ?? adds).focus();
  }

  function options(select, titles) {
    const chosen = select.value;
    select.replaceChildren(
      made("option", { value: "" }, "Choose a box"),
      ...[...titles].map(([value, title]) => made("option", { value }, title)),
    );
    select.value = titles.has(chosen) ? chosen : "";
  }

  // What is shown

  const chosen = () => FILLED_BY.map((key) => part.asked().get(key) ?? "").join(" ");

  function show(answer) {
    shown = answer;
    filledBy = chosen();
    const { stages, arrows, taken } = answer.picture;
    const boxes = stages.flatMap((stage) => stage.boxes);
    const titles = new Map(boxes.map((one) => [one.name, pathModel.named(one)]));
    pathModel.draw(find(".logic-picture"), answer.picture);
    const notes = answer.notes.map((one) => made("li", {}, ...pathSteps.saidOf(one)));
    find(".logic-notes").replaceChildren(...notes);
    const cells = answer.table.rows.map((row) => row.map(pathSteps.saidOf));
    find(".logic-table").replaceChildren(...(cells.length ? [pathSteps.tableOf({ ...answer.table, rows: cells })] : []));
    for (const { stage, boxes: some } of stages) hold(listOf(stageOf(stage)), some.map(boxRow));
    hold(listOf(find(".logic-arrows")), arrows.map((one) => arrowRow(one, titles)));
    hold(listOf(find(".logic-taken")), taken.map(takenRow));
    find(".logic-taken").hidden = !taken.length;
    for (const select of [from, to]) options(select, titles);
    forgetRows();
    find(".logic-shown").hidden = false;
    first.textContent = answer.lost.length ? [words.unused, ...answer.lost].join(" ") : "";
  }

  function forgetRows() {
    for (const [key, row] of rows) if (!row.isConnected) rows.delete(key);
  }

  /**
   * Make a change, keep it in the link, and say what it did.
   * @param {object} wanted
   * @param {any} [then] what to do with the focus
   */
  function change(wanted, then) {
    inTurn(async () => {
      try {
        const answer = await call(wanted);
        earlier.push(part.asked().get("model") ?? "");
        part.remember({ model: answer.text });
        show(answer);
        say.textContent = answer.says;
        if (typeof then === "function") then();
      } catch (error) {
        say.textContent = error.message;
        restoreWords();
      }
    });
  }

  /** Let each field hold the words of its box again. */
  function restoreWords() {
    for (const row of edit.querySelectorAll(".logic-stage-edit li")) {
      row.querySelector("input").value = row.dataset.text;
      delete row.dataset.asked;
    }
  }

  /** Draw the model of the link. @param {string} [said] */
  function draw(said) {
    return inTurn(async () => {
      open.hidden = true;
      try {
        show(await call());
        if (said) say.textContent = said;
      } catch (error) {
        (shown ? say : first).textContent = error.message;
        open.hidden = Boolean(shown);
      }
    });
  }

  for (const form of edit.querySelectorAll(".logic-add")) {
    const field = form.querySelector("input");
    const { stage } = form.closest("fieldset").dataset;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      change({ do: "add", stage, text: field.value }, () => {
        field.value = "";
        field.focus();
      });
    });
  }
  find(".logic-join").addEventListener("submit", (event) => {
    event.preventDefault();
    change({ do: "join", start: from.value, end: to.value }, () => {
      to.value = "";
      from.focus();
    });
  });
  edit.querySelector("[name=undo]").addEventListener("click", () => {
    inTurn(() => {
      if (!earlier.length) {
        say.textContent = words.nothing;
        return;
      }
      part.remember({ model: earlier.pop() });
      draw(words.undone);
    });
  });
  edit.querySelector("[name=records]").addEventListener("click", () => change({ do: "records" }));
  open.querySelector("button").addEventListener("click", () => {
    readersLink.agree();
    draw().then(() => edit.querySelector("input").focus());
  });
  // Another part of the page may choose other activities.
  document.addEventListener("remembered", () => shown && chosen() !== filledBy && draw());
  if ([...FILLED_BY, "model"].some((key) => part.asked().has(key))) readersLink.whenAgreed(model, () => draw());
  else open.hidden = false;
})();
