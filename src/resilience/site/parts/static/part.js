"use strict";

// What the scripts of several parts share. Sentences that the build writes too stand in the part's template.
const part = (() => {
  /**
   * Make an element.
   * @param {string} tag
   * @param {Object<string, any>} [properties]
   * @param {...(Node | string)} content
   * @returns {any}
   */
  function made(tag, properties = {}, ...content) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content);
    return element;
  }

  /**
   * Fill the gaps of a sentence, such as `{n}`.
   * @param {string} words
   * @param {Object<string, string | number>} values
   */
  function fill(words, values) {
    return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  /** Give what the address of the page asks for. */
  const asked = () => new URL(location.href).searchParams;

  /**
   * Give the address of another page, with all that the link of this one holds.
   * @param {string} page
   * @param {Object<string, string>} [choice] what stands there instead
   */
  function carried(page, choice = {}) {
    const address = new URL(page, location.href);
    address.search = location.search;
    for (const [name, value] of Object.entries(choice)) address.searchParams.set(name, value);
    return address.href;
  }

  /**
   * Keep a reader's choice in the address; what is empty is left out, and what other steps keep there stays.
   * @param {Object<string, string>} choice
   */
  function remember(choice, hash = location.hash) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(choice)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    address.hash = hash;
    history.replaceState(null, "", address);
    document.dispatchEvent(new Event("remembered"));
  }

  /** Give the values of the boxes that are ticked, or of those that are not. */
  const ticked = (boxes, wanted = true) => boxes.filter((box) => box.checked === wanted).map((box) => box.value);

  /** Say that an answer is an old one, and what it was for: what is asked now has none. */
  function retire(answer, what) {
    if (!answer.childElementCount || answer.classList.contains("is-old")) return;
    answer.classList.add("is-old");
    answer.prepend(made("p", { className: "old-head" }, what ? `An earlier answer, for ${what}:` : "An earlier answer:"));
  }

  /** Let an answer be that of what is asked now. */
  function renew(answer) {
    answer.classList.remove("is-old");
    answer.querySelector(":scope > .old-head")?.remove();
  }

  /** Say that a field holds what can't be, where one does; the answer that stands there is then an old one. */
  function isRefused(form, say, retireAnswer) {
    if (form.reportValidity()) return false;
    say.textContent = "A field holds what can’t be. Mend it, then try again.";
    retireAnswer();
    return true;
  }

  /** Say what of the address could not be used, and what stands instead; before an element. */
  function tellUnused(before, sentences) {
    if (sentences.length) before.before(made("p", { className: "unused", role: "status" }, sentences.join(" ")));
  }

  /**
   * Give what says, before an element, that numbers come of a reader's or a link's choice, and offers ways on.
   * @param {HTMLElement} before
   * @returns {(said?: string, ways?: [string, () => void][]) => void}
   */
  function choiceLine(before) {
    const line = made("div", { className: "own-choice", hidden: true });
    line.setAttribute("role", "status");
    before.tabIndex = -1;
    before.before(line);
    return (said = "", ways = []) => {
      const hadFocus = line.contains(document.activeElement);
      const buttons = ways.map(([words, go]) => made("button", { type: "button", onclick: go }, words));
      line.hidden = !said;
      line.replaceChildren(...(said ? [made("p", {}, said), made("p", {}, ...buttons)] : []));
      if (hadFocus) (buttons[0] ?? before).focus();
    };
  }

  return Object.freeze({ made, fill, asked, carried, remember, ticked, retire, renew, isRefused, tellUnused, choiceLine });
})();
