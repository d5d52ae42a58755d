"use strict";

const scripts = new Map();

function load(address) {
  if (!scripts.has(address)) {
    const script = document.createElement("script");
    script.src = address;
    scripts.set(
      address,
      new Promise((loaded, failed) => {
        script.onload = loaded;
        script.onerror = failed;
      }),
    );
    document.head.append(script);
  }
  return scripts.get(address);
}

function shownSize(chart) {
  return chart.querySelector(".figure-wide").getClientRects().length ? "wide" : "narrow";
}

async function drawLive(figure, chart, size) {
  await load(figure.dataset.script);
  const spec = JSON.parse(figure.querySelector(".figure-spec").textContent)[size];
  spec.config.font = getComputedStyle(chart).fontFamily;
  const live = document.createElement("div");
  live.className = `figure-live figure-live-${size}`;
  await vegaEmbed(live, spec, {
    renderer: "svg",
    // Read by an interpreter, so that the page's policy need not allow code made from text.
    ast: true,
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true },
    actions: { export: true, source: false, compiled: false, editor: false },
  });
  return live;
}

// To a screen reader the chart stays one image, and its menu has a name.
function nameLive(live, still) {
  const drawing = live.querySelector("svg.marks");
  drawing.querySelectorAll("[role]").forEach((part) => part.removeAttribute("role"));
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", still.getAttribute("aria-label"));
  const menu = document.createElement("details");
  const name = document.createElement("summary");
  name.textContent = "Save this chart";
  const links = live.querySelector(".vega-actions");
  links.replaceWith(menu);
  menu.append(name, links);
}

function say(figure, button, words) {
  const message = document.createElement("p");
  message.className = "figure-message";
  message.tabIndex = -1;
  button.remove();
  figure.querySelector(".figure-chart").after(message);
  message.textContent = words;
  message.focus();
}

async function makeInteractive(figure, button) {
  const chart = figure.querySelector(".figure-chart");
  const size = shownSize(chart);
  button.disabled = true;
  try {
    const live = await drawLive(figure, chart, size);
    nameLive(live, chart.querySelector(`.figure-${size}`));
    chart.replaceChildren(live);
    say(figure, button, "Point at a mark, or tap it, to see its numbers.");
  } catch (error) {
    console.error(error);
    say(figure, button, "The interactive chart could not be loaded. The chart and the table hold all of its numbers.");
  }
}

document.querySelectorAll(".figure-go").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => makeInteractive(button.closest(".figure"), button));
});
