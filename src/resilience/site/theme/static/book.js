"use strict";

const root = document.documentElement;
const deviceIsDark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : deviceIsDark.matches;
}

function offerThemeToggle(button) {
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Storage is off: the choice lasts for this page.
    }
    show();
  });
  deviceIsDark.addEventListener("change", show);
  show();
}

// Only what really scrolls sideways should stop the Tab key. A table that is too wide beside the rail goes below it;
// on a narrow screen it stands as cards.
function fitScroller(box) {
  const isWide = () => box.scrollWidth > box.clientWidth;
  box.classList.remove("fits", "below-rail");
  if (isWide() && isNarrow.matches && !box.matches(".as-cards")) markCards(box);
  if (isWide()) box.classList.add("below-rail");
  const scrolls = isWide();
  box.classList.toggle("fits", !scrolls);
  if (scrolls) {
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", scrollerLabel(box));
  } else {
    box.removeAttribute("tabindex");
    box.removeAttribute("role");
  }
}

let unnamedScrollers = 0;
function scrollerLabel(box) {
  unnamedScrollers += 1;
  return `${box.matches("pre") ? "Code" : "Wide content"} ${unnamedScrollers}`;
}

const isNarrow = matchMedia("(max-width: 44em)");
const FEWEST_COLUMNS = 3;
const LONG_TEXT = 24;
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

const isText = (row) => [...row.cells].slice(1).some((cell) => cell.textContent.trim().length > LONG_TEXT);

// The heads of columns, each as often as it is wide.
function labelsOf(head) {
  return [...head.cells].flatMap((cell) => Array(cell.colSpan).fill(cell.textContent.trim()));
}

// The style sheet shows a marked table as cards on a narrow screen. Cells lose their roles there, so they are given.
function markCards(box) {
  const table = box.querySelector(":scope > table");
  const head = table?.tHead?.rows[table.tHead.rows.length - 1];
  if (!head) return;
  const labels = labelsOf(head);
  for (const body of table.tBodies) {
    for (const row of body.rows) [...row.cells].forEach((cell, column) => (cell.dataset.label = labels[column] ?? ""));
  }
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td, th")]) {
    part.setAttribute("role", ROLES[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader"));
  }
  box.classList.add("as-cards");
}

function markText(box) {
  const table = box.querySelector(":scope > table.data");
  const head = table?.tHead?.rows[0];
  if (!head) return;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  if (box.closest(".explore") || (head.cells.length >= FEWEST_COLUMNS && rows.some(isText))) markCards(box);
}

// A link to a folded section, or to something inside one, opens it.
function openFolds() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (const fold of document.querySelectorAll("details")) {
    if (fold.matches(".fold") && (fold.parentElement === target || fold.contains(target))) {
      fold.open = true;
      target.scrollIntoView();
    }
  }
}

document.querySelectorAll(".theme-toggle").forEach(offerThemeToggle);
document.querySelectorAll(".table-scroll").forEach(markText);
openFolds();
window.addEventListener("hashchange", openFolds);
const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => fitScroller(target)));
document.querySelectorAll(".table-scroll, .text_html, pre").forEach((box) => watcher.observe(box));
