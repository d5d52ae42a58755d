// Takes away what leads out of a worker, before anything is loaded into it that runs a reader's code. The policy of
// its room (code_room.py) forbids the same, also to what is not on this list: this is a second lock.
const NETWORK = [
  "fetch",
  "fetchLater",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "FontFace",
  "fonts",
];
const OTHERS = ["Worker", "SharedWorker", "importScripts", "BroadcastChannel", "Notification", "navigator"];
const STORAGE = [
  "indexedDB",
  "caches",
  "cookieStore",
  "webkitRequestFileSystem",
  "webkitRequestFileSystemSync",
  "webkitResolveLocalFileSystemURL",
  "webkitResolveLocalFileSystemSyncURL",
];

/** Leave no way out in a global scope, nor in what it inherits from. */
export function shut(scope) {
  for (const name of [...NETWORK, ...OTHERS, ...STORAGE]) {
    for (let holder = scope; holder; holder = Object.getPrototypeOf(holder)) delete holder[name];
    Object.defineProperty(scope, name, { value: undefined, writable: true });
  }
}
