"use strict";

// `live.call(handler, request)` runs a function of the book's Python in the reader's browser and promises its
// answer. Nothing is fetched before the first call. One call runs at a time; of those that wait, the latest of
// each handler stays and the others are rejected with `live.Superseded`, as is one that is answered too late.
// `data` names files that this request needs beside those that its handler always does.
const live = (() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript);
  const MANIFEST = new URL("live/manifest.json", here.src);
  // How long a page waits for Python to start, and then for an answer.
  const STALLED_MS = 60_000;
  const ANSWER_MS = 20_000;
  const NOT_FETCHED = "The book’s Python could not be fetched. Check your connection, then try again.";
  const FROM_DISK = "This needs the book on a web server. On your own machine, `make serve` starts one.";
  const STALLED = "Python did not start in time. Try again.";
  const TOO_LONG = "This took too long, so it was stopped. Try again with less.";

  class Superseded extends Error {}

  const notFetched = () => (location.protocol === "file:" ? FROM_DISK : NOT_FETCHED);

  const waiting = new Map();
  let worker;
  let isReady = false;
  let current;
  let count = 0;
  let timer;

  /**
   * @param {string} handler
   * @param {object} request
   * @param {{ onProgress?: (share: number) => void, data?: string[] }} [settings]
   */
  function call(handler, request, { onProgress = () => {}, data = [] } = {}) {
    return new Promise((resolve, reject) => {
      for (const earlier of [waiting.get(handler), current]) {
        if (earlier?.handler === handler) earlier.reject(new Superseded("A later request took its place."));
      }
      waiting.set(handler, { id: ++count, handler, request, data, resolve, reject, onProgress });
      runNext();
    });
  }

  async function runNext() {
    const [next] = waiting.values();
    if (current || !next) return;
    waiting.delete(next.handler);
    current = next;
    try {
      worker ??= await startWorker();
    } catch (error) {
      fail(notFetched(), error, true);
      return;
    }
    const { id, handler, request, data } = current;
    worker.postMessage({ kind: "call", id, handler, request, data });
    limit();
  }

  async function readManifest() {
    const response = await fetch(MANIFEST, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${MANIFEST}: ${response.status}`);
    return response.json();
  }

  async function startWorker() {
    tellProgress(0);
    const manifest = await readManifest();
    const started = new Worker(new URL(manifest.worker, MANIFEST), { type: "module" });
    started.onmessage = ({ data }) => hear[data.kind](data);
    started.onerror = (event) => fail(NOT_FETCHED, event.message, true);
    started.postMessage({ kind: "start", manifest, address: MANIFEST.href });
    return started;
  }

  function tellProgress(share) {
    for (const one of [current, ...waiting.values()]) one.onProgress(share);
  }

  const hear = {
    progress({ share }) {
      tellProgress(share);
      limit();
    },
    ready() {
      isReady = true;
      tellProgress(1);
      limit();
    },
    answer({ answer }) {
      finish().resolve(answer);
      runNext();
    },
    failed({ sentence, detail, restart }) {
      fail(sentence, detail, restart);
    },
  };

  // Whoever hears nothing for so long gives up, and a next call starts afresh.
  function limit() {
    clearTimeout(timer);
    timer = setTimeout(() => fail(isReady ? TOO_LONG : STALLED, "", true), isReady ? ANSWER_MS : STALLED_MS);
  }

  function finish() {
    clearTimeout(timer);
    const done = current;
    current = undefined;
    return done;
  }

  function fail(sentence, detail, restart) {
    if (detail) console.error(detail);
    if (restart) {
      worker?.terminate();
      worker = undefined;
      isReady = false;
    }
    finish()?.reject(new Error(sentence));
    runNext();
  }

  /**
   * Call a handler, say in a line how far it is, and show what it answers; what it refuses is said in the line.
   * @param {string} handler
   * @param {object} request
   * @param {HTMLElement} say
   * @param {(answer: any) => void} show
   * @param {string[]} [data]
   */
  async function ask(handler, request, say, show, onRefusal = () => {}, data = []) {
    const onProgress = (share) => (say.textContent = share < 1 ? "Starting Python …" : "Computing …");
    try {
      show(await call(handler, request, { onProgress, data }));
    } catch (error) {
      if (error instanceof Superseded) return;
      onRefusal();
      say.textContent = error.message;
    }
  }

  // What readers-code.js shares.
  const shared = { MANIFEST, STALLED_MS, ANSWER_MS, STALLED, TOO_LONG, notFetched, readManifest };
  return Object.freeze({ call, ask, Superseded, isReady: () => isReady, shared: Object.freeze(shared) });
})();
