"""Python in the reader's browser: what pages may call there, and the files that they load for it.

A page calls a handler by its name (`live.call("match", {...})` in live.js). The first call starts a worker
(worker.js), which loads Pyodide, the zip of our own modules (bundle.py) and the data that the handler needs,
and asks the bridge (browser/bridge.py) for an answer. Nothing is fetched before that call. Which handlers
there are, the parts of pages say (`site/parts`).
"""
