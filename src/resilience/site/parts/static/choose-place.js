"use strict";

// The place that a group chooses for. How the neighbourhoods stand is in the page; of any other place the file
// of its council tells it, which is fetched when the place is chosen. Without a place need is left out.
const choosePlace = (() => {
  const NOWHERE = Object.freeze({ link: "", title: "", nation: "", fit: "", needs: {}, better: {} });

  // What links had for no place, before they left it out.
  const ELSEWHERE = "elsewhere";

  const zipped = (names, values) => Object.fromEntries(names.map((name, i) => [name, values[i]]));

  /** Read how a place stands from the row of a file; what is null there is not known. */
  function placed(file, row, title, link) {
    const needs = zipped(file.types, row.needs);
    return { link, title, nation: file.nation, fit: row.fit ?? "", needs, better: zipped(file.figures, row.better) };
  }

  /**
   * Let a reader choose a place.
   * @param {any} choose the root of the part
   * @param {Object<string, string>} words
   * @param {() => void} changed is called when a place was fetched
   */
  function start(choose, words, changed) {
    const find = (selector) => choose.querySelector(selector);
    const scales = JSON.parse(choose.dataset.scales);
    const files = JSON.parse(find(".choose-places").textContent);
    const own = files.flatMap((file) => file.places.map((row) => [row.code, placed(file, row, row.name, row.code)]));
    const neighbourhoods = new Map(own);
    const select = find("#choose-place");
    const option = select.querySelector("[value=found]");
    const box = find(".find-place");
    const notice = find(".choose-notice");
    let fetched;
    let here = NOWHERE;
    // A place of the link that could not be fetched stays there.
    let unfetched = "";
    let latest = 0;

    function show() {
      const scale = scales[here.nation];
      find(".choose-scale strong").textContent = here.title || words.somewhere;
      find(".choose-scale span").textContent = scale ? `${part.fill(words.scale, scale)} ${here.fit}` : words.nowhere;
      for (const span of choose.querySelectorAll(".choose-among")) span.textContent = scale?.among ?? words.among;
    }

    function take(place) {
      latest += 1;
      here = place;
      unfetched = "";
      if (place === fetched) {
        option.hidden = false;
        select.value = option.value;
      } else {
        select.value = place.link;
        box.querySelector("input").value = "";
      }
      show();
    }

    const failed = (place) => part.fill(words.failed, { place, shown: here.title || words.somewhere });

    /** Fetch how a place stands, and take it unless another was chosen meanwhile. */
    async function fetchPlace({ code, name, council, councilName }) {
      latest += 1;
      const turn = latest;
      const file = await findPlace.council(council);
      if (turn !== latest) return;
      const row = file.places.find((one) => one.code === code);
      fetched = placed(file, row, `${name}, ${councilName}`, `${council}.${code}`);
      take(fetched);
    }

    choose.addEventListener("place", ({ detail }) => {
      notice.textContent = "";
      fetchPlace(detail).then(changed, () => (notice.textContent = failed(detail.name)));
    });
    // Heard before the form hears of it, so that it finds the new place.
    select.addEventListener("input", () => {
      if (select.value === option.value) {
        take(fetched);
        findPlace.set(box, fetched.link);
      } else take(neighbourhoods.get(select.value) ?? NOWHERE);
    });

    /** Take the place of a link; gives a sentence where there is none. */
    async function recall(link) {
      const known = neighbourhoods.get(link);
      take(known ?? NOWHERE);
      if (known || !link || link === ELSEWHERE) return "";
      try {
        const found = await findPlace.set(box, link);
        if (found) await fetchPlace(found);
        return found ? "" : part.fill(words.lost_place, { name: link });
      } catch {
        unfetched = link;
        return failed(link);
      }
    }

    return Object.freeze({ recall, here: () => here, link: () => here.link || unfetched });
  }

  return Object.freeze({ start });
})();
