"use strict";

// The same as `resilience.appraisal`; a test compares both on random weights.
const chooseRanking = (() => {
  const COMMUNITY = "community";
  const COMMUNITY_TOP = 10;

  function need({ indicators }, figures) {
    const known = indicators.map((name) => figures[name]).filter((figure) => figure !== undefined);
    return known.length ? known.reduce((sum, figure) => sum + figure, 0) / known.length : null;
  }

  // A need that no figure tells counts as the place's mean over the other activities.
  function meanOfNeeds(options, figures) {
    const known = options.map((option) => need(option, figures)).filter((one) => one !== null);
    return known.length ? known.reduce((sum, one) => sum + one, 0) / known.length : null;
  }

  function scoresOf(option, place, community, meanNeed) {
    const { experience } = option;
    return {
      need: need(option, place.figures) ?? meanNeed,
      evidence: option.evidence,
      experience: place.slug in experience ? experience[place.slug] : experience[""],
      community: option.slug in community ? (100 * community[option.slug]) / COMMUNITY_TOP : null,
    };
  }

  function weightsInUse(grounds, { weights, community }) {
    const scored = Object.keys(community).length > 0;
    return grounds
      .map(({ name }) => [name, weights[name] ?? 0])
      .filter(([name, weight]) => weight > 0 && (name !== COMMUNITY || scored));
  }

  function weighted(scores, weights) {
    const known = weights.filter(([name]) => scores[name] !== null);
    const held = known.reduce((sum, [, weight]) => sum + weight, 0);
    const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
    if (!held) return { score: null, known: 0 };
    return { score: known.reduce((sum, [name, weight]) => sum + weight * scores[name], 0) / held, known: (100 * held) / all };
  }

  function prepare(data, place, group) {
    const meanNeed = meanOfNeeds(data.options, place.figures);
    return data.options
      .filter(({ slug }) => !group.ruledOut.has(slug))
      .map((option) => ({
        option,
        needKnown: need(option, place.figures) !== null,
        scores: scoresOf(option, place, group.community, meanNeed),
      }));
  }

  function rankPrepared(data, prepared, group) {
    const weights = weightsInUse(data.grounds, group);
    const needed = data.mustBeKnown.filter((name) => weights.some(([used]) => used === name));
    const scored = prepared.map((one) => ({ ...one, ...weighted(one.scores, weights) }));
    scored.sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
    const stands = ({ scores, known }) => known >= data.leastKnown && needed.every((name) => scores[name] !== null);
    return { ranked: scored.filter(stands), little: scored.filter((one) => !stands(one)) };
  }

  function rank(data, place, group) {
    return rankPrepared(data, prepare(data, place, group), group);
  }

  function topShares(data, place, group) {
    const prepared = prepare(data, place, group);
    const counts = {};
    for (const draw of data.draws) {
      const weights = Object.fromEntries(data.grounds.map(({ name }, i) => [name, (group.weights[name] ?? 0) * draw[i]]));
      for (const { option } of rankPrepared(data, prepared, { ...group, weights }).ranked.slice(0, data.top)) {
        counts[option.slug] = (counts[option.slug] ?? 0) + 1;
      }
    }
    return Object.fromEntries(Object.entries(counts).map(([slug, n]) => [slug, (100 * n) / data.draws.length]));
  }

  return Object.freeze({ rank, topShares, weightsInUse });
})();
