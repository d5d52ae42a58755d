// Makes the worker for a reader's code out of text, and passes on what it tells. The page that shows this room says
//   { script, messages }    the text of the worker, and what is said to it first
(() => {
  const page = /** @type {any} */ (self).parent;
  const address = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));

  function open({ data: { script, messages }, source }) {
    // With an origin, what is said here would run as a script of this site, whoever says it.
    if (self.origin !== "null" || source !== page) return;
    // Without one, Chromium lets no module be the first script of a worker, but that may import one.
    const started = 'self.postMessage({ kind: "loaded" })';
    const broken = '(error) => self.postMessage({ kind: "broken", detail: String(error) })';
    const worker = new Worker(address(`import("${address(script)}").then(() => ${started}, ${broken})`));
    worker.onmessage = ({ data: told }) => {
      if (told?.kind === "loaded") for (const message of messages.splice(0)) worker.postMessage(message);
      else page.postMessage(told, "*");
    };
    worker.onerror = ({ message }) => page.postMessage({ kind: "broken", detail: message }, "*");
  }

  self.addEventListener("message", open);
})();
