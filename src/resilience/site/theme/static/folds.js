"use strict";

// Long lists and tables show their first rows. Without this script, and in print, all of them stand there.
const FIRST_ROWS = 10;

function offerTheRest(box) {
  const rows = [...box.querySelectorAll(":scope > ul > li, :scope > .table-scroll > table > tbody > tr")];
  if (rows.length <= FIRST_ROWS) return;
  box.classList.add("is-cut");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "show-more";
  button.textContent = `Show ${rows.length - FIRST_ROWS} more`;
  button.addEventListener("click", () => {
    box.classList.remove("is-cut");
    button.remove();
    rows[FIRST_ROWS].tabIndex = -1;
    rows[FIRST_ROWS].focus();
  });
  box.append(button);
}

document.querySelectorAll(".first-rows").forEach(offerTheRest);

// A link into a fold opens it.
function openAtTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details.fold");
  if (fold) fold.open = true;
}

addEventListener("hashchange", openAtTarget);
openAtTarget();

// Print shows what is folded, also in browsers whose style sheets can't open it.
let openedForPrint = [];
addEventListener("beforeprint", () => {
  openedForPrint = [...document.querySelectorAll("details.fold:not([open])")];
  for (const fold of openedForPrint) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of openedForPrint) fold.open = false;
});
