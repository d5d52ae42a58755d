"use strict";

// Words of a list, folded: no capitals, accents or apostrophes, one spelling, and endings cut off.
const exploreWords = (() => {
  /** What is written in two ways; the first form stands at the start of a word. */
  const SPELLINGS = /** @type {[RegExp, string][]} */ ([
    [/^licens/, "licenc"],
    [/^practis/, "practic"],
    [/^mold/, "mould"],
    [/^neighbor/, "neighbour"],
    [/^program(?=s?$)/, "programme"],
    [/^(labo|colo|behavio|favo)r/, "$1ur"],
    [/iz(?=(?:e|ed|er|ers|es|ing|ations?)$)/, "is"],
  ]);
  const ENDINGS = ["ingly", "edly", "ness", "ment", "ing", "ion", "ity", "ive", "ed", "er", "or", "al", "e"];
  const SHORTEST = 4;
  /** @type {Map<string, string>} */
  const known = new Map();

  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}'’‘ʼ`]/gu, "")
      .toLowerCase();

  /** Give the words of a text; one with a hyphen counts as two and as one. */
  function tokens(text) {
    const folded = fold(text);
    const joined = folded.match(/[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu) ?? [];
    return [...(folded.match(/[\p{L}\p{N}]+/gu) ?? []), ...joined.map((word) => word.replace(/[-‐‑]/g, ""))];
  }

  function singular(word) {
    if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
    if (word.endsWith("sses")) return word.slice(0, -2);
    return /s$/.test(word) && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
  }

  /** Cut a word to what its forms share, as the matcher does (`matching/normalise.py`). */
  function root(word) {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    let cut = SPELLINGS.reduce((form, [way, one]) => form.replace(way, one), word);
    if (cut.length >= SHORTEST) {
      cut = singular(cut);
      if (cut.length > SHORTEST) cut = cut.replace(/y$/, "i");
      const ending = ENDINGS.find((one) => cut.endsWith(one) && cut.length - one.length >= SHORTEST);
      if (ending) cut = cut.slice(0, -ending.length);
      if (cut.length > SHORTEST) cut = cut.replace(/([^sl])\1$/, "$1");
      if (cut.length > SHORTEST) cut = cut.replace(/y$/, "i");
    }
    known.set(word, cut);
    return cut;
  }

  /** Make an index of texts: which of them hold a word, by all words and by all roots. */
  function index() {
    /** @type {Map<string, number[]>} */
    const byWord = new Map();
    /** @type {Map<string, number[]>} */
    const byRoot = new Map();
    const texts = new Set();

    function put(into, key, text) {
      const held = into.get(key);
      if (!held) into.set(key, [text]);
      else if (held[held.length - 1] !== text) held.push(text);
    }

    /** Take the words of a text, which has a number. */
    function add(text, words) {
      texts.add(text);
      for (const word of new Set(tokens(words))) {
        put(byWord, word, text);
        put(byRoot, root(word), text);
      }
    }

    /** Give the texts that hold a word, in full, by its start or by its root. */
    function holding(word) {
      const found = new Set(byRoot.get(root(word)));
      for (const [one, held] of byWord) if (one.startsWith(word)) for (const text of held) found.add(text);
      return found;
    }

    /** Make a test for the number of a text: it holds every word that was asked for. */
    function finder(asked) {
      const wanted = tokens(asked).map(holding);
      return (text) => wanted.every((found) => found.has(text));
    }

    return Object.freeze({ add, has: (text) => texts.has(text), finder });
  }

  return Object.freeze({ index });
})();
