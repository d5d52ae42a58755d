"use strict";

// Which pages answer a query, best first: slips are mended, each word is weighed by where a page has it.
const searchRanking = (() => {
  const { fold, stem } = wordForms;
  const { split, stems, slips } = searchWords;
  // Where a page has a word, from its title to its full text, and what that is worth.
  const WORTH = { title: 1, facts: 0.6, ideas: 0.6, says: 0.45, text: 0.22 };
  const OF_ONE_AMONG_MANY = 0.6;
  // What it is worth that a page has several words of the query as one phrase, or the whole query as its name.
  const OF_PHRASE = 0.7;
  const LONGEST_PHRASE = 6;
  const FEWEST_OF_QUERY = 0.34;
  const SHORTEST_MENDED = 5;
  const LONG_WORD = 8;
  // A word that stands in a few texts only is a chance likeness.
  const FEWEST_TO_BE_MEANT = 5;
  const ASIDE = 0.5;
  const FEW = 10;
  const ACTIVITY = "Activity";
  const SHORTEST_BEGUN = 3;
  const MOST_BEGUN = 8;

  const words = (text) => text.trim().split(/\s+/);
  const SAYS_LITTLE = new Set(
    words(
      `a about all am an and any anywhere are as at be been by can cant could did do does for from get had has have having how i if
      im in into is it its me my near need of off on or our out over please should some someone something somewhere so than that the their them there these they
      this those to too up us want was we were what when where which who why will with would you your`
    )
  );
  // Words that nearly every page is about.
  const TELLS_LITTLE = new Set(
    stems(
      `project scheme programme activity intervention evidence study research people local area way idea help best better
      reduce reducing change stop tackle improve more less fewer go going want`
    )
  );
  const OF_LITTLE = 0.3;
  // The share of pages that a word of nearly every page is taken to have.
  const OF_COMMON = 0.5;
  const WHAT_WORKS = /\bwhat (really |actually )?works?\b/g;
  const DOES_IT_WORK = /\b(?:does|do|did|will)\b(.*)\bwork\b/g;

  const FIELDS = ["docname", "title", "kind", "facts", "boost", "words", "ideas"];

  // Readies what `pages.json` holds: who has which root where, which phrases name a page, which words are known.
  function prepare(data) {
    const pages = data.pages.map((row) => Object.fromEntries(FIELDS.map((field, i) => [field, row[i]])));
    const index = { pages, holders: new Map(), phrases: new Map(), known: new Map(), common: new Set(), letters: data.letters };
    const ideas = data.ideas.map((phrases) => phrases.map(split));
    pages.forEach((page, number) => {
      const titles = [page.title, ...page.words].map(split);
      for (const phrase of titles) note(index, number, phrase, WORTH.title);
      for (const phrase of page.ideas.flatMap((one) => ideas[one])) note(index, number, phrase, WORTH.ideas);
      // The level of an activity names an outcome, which the activity need not be about.
      const facts = page.kind === ACTIVITY ? "" : page.facts;
      note(index, number, split(`${page.docname} ${page.kind} ${facts}`), WORTH.facts, false);
    });
    return index;
  }

  function note(index, number, phrase, worth, isName = true) {
    const roots = phrase.map(stem);
    const each = isName ? worth * (OF_ONE_AMONG_MANY + (1 - OF_ONE_AMONG_MANY) / roots.length) : worth;
    roots.forEach((root, i) => {
      know(index, phrase[i], root, isName);
      hold(index.holders, root, number, each);
    });
    const key = telling(phrase).map(stem);
    if (isName && key.length <= LONGEST_PHRASE) hold(index.phrases, key.join(" "), number, worth);
  }

  function hold(map, key, number, worth) {
    let held = map.get(key);
    if (!held) map.set(key, (held = new Map()));
    held.set(number, Math.max(worth, held.get(number) ?? 0));
  }

  // `isName` tells the words of titles and terms, which a slip more likely meant.
  function know(index, word, root, isName) {
    const letter = word[0];
    let known = index.known.get(letter);
    if (!known) index.known.set(letter, (known = new Map()));
    known.set(word, { root, isName: isName || Boolean(known.get(word)?.isName) });
  }

  // Adds the words of full text that begin with one letter: pages that say a word at once, and further down.
  // They stand as distances from one page to the next, or not at all where nearly every page has the word.
  function addText(index, held) {
    for (const [word, [says, text]] of Object.entries(held)) {
      const root = stem(word);
      know(index, word, root, false);
      if (!index.holders.has(root)) index.holders.set(root, new Map());
      if (!text) index.common.add(root);
      for (const [distances, worth] of [[says, WORTH.says], [text, WORTH.text]]) {
        let number = 0;
        for (const distance of distances ?? []) hold(index.holders, root, (number += distance), worth);
      }
    }
  }

  function meantWords(query) {
    const asked = fold(query).replace(WHAT_WORKS, " ").replace(DOES_IT_WORK, "$1");
    return telling(split(asked));
  }

  function telling(all) {
    const some = all.filter((word) => !SAYS_LITTLE.has(word));
    return some.length ? some : all;
  }

  // The files of full text that a query needs, by first letter; what is known of them can mend its slips.
  function lettersOf(index, query) {
    const firsts = meantWords(query).map((word) => word[0]);
    return [...new Set(firsts)].filter((letter) => index.letters.includes(letter));
  }

  function mend(index, word) {
    if (word.length < SHORTEST_MENDED || /\d/.test(word)) return null;
    const most = word.length >= LONG_WORD ? 2 : 1;
    /** @type {{ word: string, root: string, rank: number } | null} */
    let best = null;
    for (const [known, { root, isName }] of index.known.get(word[0]) ?? []) {
      if (known === word || Math.abs(known.length - word.length) > most) continue;
      if (!isName && index.holders.get(root).size < FEWEST_TO_BE_MEANT) continue;
      const count = slips(word, known);
      // Of words as near, the commoner was meant.
      const rank = count * 2 + (isName ? 0 : 1) + 1 / (2 + index.holders.get(root).size);
      if (count <= most && (!best || rank < best.rank)) best = { word: known, root, rank };
    }
    return best;
  }

  // A word that is still being written stands for known words that begin with it.
  function begun(index, word) {
    if (word.length < SHORTEST_BEGUN) return [];
    const known = [...(index.known.get(word[0]) ?? [])].filter(([one]) => one.startsWith(word));
    const roots = known.sort(([, a], [, b]) => Number(b.isName) - Number(a.isName)).map(([, { root }]) => root);
    return [...new Set(roots)].slice(0, MOST_BEGUN);
  }

  // Pages for contributors name slips, among them those that readers make.
  function isAside(index, root) {
    const numbers = [...index.holders.get(root).keys()];
    return numbers.length > 0 && numbers.every((number) => index.pages[number].boost <= ASIDE);
  }

  function splitInTwo(index, word) {
    for (let at = 3; at <= word.length - 3; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => index.known.get(part[0])?.get(part)?.isName)) return parts;
    }
    return null;
  }

  /** @returns {{ groups: string[][], mended: string[][], unknown: string[], shown: string[] }} */
  const emptyReading = () => ({ groups: [], mended: [], unknown: [], shown: [] });

  // Reads a query: for each word the roots that it may stand for, what was mended, and what nobody says.
  function read(index, query, isBeingWritten) {
    const read_ = emptyReading();
    const asked = meantWords(query);
    asked.forEach((word, i) => {
      const root = stem(word);
      const last = isBeingWritten && i === asked.length - 1;
      const held = index.holders.has(root);
      if (held && !isAside(index, root)) return add(read_, word, [root]);
      const roots = last ? begun(index, word) : [];
      if (roots.length) return add(read_, word, roots);
      const parts = splitInTwo(index, word);
      if (parts) return parts.forEach((part) => add(read_, part, [stem(part)]));
      const meant = mend(index, word);
      if (!meant && held) return add(read_, word, [root]);
      if (!meant) return read_.unknown.push(word);
      read_.mended.push([word, meant.word]);
      return add(read_, meant.word, [meant.root]);
    });
    joinNeighbours(index, read_.groups);
    return read_;
  }

  function add(read_, word, roots) {
    read_.shown.push(word);
    read_.groups.push(roots);
  }

  // Time banking is also timebanking.
  function joinNeighbours(index, groups) {
    for (let i = 0; i + 1 < groups.length; i += 1) {
      const joined = groups[i][0] + groups[i + 1][0];
      if (index.holders.has(joined)) {
        groups[i] = [...groups[i], joined];
        groups[i + 1] = [...groups[i + 1], joined];
      }
    }
  }

  function rarity(index, roots) {
    const holders = roots.map((root) => (index.common.has(root) ? OF_COMMON * index.pages.length : index.holders.get(root).size));
    const count = Math.max(...holders, 1);
    return Math.log(1 + index.pages.length / count) * (TELLS_LITTLE.has(roots[0]) ? OF_LITTLE : 1);
  }

  // How much of the query each page has as a phrase that names it, 0 to 1.
  function byPhrase(index, groups) {
    const found = new Map();
    for (let start = 0; start < groups.length; start += 1) {
      for (let end = start + 1; end <= Math.min(groups.length, start + LONGEST_PHRASE); end += 1) {
        const phrase = groups.slice(start, end).map(([root]) => root).join(" ");
        const share = (end - start) / groups.length;
        for (const [number, worth] of index.phrases.get(phrase) ?? []) {
          found.set(number, Math.max(share * share * worth, found.get(number) ?? 0));
        }
      }
    }
    return found;
  }

  function byWord(index, groups) {
    const weights = groups.map((roots) => rarity(index, roots));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const found = new Map();
    const everywhere = [];
    groups.forEach((roots, i) => {
      const best = new Map();
      for (const root of roots) {
        for (const [number, worth] of index.holders.get(root)) best.set(number, Math.max(worth, best.get(number) ?? 0));
      }
      for (const [number, worth] of best) {
        const { has, fits } = found.get(number) ?? { has: 0, fits: 0 };
        found.set(number, { has: has + weights[i] / all, fits: fits + (weights[i] * worth) / all });
      }
      if (roots.some((root) => index.common.has(root))) everywhere.push({ weight: weights[i] / all, best });
    });
    for (const { weight, best } of everywhere) {
      for (const [number, one] of found) {
        if (!best.has(number)) found.set(number, { has: one.has + weight, fits: one.fits + weight * WORTH.text });
      }
    }
    return found;
  }

  // Finds pages for a query, best first; `known` is what was made of its words.
  function find(index, query, isBeingWritten = false) {
    const known = read(index, query, isBeingWritten);
    const hits = ranked(index, known.groups);
    return { ...known, hits: hits.length < FEW ? [...hits, ...more(index, hits)] : hits };
  }

  function ranked(index, groups) {
    const phrases = byPhrase(index, groups);
    /** @type {{ page: any, number: number, score: number }[]} */
    const hits = [];
    for (const [number, { has, fits }] of byWord(index, groups)) {
      if (has < FEWEST_OF_QUERY) continue;
      const page = index.pages[number];
      hits.push({ page, number, score: page.boost * has * (fits * has + OF_PHRASE * (phrases.get(number) ?? 0)) });
    }
    return hits.sort((a, b) => b.score - a.score || (a.page.docname < b.page.docname ? -1 : 1));
  }

  // Slang leads to an activity and to little else: after it comes what its own name leads to.
  function more(index, hits) {
    if (hits[0]?.page.kind !== ACTIVITY) return [];
    const there = new Set(hits.map(({ number }) => number));
    const groups = telling(split(hits[0].page.title)).map((word) => [stem(word)]);
    return ranked(index, groups).filter(({ number }) => !there.has(number));
  }

  return Object.freeze({ prepare, addText, lettersOf, find });
})();
