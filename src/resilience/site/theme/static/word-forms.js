"use strict";

// What the search and the lists take for the same word: folded, in one spelling, and cut to what its forms share.
const wordForms = (() => {
  /** Fold case, accents and apostrophes away, as `folded` of `site/search/text.py` does. */
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/['’‘ʼ`]/g, "")
      .normalize("NFKD")
      .replace(/\p{Mn}/gu, "");

  /** What is written in two ways, as it begins or ends. */
  const SPELLINGS = /** @type {[RegExp, string][]} */ ([
    [/^licens/, "licenc"],
    [/^practis/, "practic"],
    [/^mold/, "mould"],
    [/^neighbor/, "neighbour"],
    [/^program(?=s?$)/, "programme"],
    [/^(labo|colo|behavio|favo)r/, "$1ur"],
    [/iz(?=(?:e|ed|er|ers|es|ing|ations?)$)/, "is"],
  ]);
  const SHORTEST = 4;

  /** @type {Map<string, string>} */
  const STEMS = new Map();

  /** Give what the forms of a folded word share: of landlords, of licence and licensing, of lonely and loneliness. */
  function stem(word) {
    const known = STEMS.get(word) ?? cut(word);
    STEMS.set(word, known);
    return known;
  }

  function singular(word) {
    if (word.endsWith("ies")) return word.length > SHORTEST ? `${word.slice(0, -3)}y` : word.slice(0, -1);
    if (/(ss|us|is)$/.test(word)) return word;
    return word.replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/s$/, "");
  }

  // Wrong forms meet right ones too: partys, budgetting. Endings such as -or and -al stay: a mentor is not mental.
  function cut(word) {
    const spelled = SPELLINGS.reduce((form, [way, one]) => form.replace(way, one), word);
    if (spelled.length < SHORTEST || /\d/.test(spelled)) return spelled;
    let left = singular(spelled);
    if (left.length > 7) left = left.replace(/ness$/, "").replace(/(?<=[st])ion$/, "").replace(/ment$/, "");
    if (left.length > 5) left = left.replace(/(?<=[aeiouy].*)(?:ing|ed)$/, "");
    if (left.length > SHORTEST) left = left.replace(/e$/, "").replace(/y$/, "i");
    return left.replace(/([bdfgklmnprt])\1+$/, "$1").replace(/nc$/, "ns");
  }

  return Object.freeze({ fold, stem });
})();
