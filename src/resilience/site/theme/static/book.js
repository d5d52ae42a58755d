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

document.querySelectorAll(".theme-toggle").forEach(offerThemeToggle);
const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => fitScroller(target)));
document.querySelectorAll(".table-scroll, .text_html, pre").forEach((box) => watcher.observe(box));
