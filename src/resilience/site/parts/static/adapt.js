"use strict";

// The step Adapt for the link of the page, and the boxes that choose its activities. Other parts of the page go by
// the same link, so a new choice loads the page anew.
(() => {
  const root = document.querySelector(".adapt");
  const form = root.querySelector("form");
  const boxes = [...form.querySelectorAll("select")];

  const chosen = (part.asked().get("activities") ?? "").split(".");
  const known = chosen.filter((slug) => [...boxes[0].options].some(({ value }) => value && value === slug));
  boxes.forEach((box, at) => (box.value = known[at] ?? ""));
  form.hidden = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const slugs = boxes.map((box) => box.value).filter(Boolean);
    part.remember({ activities: [...new Set(slugs)].join(".") });
    readersLink.keep();
    location.reload();
  });

  // Python weighs megabytes, and without an activity it has no more to say than the page itself.
  if (part.asked().get("activities")) readersLink.whenAgreed(root, () => pathSteps.ask(root, "adapt"));
  else root.querySelector(".adapt-nothing").hidden = false;
})();
