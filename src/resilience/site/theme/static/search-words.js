"use strict";

// Words as the search reads them: folded, cut to their roots, and how many slips lie between two.
const searchWords = (() => {
  // As `folded` of `site/search/text.py` does.
  const fold = (text) =>
    text.toLowerCase().replace(/['’‘`]/g, "").normalize("NFKD").replace(/\p{Mn}/gu, "");

  const split = (text) => fold(text).match(/[a-z0-9]+/g) ?? [];

  const STEMS = new Map();
  function stem(word) {
    let root = STEMS.get(word);
    if (root === undefined) STEMS.set(word, (root = cut(word)));
    return root;
  }

  // Cuts endings so that forms of a word meet: landlords, licence and licensing, budgetting, partys.
  function cut(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    let root = word;
    if (/(ss|us|is)$/.test(root)) root = word;
    else if (root.endsWith("ies")) root = root.length > 4 ? `${root.slice(0, -3)}y` : root.slice(0, -1);
    else root = root.replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/s$/, "");
    root = root.replace(/iz(?=(e|ed|er|ing|ations?)$)/, "is");
    if (root.length > 5) root = root.replace(/(?<=[aeiouy].*)ing$/, "").replace(/(?<=[aeiouy].*)ed$/, "");
    if (root.length > 7) root = root.replace(/(?<=[st])ion$/, "");
    if (root.length > 4) root = root.replace(/e$/, "");
    return root.replace(/([bdfgklmnprt])\1+$/, "$1").replace(/nc$/, "ns");
  }

  const stems = (text) => split(text).map(stem);

  // Optimal string alignment: how many slips lie between two words, a swap of neighbours being one.
  function slips(one, other) {
    /** @type {number[][]} */
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, i) => i)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  return Object.freeze({ fold, split, stem, stems, slips });
})();
