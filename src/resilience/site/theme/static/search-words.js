"use strict";

// The words of a text as the search reads them, and how many slips lie between two.
const searchWords = (() => {
  const split = (text) => wordForms.fold(text).match(/[a-z0-9]+/g) ?? [];

  const stems = (text) => split(text).map(wordForms.stem);

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

  return Object.freeze({ split, stems, slips });
})();
