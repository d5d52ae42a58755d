"use strict";

// Files of what is shown of a list: a table for spreadsheets, and works for reference managers.
const exploreFiles = (() => {
  /** Tells spreadsheets that a file is UTF-8. */
  const SPREADSHEET_MARK = "\ufeff";
  const RIS_END = "\r\n\r\n";
  const BIB_END = "\n}\n";

  // As `tables/for_spreadsheets.py` has it: blanks may stand before the sign, which may be a wide one.
  const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])/;
  const inert = (text) => (FORMULA.test(text) ? `'${text}` : text);
  const quoted = (text) => `"${inert(text).replaceAll('"', '""')}"`;
  const line = (cells) => `${cells.map(quoted).join(",")}\r\n`;

  /**
   * @param {string[]} head
   * @param {string[][]} rows
   */
  const csv = (head, rows) => SPREADSHEET_MARK + [head, ...rows].map(line).join("");

  /**
   * Keep the works of a RIS file that have one of some keys.
   * @param {string} all
   * @param {Set<string>} keys
   */
  function ris(all, keys) {
    const works = all.split(RIS_END).filter((work) => keys.has(work.match(/^ID {2}- (.*)$/m)?.[1].trim() ?? ""));
    return works.map((work) => work + RIS_END).join("");
  }

  /**
   * Keep the works of a BibTeX file that have one of some keys.
   * @param {string} all
   * @param {Set<string>} keys
   */
  function bib(all, keys) {
    const works = all.split(BIB_END).filter((work) => keys.has(work.match(/@\w+\{(.*),/)?.[1] ?? ""));
    return works.map((work) => `${work.trim()}${BIB_END}`).join("\n");
  }

  /**
   * Keep the works of a list of CSL-JSON that have one of some keys.
   * @param {string} all
   * @param {Set<string>} keys
   */
  function csl(all, keys) {
    return `${JSON.stringify(JSON.parse(all).filter(({ id }) => keys.has(id)), null, 2)}\n`;
  }

  /**
   * Let the reader keep a file.
   * @param {string} name
   * @param {string} type
   * @param {string} content
   */
  function save(name, type, content) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    part.made("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address));
  }

  // What each form of works is called on the web, by which programs take it up, and how some of them are kept.
  const works = Object.freeze({
    ris: { type: "application/x-research-info-systems", of: ris },
    bib: { type: "application/x-bibtex", of: bib },
    "csl.json": { type: "application/vnd.citationstyles.csl+json", of: csl },
  });

  return Object.freeze({ csv, works, save });
})();
