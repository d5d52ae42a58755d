// Loads the book's Python away from the page and answers what the page asks.
//   in   { kind: "start", manifest, address, files, shut }    first, and once; `files`: all that there is to read,
//                                                            by name, where nothing is to be fetched; `shut`: the
//                                                            script that leaves no way out, then
//        { kind: "call", id, handler, request, data }       `data`: names of files that this request needs
//   out  { kind: "progress", share }                           0 to 1, until Python has started
//        { kind: "ready" }
//        { kind: "answer", id, answer }
//        { kind: "failed", id, sentence, detail, restart }     `restart`: this worker is of no more use

const NOT_FETCHED = "A part of the book’s Python could not be fetched. Check your connection, then try again.";
const NOT_STARTED = "Python does not start in this browser. Bring the browser up to date, then try again.";
const FORBIDDEN =
  "The web server of this copy of the book forbids Python in a page (its policy has no 'wasm-unsafe-eval'), so this can't be computed here.";
const WENT_WRONG = "Something went wrong in the book’s own code, and there is no answer to this.";
const BRIDGE = "resilience.site.live.browser.bridge";
const SCRIPTS = ["pyodide.mjs", "pyodide.asm.mjs"];
const MACHINE = "pyodide.asm.wasm.packed";
const BUNDLE = "/live.zip";
const DATA = "/live";
// The share of the work that is fetching; the rest is Python's own start.
const FETCHING = 0.6;

class Failure extends Error {
  constructor(sentence, detail, restart) {
    super(sentence);
    this.detail = String(detail);
    this.restart = restart;
  }
}

let manifest;
let address;
let bridge;
let python;
let given;
let shutter;
let expected = 0;
let arrived = 0;

const tell = (kind, rest = {}) => self.postMessage({ kind, ...rest });
const below = (path) => new URL(path, address).href;
const nameOf = (url) => String(url).split("/").pop() ?? "";
const networkFetch = self.fetch.bind(self);
const bring = (url, options) => {
  if (!given) return networkFetch(url, options);
  const file = given[nameOf(url)];
  return file ? new Response(file) : Response.error();
};

function count(bytes) {
  arrived += bytes;
  tell("progress", { share: (FETCHING * arrived) / expected });
}

// Gives the body as soon as it begins. Only `whole` tells whether all of it has come.
async function open(url, size) {
  expected += size;
  let response;
  try {
    response = await bring(url);
  } catch (error) {
    throw new Failure(NOT_FETCHED, `${url}: ${error}`, true);
  }
  if (!response.ok) throw new Failure(NOT_FETCHED, `${url}: ${response.status}`, true);
  const counter = new TransformStream({
    transform(chunk, out) {
      count(chunk.byteLength);
      out.enqueue(chunk);
    },
  });
  const whole = response.body.pipeTo(counter.writable).catch((error) => {
    throw new Failure(NOT_FETCHED, `${url}: ${error}`, true);
  });
  const isPacked = url.endsWith(".packed");
  const body = isPacked ? counter.readable.pipeThrough(new DecompressionStream("gzip")) : counter.readable;
  return { body, whole };
}

async function read(url, size, take) {
  const { body, whole } = await open(url, size);
  const response = new Response(body, { headers: { "Content-Type": "application/wasm" } });
  const content = take(response);
  content.catch(() => {}); // Where part is missing, `whole` says so in better words.
  await whole;
  return content;
}

const bytes = async (response) => new Uint8Array(await response.arrayBuffer());
const machineOf = (response) => WebAssembly.compileStreaming(response);

async function script(url, size) {
  expected += size;
  try {
    const module = await import(given ? URL.createObjectURL(given[nameOf(url)]) : url);
    count(size);
    return module;
  } catch (error) {
    throw new Failure(NOT_FETCHED, `${url}: ${error}`, true);
  }
}

// Pyodide fetches and compiles one after the other, and never returns where that fails. So all is asked for at
// once here, and Pyodide gets what is on its way.
/**
 * @param {Object<string, Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>>} files
 * @param {Promise<WebAssembly.Module>} machine
 */
function handOver(files, machine) {
  self.fetch = async (url, options) => {
    const name = nameOf(url);
    return name in files ? new Response(await files[name]) : bring(url, options);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await machine;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

// Said before anything is fetched: a server's own policy may forbid what every browser can do.
function refuseWhereForbidden() {
  const EMPTY = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  try {
    new WebAssembly.Module(EMPTY);
  } catch (error) {
    throw new Failure(typeof WebAssembly === "undefined" ? NOT_STARTED : FORBIDDEN, error, true);
  }
}

async function start() {
  refuseWhereForbidden();
  // So that nothing which is loaded after it can keep a way out either.
  if (given) (await script(below(shutter), manifest.sizes[shutter])).shut(self);
  const core = (name) => below(manifest.core + name);
  const size = (name) => manifest.sizes[name];
  const machine = read(core(MACHINE), size(MACHINE), machineOf);
  const library = read(below(manifest.library), size(manifest.library), bytes);
  const bundle = read(below(manifest.bundle), size(manifest.bundle), bytes);
  const scripts = Promise.all(SCRIPTS.map((name) => script(core(name), size(name))));
  handOver({ "python_stdlib.zip": library, "pyodide.asm.wasm": new Uint8Array() }, machine);
  const run = async () => {
    const [{ loadPyodide }, { default: createPyodideModule }] = await scripts;
    python = await loadPyodide({
      createPyodideModule,
      indexURL: core(""),
      // No package is ever loaded from elsewhere.
      packageBaseUrl: core(""),
      lockFileContents: { info: manifest.platform, packages: {} },
      env: { RAPIDFUZZ_IMPLEMENTATION: "python" },
    });
    tell("progress", { share: 0.8 });
    python.FS.writeFile(BUNDLE, await bundle);
    python.FS.mkdirTree(DATA);
    python.runPython(`import sys; sys.path.insert(0, "${BUNDLE}")`);
    bridge = python.pyimport(BRIDGE);
    const targets = Object.entries(manifest.handlers).map(([name, { target }]) => [name, target]);
    bridge.allow(JSON.stringify(Object.fromEntries(targets)));
    if (given) self.fetch = /** @type {any} */ (undefined);
    tell("ready");
  };
  try {
    await Promise.all([run(), machine, library, bundle, scripts]);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(NOT_STARTED, error?.stack ?? error, true);
  }
}

const data = new Map();
function need(name) {
  if (!data.has(name)) {
    const file = manifest.data[name];
    data.set(name, read(below(file), manifest.sizes[file], bytes));
  }
  return data.get(name);
}

let started;
async function call({ handler, request, data: named }) {
  const needs = [...(manifest.handlers[handler]?.needs ?? []), ...named];
  const arriving = Promise.all(needs.map(async (name) => [name, await need(name)]));
  started ??= start();
  const [files] = await Promise.all([arriving, started]);
  for (const [name, content] of files) {
    const path = `${DATA}/${name}.json`;
    if (!python.FS.analyzePath(path).exists) python.FS.writeFile(path, content);
  }
  const { answer, refused, failed } = JSON.parse(bridge.answer(handler, JSON.stringify(request)));
  if (refused) throw new Failure(refused, "", false);
  if (failed) throw new Failure(WENT_WRONG, failed, false);
  return answer;
}

self.onmessage = async ({ data: message }) => {
  if (message.kind === "start") {
    if (manifest) return;
    ({ manifest, address, files: given, shut: shutter } = message);
    return;
  }
  const { id } = message;
  try {
    tell("answer", { id, answer: await call(message) });
  } catch (error) {
    const { message: sentence, detail, restart } =
      error instanceof Failure ? error : new Failure(WENT_WRONG, error?.stack ?? error, true);
    tell("failed", { id, sentence, detail, restart });
  }
};
