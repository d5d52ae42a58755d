// What scripts without a page may take for granted, for `make lint`.

// Of Node, for compile.js.
declare const process: { argv: string[]; exit(code?: number): void; stderr: { write(text: string): void } };
declare module "node:fs";
declare module "node:url";
