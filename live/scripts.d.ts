// What the scripts of pages may take for granted, for `make lint`.

/** What a selector finds in the template of a script: an element that is there, with what controls have. */
interface Found extends HTMLElement {
  checked: boolean;
  readonly defaultChecked: boolean;
  disabled: boolean;
  href: string;
  readonly dataset: Record<string, string>;
  name: string;
  open: boolean;
  value: string;
  checkValidity(): boolean;
}

interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K];
  querySelector(selectors: string): Found;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll(selectors: string): NodeListOf<Found>;
}

interface HTMLFormControlsCollection {
  [name: string]: any;
}

/** What the box that finds a place tells of its choice; see find-place.js. */
interface HTMLElementEventMap {
  place: CustomEvent<any>;
}

/** Of vega-embed, which figures.js loads on demand. */
declare function vegaEmbed(element: HTMLElement, spec: object, options: object): Promise<object>;
