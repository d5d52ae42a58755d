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

  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}'’‘ʼ`]/gu, "")
      .toLowerCase();

  const WORDS = /[\p{L}\p{N}]+/gu;
  const JOINED = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;

  /** Give the words of a text; one with a hyphen counts as two and as one. */
  function tokens(text) {
    const folded = fold(text);
    const joined = folded.match(JOINED) ?? [];
    return [...(folded.match(WORDS) ?? []), ...joined.map((word) => word.replace(/[-‐‑]/g, ""))];
  }

  function singular(word) {
    if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
    if (word.endsWith("sses")) return word.slice(0, -2);
    return /s$/.test(word) && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
  }

  /** Cut a word to what its forms share, as the matcher does (`matching/normalise.py`). */
  function root(word) {
    let cut = SPELLINGS.reduce((form, [way, one]) => form.replace(way, one), word);
    if (cut.length >= SHORTEST) {
      cut = singular(cut);
      if (cut.length > SHORTEST) cut = cut.replace(/y$/, "i");
      const ending = ENDINGS.find((one) => cut.endsWith(one) && cut.length - one.length >= SHORTEST);
      if (ending) cut = cut.slice(0, -ending.length);
      if (cut.length > SHORTEST) cut = cut.replace(/([^sl])\1$/, "$1");
      if (cut.length > SHORTEST) cut = cut.replace(/y$/, "i");
    }
    return cut;
  }

  /** Make an index of texts: which of them hold a word, by all words, and which words share a root. */
  function index() {
    /** @type {Map<string, number[]>} */
    const byWord = new Map();
    /** @type {Map<string, string[]>} */
    const byRoot = new Map();
    const texts = new Set();

    /** Take the words of a text, which has a number. */
    function add(text, words) {
      texts.add(text);
      for (const word of tokens(words)) {
        const held = byWord.get(word);
        if (held === undefined) {
          byWord.set(word, [text]);
          byRoot.set(root(word), [...(byRoot.get(root(word)) ?? []), word]);
        } else if (held[held.length - 1] !== text) {
          held.push(text);
        }
      }
    }

    /** Give the texts that hold a word, in full, by its start or by its root. */
    function holding(word) {
      const same = byRoot.get(root(word)) ?? [];
      const longer = [...byWord.keys()].filter((one) => one.startsWith(word));
      return new Set([...same, ...longer].flatMap((one) => byWord.get(one) ?? []));
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
