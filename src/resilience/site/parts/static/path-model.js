"use strict";

// The picture of a logic model: stages as columns, boxes in them, and below each box where its arrows lead and how
// sure that is. `pathModel.draw(root, picture)` draws what `planning/logic.py: drawn` gives; all of it is plain text.
const pathModel = (() => {
  const { made } = part;

  /** Give the arrows of a box, those that are as sure as each other together. */
  function together(arrows) {
    const found = new Map();
    for (const arrow of arrows) {
      const key = `${arrow.kind} ${arrow.sure}`;
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(arrow);
    }
    return [...found.values()];
  }

  const named = ({ sign, text }) => `${sign} ${text}`;

  function line(arrows, boxes) {
    const [{ sure, kind }] = arrows;
    const ends = arrows.map(({ end }) => named(boxes.get(end)));
    const to = ends.length > 1 ? `${ends.slice(0, -1).join(", ")} and ${ends.at(-1)}` : ends[0];
    return made("li", { className: `path-model-arrow is-${kind}` }, `To ${to}: `, made("em", {}, sure));
  }

  function box(one, arrows, boxes) {
    const lines = together(arrows.filter(({ start }) => start === one.name)).map((some) => line(some, boxes));
    return made(
      "li",
      { className: one.mark ? "box is-own" : "box" },
      made("p", { className: "path-model-words" }, made("strong", {}, one.sign), ` ${one.text}`),
      one.mark ? made("p", { className: "path-model-mark" }, one.mark) : "",
      lines.length ? made("ul", { className: "path-model-arrows" }, ...lines) : "",
    );
  }

  /**
   * Draw a model; a stage without a box is said to be empty.
   * @param {HTMLElement} root
   * @param {{ stages: any[], arrows: any[] }} picture
   */
  function draw(root, { stages, arrows }) {
    const boxes = new Map(stages.flatMap((stage) => stage.boxes).map((one) => [one.name, one]));
    const columns = stages.map((stage) =>
      made(
        "li",
        { className: "path-model-stage" },
        made("p", { className: "path-model-heading" }, stage.heading),
        stage.boxes.length
          ? made("ul", { className: "path-model-boxes" }, ...stage.boxes.map((one) => box(one, arrows, boxes)))
          : made("p", { className: "path-model-empty" }, "No box yet."),
      ),
    );
    root.replaceChildren(made("ol", { className: "path-model" }, ...columns));
  }

  return Object.freeze({ draw, named });
})();
