"use strict";

// The activities that a group takes on, up to so many: a box at each, a line that names them, and the way to the
// next step. What can't be is refused with a sentence.
const chooseTaken = (() => {
  const { made, fill } = part;
  const list = new Intl.ListFormat("en-GB");

  /**
   * Let a reader take on activities.
   * @param {any} choose the root of the part
   * @param {Object<string, string>} words
   * @param {Map<string, string>} names of activities, by their types
   * @param {() => void} changed is called when one was taken on or let go
   */
  function start(choose, words, names, changed) {
    const bar = choose.querySelector(".choose-taken");
    const say = bar.querySelector(".choose-taken-say");
    const letGo = bar.querySelector(".choose-let-go");
    const onward = bar.querySelector("a");
    const next = onward.getAttribute("href");
    const most = Number(choose.dataset.most);
    const template = choose.querySelector(".choose-take");
    let taken = [];
    let refused = "";

    const has = (type) => taken.includes(type);
    const nameOf = (type) => String(names.get(type));
    const spelled = choose.dataset.mostSpelled;

    function tick() {
      for (const box of choose.querySelectorAll("[name=activity]")) box.checked = has(box.value);
    }

    /** Make a box for an activity. */
    function box(type) {
      const copy = template.cloneNode(true);
      const field = copy.querySelector("input");
      const label = fill(words.take_name, { name: nameOf(type) });
      Object.assign(field, { value: type, checked: has(type), ariaLabel: label });
      return copy;
    }

    function set(types, refusal = "") {
      taken = types;
      refused = refusal;
      tick();
      changed();
    }

    function toggle(type, isOn) {
      if (!isOn) set(taken.filter((one) => one !== type));
      else if (taken.length < most) set([...taken, type]);
      else set(taken, fill(words.too_many, { most: spelled, name: nameOf(type) }));
    }

    /**
     * Say what is taken on, and where one of them is in no tier.
     * @param {Set<string> | null} about the types about what is picked; null where nothing is
     * @param {string[]} out types that are ruled out
     */
    function show(about, out) {
      const named = (type) => ({ name: nameOf(type) });
      const said = taken.length ? [fill(words.taken, { names: list.format(taken.map((one) => nameOf(one))) })] : [];
      for (const type of taken) {
        if (about && !about.has(type)) said.push(fill(words.not_here, named(type)));
        else if (out.includes(type)) said.push(fill(words.ruled_out, named(type)));
      }
      say.textContent = refused || said.join(" ");
      refused = "";
      letGo.replaceChildren(
        ...taken.flatMap((type) => {
          const button = made("button", { type: "button", ariaLabel: fill(words.let_go, named(type)) }, nameOf(type));
          button.addEventListener("click", () => {
            toggle(type, false);
            (letGo.querySelector("button") ?? choose.querySelector("[name=activity]:not(:disabled)"))?.focus();
          });
          return [button, " "];
        }),
      );
      bar.hidden = !taken.length;
    }

    /** Take what a link holds; gives a sentence for each that can't be. */
    function recall(link) {
      const asked = [...new Set((link ?? "").split(".").filter(Boolean))];
      const known = asked.filter((type) => names.has(type));
      taken = known.slice(0, most);
      refused = "";
      tick();
      return [
        ...asked.filter((type) => !names.has(type)).map((name) => fill(words.lost, { what: "an activity", name })),
        ...known.slice(most).map((type) => fill(words.lost_more, { most: spelled, name: nameOf(type) })),
      ];
    }

    choose.addEventListener("change", ({ target }) => target.name === "activity" && toggle(target.value, target.checked));
    document.addEventListener("remembered", () => (onward.href = part.carried(next)));
    onward.href = part.carried(next);

    return Object.freeze({ has, box, show, recall, link: () => taken.join(".") });
  }

  return Object.freeze({ start });
})();
