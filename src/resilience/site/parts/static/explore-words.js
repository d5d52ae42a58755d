"use strict";

// The words of a list: which of its texts hold what is asked for.
const exploreWords = (() => {
  const WORDS = /[\p{L}\p{N}]+/gu;
  const JOINED = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;

  /** Give the words of a text; one with a hyphen counts as two and as one. */
  function tokens(text) {
    const folded = wordForms.fold(text);
    const joined = folded.match(JOINED) ?? [];
    return [...(folded.match(WORDS) ?? []), ...joined.map((word) => word.replace(/[-‐‑]/g, ""))];
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
          const root = wordForms.stem(word);
          byWord.set(word, [text]);
          byRoot.set(root, [...(byRoot.get(root) ?? []), word]);
        } else if (held[held.length - 1] !== text) {
          held.push(text);
        }
      }
    }

    /** Give the texts that hold a word, in full, by its start or by its root. */
    function holding(word) {
      const same = byRoot.get(wordForms.stem(word)) ?? [];
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
