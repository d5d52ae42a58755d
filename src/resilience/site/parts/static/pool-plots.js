"use strict";

// Draws the forest beside the rows of a set, and its funnel; every number also stands in words.
const poolPlots = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const WIDTH = 300;
  const HEIGHT = 22;
  const EDGE = 8;

  function shape(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function picture(width, height, parts) {
    const made = shape("svg", { viewBox: `0 0 ${width} ${height}`, width: "100%", focusable: "false" });
    made.append(...parts);
    return made;
  }

  // A few far ends must not squeeze all the rest: they are cut at the edge.
  function axis(rows, isRatio) {
    const at = (value) => (isRatio ? Math.log(value) : value);
    const ends = rows.flatMap(({ low, high }) => [at(low), at(high)]).sort((a, b) => a - b);
    const spare = Math.floor(ends.length * 0.03);
    const least = Math.min(ends[spare], 0);
    const most = Math.max(ends[ends.length - 1 - spare], 0);
    const scale = (WIDTH - 2 * EDGE) / (most - least || 1);
    return (value) => Math.min(Math.max(EDGE + (at(value) - least) * scale, EDGE / 2), WIDTH - EDGE / 2);
  }

  function row({ value, low, high }, place, isRatio, kind) {
    const middle = HEIGHT / 2;
    const zero = place(isRatio ? 1 : 0);
    const line = { y1: middle, y2: middle, x1: place(low), x2: place(high), class: "pool-line" };
    const x = place(value);
    const points = [[x - 7, middle], [x, middle - 7], [x + 7, middle], [x, middle + 7]];
    return picture(WIDTH, HEIGHT, [
      shape("line", { x1: zero, x2: zero, y1: 0, y2: HEIGHT, class: "pool-zero" }),
      shape("line", line),
      kind === "pooled"
        ? shape("polygon", { points: points.map((point) => point.join()).join(" "), class: "pool-diamond" })
        : shape("circle", { cx: x, cy: middle, r: 4.5, class: kind === "out" ? "pool-out" : "pool-point" }),
    ]);
  }

  function funnel(points, estimate, half) {
    const [width, height, room] = [320, 220, 18];
    const widest = Math.max(...points.map(({ se }) => se)) * 1.05;
    const reach = Math.max(half * widest, ...points.map(({ yi }) => Math.abs(yi - estimate)));
    const x = (yi) => room + ((yi - estimate + reach) / (2 * reach)) * (width - 2 * room);
    const y = (se) => room + (se / widest) * (height - 2 * room);
    const sides = [-half, half].map((side) =>
      shape("line", { x1: x(estimate), y1: y(0), x2: x(estimate + side * widest), y2: y(widest), class: "pool-side" }),
    );
    const middle = shape("line", { x1: x(estimate), x2: x(estimate), y1: y(0), y2: y(widest), class: "pool-zero" });
    const dots = points.map(({ yi, se }) => shape("circle", { cx: x(yi), cy: y(se), r: 3.5, class: "pool-point" }));
    return picture(width, height, [...sides, middle, ...dots]);
  }

  return Object.freeze({ axis, row, funnel });
})();
