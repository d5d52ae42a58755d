"use strict";

// A table that readers can sort and narrow down; without this script the whole table stands there.
const COLLATOR = new Intl.Collator("en-GB", { numeric: true });

function made(name, properties = {}, ...content) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...content);
  return node;
}

// A cell carries its key where its words don't tell the order.
function sortValue(cell) {
  const marked = cell.querySelector("[data-key]");
  return marked ? marked.dataset.key : cell.textContent.trim().replace(/(\d),(?=\d{3})/g, "$1");
}

// A cell may name several things, with semicolons between them.
function namedIn(cell) {
  return cell.textContent.split(";").map((name) => name.trim());
}

function explore(box, number) {
  const table = box.querySelector("table");
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const names = heads.map((head) => head.textContent.trim());
  const chosen = heads.flatMap((head, column) => (head.querySelector("[data-choose]") ? [column] : []));
  const address = new URL(location.href);
  const key = (name) => (number ? `${name}${number + 1}` : name);

  const text = made("input", { type: "search", id: `explore-text-${number}`, autocomplete: "off" });
  const selects = chosen.map((column) => {
    const select = made("select", { id: `explore-${number}-${column}` }, new Option("All", ""));
    const values = new Set(rows.flatMap((row) => namedIn(row.cells[column])));
    const ordered = [...values].sort((a, b) => COLLATOR.compare(rank(column, a), rank(column, b)));
    for (const value of ordered) select.add(new Option(value, value));
    return { column, select };
  });
  const order = made("select", { id: `explore-order-${number}` }, new Option("As listed", ""));
  names.forEach((name, column) => {
    order.add(new Option(`${name}, up`, `${column}`));
    order.add(new Option(`${name}, down`, `-${column}`));
  });
  const status = made("p", { className: "explore-status" });
  status.setAttribute("role", "status");

  function rank(column, value) {
    const cell = rows.map((row) => row.cells[column]).find((one) => one.textContent.trim() === value);
    return cell ? sortValue(cell) : value;
  }

  function field(label, control) {
    return made("p", {}, made("label", { htmlFor: control.id, textContent: label }), control);
  }

  function parsed() {
    const value = order.value;
    return value === "" ? null : { column: Math.abs(Number(value)), down: value.startsWith("-") };
  }

  function sort() {
    const by = parsed();
    const sorted = [...rows];
    if (by) {
      sorted.sort((a, b) => COLLATOR.compare(sortValue(a.cells[by.column]), sortValue(b.cells[by.column])));
      if (by.down) sorted.reverse();
    }
    table.tBodies[0].append(...sorted);
    heads.forEach((head, column) => {
      if (by?.column === column) head.setAttribute("aria-sort", by.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }

  function narrow() {
    const words = text.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits =
        row.textContent.toLowerCase().includes(words) &&
        selects.every(({ column, select }) => !select.value || namedIn(row.cells[column]).includes(select.value));
      row.hidden = !fits;
      shown += Number(fits);
    }
    status.textContent = `${shown} of ${rows.length} shown`;
  }

  function remember() {
    const set = (name, value) => (value ? address.searchParams.set(key(name), value) : address.searchParams.delete(key(name)));
    set("q", text.value.trim());
    set("order", order.value);
    for (const { column, select } of selects) set(`c${column + 1}`, select.value);
    history.replaceState(null, "", address);
  }

  function recall() {
    const asked = (name) => address.searchParams.get(key(name)) ?? "";
    text.value = asked("q");
    order.value = asked("order");
    if (order.selectedIndex < 0) order.value = "";
    for (const { column, select } of selects) {
      select.value = asked(`c${column + 1}`);
      if (select.selectedIndex < 0) select.value = "";
    }
  }

  function follow() {
    sort();
    narrow();
    remember();
  }

  heads.forEach((head, column) => {
    const button = made("button", { type: "button", className: "explore-sort" }, ...head.childNodes);
    button.addEventListener("click", () => {
      order.value = order.value === `${column}` && column ? `-${column}` : `${column}`;
      follow();
    });
    head.replaceChildren(button);
  });
  const filters = selects.map(({ column, select }) => field(names[column], select));
  const form = made("form", { className: "explore-form" }, field("Words", text), ...filters, field("Order", order));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", follow);
  box.prepend(form, status);
  recall();
  sort();
  narrow();
}

document.querySelectorAll(".explore").forEach(explore);
