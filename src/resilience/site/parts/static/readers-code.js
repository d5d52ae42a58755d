"use strict";

// `readersCode.run(handler, request)` runs what a reader wrote and promises what it printed. Each run has a new
// interpreter, apart from the one that answers for the book (live.js), in a frame without an origin whose policy
// lets nothing out (site/live/code_room.py). All that it needs is handed to it. It is thrown away after its answer,
// or when its time is over; a later run takes the place of one that has not ended.
const readersCode = (() => {
  const { MANIFEST, STALLED_MS, ANSWER_MS, STALLED, TOO_LONG, notFetched, readManifest } = live.shared;
  const MOST_PRINTED = 20_000;
  const BROKEN = "The code broke the interpreter that it ran in, so there is nothing to show.";

  const nameOf = (path) => path.split("/").pop();
  const below = (path) => new URL(path, MANIFEST).href;

  async function fetched(path) {
    const response = await fetch(below(path));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const content = await response.blob();
    const isScript = /\.m?js$/.test(path);
    // Only a blob that says that it is a script can be imported as one.
    return [nameOf(path), isScript ? content.slice(0, content.size, "text/javascript") : content];
  }

  /** Gather all that a handler needs: its room, the text of its worker, and what is said to that first. */
  async function gather(handler, request) {
    const manifest = await readManifest();
    const { room, shut, handlers } = manifest.apart;
    const files = Object.fromEntries(await Promise.all(handlers[handler].files.map(fetched)));
    const script = await files[manifest.worker].text();
    const start = { kind: "start", manifest: { ...manifest, handlers }, address: MANIFEST.href, files, shut };
    return { room, script, messages: [start, { kind: "call", id: 1, handler, request, data: [] }] };
  }

  function open({ room, script, messages }) {
    const frame = part.made("iframe", { title: "Where your code runs", hidden: true });
    frame.setAttribute("sandbox", "allow-scripts");
    frame.addEventListener("load", () => frame.contentWindow.postMessage({ script, messages }, "*"));
    frame.src = below(room);
    document.body.append(frame);
    return frame;
  }

  /** Give what a frame answers within its time; what it tells beside that is not heard. */
  function heard(frame, signal) {
    return new Promise((resolve, reject) => {
      const fail = (sentence) => reject(new Error(sentence));
      let isRunning = false;
      let timer = setTimeout(fail, STALLED_MS, STALLED);
      const hear = {
        // From here on the code may say what it likes: nothing that it says makes its time longer.
        ready() {
          if (isRunning) return;
          isRunning = true;
          clearTimeout(timer);
          timer = setTimeout(fail, ANSWER_MS, TOO_LONG);
        },
        answer: ({ answer }) => resolve(String(answer?.printed ?? "").slice(0, MOST_PRINTED)),
        failed: ({ sentence }) => fail(isRunning ? BROKEN : sentence),
        broken: () => fail(isRunning ? BROKEN : notFetched()),
      };
      function listen({ source, data }) {
        if (source === frame.contentWindow && Object.hasOwn(hear, data?.kind)) hear[data.kind](data);
      }
      addEventListener("message", listen, { signal });
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(new live.Superseded("A later run took its place."));
      });
    });
  }

  let latest = new AbortController();

  /**
   * @param {string} handler
   * @param {object} request
   * @returns {Promise<string>}
   */
  async function run(handler, request) {
    latest.abort();
    const mine = (latest = new AbortController());
    const gathered = await gather(handler, request).catch((error) => {
      console.error(error);
      throw new Error(notFetched());
    });
    if (mine.signal.aborted) throw new live.Superseded("A later run took its place.");
    const frame = open(gathered);
    try {
      return await heard(frame, mine.signal);
    } finally {
      mine.abort();
      frame.remove();
    }
  }

  return Object.freeze({ run });
})();
