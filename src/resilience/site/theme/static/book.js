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

// Only what really scrolls sideways should stop the Tab key.
function fitScroller(box) {
  if (box.scrollWidth > box.clientWidth) {
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

const FEWEST_COLUMNS = 3;
const MOST_CARDS = 12;
const LONG_TEXT = 24;
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

// A table that can be narrowed down always does: few of its rows stand there in the end.
function readsAsCards(head, rows) {
  const holdsText = (row) => [...row.cells].slice(1).some((cell) => cell.textContent.trim().length > LONG_TEXT);
  return head.cells.length >= FEWEST_COLUMNS && rows.length <= MOST_CARDS && rows.some(holdsText);
}

// The style sheet shows a marked table as cards on a narrow screen. Cells lose their roles there, so they are given.
function markCards(box) {
  const table = box.querySelector(":scope > table.data");
  const head = table?.tHead?.rows[0];
  if (!head) return;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  if (!box.closest(".explore") && !readsAsCards(head, rows)) return;
  for (const row of rows) {
    [...row.cells].forEach((cell, column) => (cell.dataset.label = head.cells[column].textContent.trim()));
  }
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td, th")]) {
    part.setAttribute("role", ROLES[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader"));
  }
  box.classList.add("as-cards");
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
document.querySelectorAll(".table-scroll").forEach(markCards);
openFolds();
window.addEventListener("hashchange", openFolds);
const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => fitScroller(target)));
document.querySelectorAll(".table-scroll, .text_html, pre").forEach((box) => watcher.observe(box));
