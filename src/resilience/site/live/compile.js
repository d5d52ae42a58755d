// node compile.js JSON
// Starts Pyodide as a reader's browser does, imports the modules that are called there, and writes the zips
// with all that was imported compiled. Of the JSON: core, bundle, compiler, modules, library, out.
const { readFileSync, writeFileSync } = require("node:fs");
const { pathToFileURL } = require("node:url");

async function main({ core, bundle, compiler, modules, out }) {
  const { loadPyodide } = await import(pathToFileURL(`${core}/pyodide.mjs`).href);
  const python = await loadPyodide({ indexURL: core, env: { RAPIDFUZZ_IMPLEMENTATION: "python" } });
  const library = python.runPython("import sys; next(path for path in sys.path if path.endswith('.zip'))");
  python.FS.writeFile("/live.zip", readFileSync(bundle));
  python.runPython("sys.path.insert(0, '/live.zip')");
  for (const module of modules) python.pyimport(module);
  python.FS.mkdirTree("/compiler");
  python.FS.writeFile("/compiler/compile_imported.py", readFileSync(compiler));
  python.runPython("sys.path.append('/compiler')");
  const { compile_imported: compile } = python.pyimport("compile_imported");
  for (const [path, target] of [
    [library, out.library],
    ["/live.zip", out.bundle],
  ]) {
    compile(path, "/out.zip");
    writeFileSync(target, python.FS.readFile("/out.zip"));
  }
}

main(JSON.parse(process.argv[2])).then(
  () => process.exit(),
  (error) => {
    process.stderr.write(String(error));
    process.exit(1);
  },
);
