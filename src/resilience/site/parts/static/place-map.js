"use strict";

// Outlines as an SVG, shaded in steps that differ by lightness and by pattern; the maps of councils share it.
const placeMap = (() => {
  const STEPS = 5;
  const SVG = "http://www.w3.org/2000/svg";
  // Every second step has a pattern, so that neighbours in the key never differ by their shade alone.
  const PATTERNS = { 2: "M5 5h5v5h-5zM17 17h5v5h-5z", 4: "M0 24L24 0h5L5 24zM-3 3L3-3V2L2 3z" };

  function drawn(tag, attributes = {}, ...content) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  }

  /** Give the step of a share of 100, from 1, palest; 0 where it is not known. */
  const stepOf = (share) => (share == null ? 0 : Math.min(Math.floor((share * STEPS) / 100), STEPS - 1) + 1);

  function patterns() {
    const made = Object.entries(PATTERNS).map(([step, d]) =>
      drawn(
        "pattern",
        { id: `step-${step}`, width: 24, height: 24, patternUnits: "userSpaceOnUse" },
        drawn("rect", { width: 24, height: 24, class: `ground-${step}` }),
        drawn("path", { d, class: `mark-${step}` }),
      ),
    );
    return drawn("defs", {}, ...made);
  }

  /**
   * Draw outlines.
   * @param {{width: number, height: number, places: Object<string, string>, blank?: string}} outlines
   * @param {string} label What the map shows, for those who don't see it.
   */
  function draw({ width, height, places, blank }, label) {
    const svg = drawn("svg", { viewBox: `-4 -4 ${width + 8} ${height + 8}`, role: "img", "aria-label": label }, patterns());
    if (blank) svg.append(drawn("path", { d: blank, class: "blank" }));
    for (const [code, d] of Object.entries(places)) svg.append(drawn("path", { d, "data-code": code }));
    return svg;
  }

  const shade = (path, step) => path.setAttribute("class", `step-${step}`);

  /** Make a key from the words of each step; the first is for what is not known. */
  function key(words) {
    const item = (step) => {
      const swatch = drawn("svg", { viewBox: "0 0 72 44", "aria-hidden": "true" }, drawn("path", { d: "M1 1h70v42h-70z", class: `step-${step}` }));
      return part.made("li", {}, swatch, ` ${words[step]}`);
    };
    return part.made("ul", { className: "map-key" }, ...words.map((_, step) => step).filter((step) => words[step]).reverse().map(item));
  }

  /** Mark an outline and its row together, whichever a reader points at or comes to by keyboard, and say which. */
  function join(svg, table, say) {
    const paths = new Map([...svg.querySelectorAll("[data-code]")].map((path) => [path.dataset.code, path]));
    const rowOf = (code) => table.querySelector(`tr[data-code="${code}"]`);
    function mark(code, on) {
      paths.get(code)?.classList.toggle("is-marked", on);
      rowOf(code)?.classList.toggle("is-marked", on);
      // What is drawn last lies on top.
      if (on && paths.has(code)) svg.append(paths.get(code));
      say(on ? code : undefined);
    }
    const codeOf = ({ target }) => target.closest?.("[data-code]")?.dataset.code;
    for (const [box, types] of [
      [svg, ["mouseover", "mouseout"]],
      [table, ["mouseover", "mouseout"]],
      [table, ["focusin", "focusout"]],
    ]) {
      types.forEach((type, off) => box.addEventListener(type, (event) => codeOf(event) && mark(codeOf(event), !off)));
    }
    svg.addEventListener("click", (event) => rowOf(codeOf(event))?.querySelector("a")?.click());
    return paths;
  }

  /** Fetch a file as data. */
  async function fetched(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  }

  /** Do something once a reader comes near an element. */
  function near(element, then) {
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        watch.disconnect();
        then();
      },
      { rootMargin: "400px" },
    );
    watch.observe(element);
  }

  return Object.freeze({ STEPS, stepOf, draw, shade, key, join, fetched, near });
})();
