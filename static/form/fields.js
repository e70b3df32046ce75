// The fields of a calculator's form: what stands in them, what hangs on what, how they are emptied.

/** @typedef {{name: string, value: string, unit: string}} Filling a field's number and unit */

/** The fields of one form, by name. */
export class Fields {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    if ((1.5).toLocaleString().includes(",")) this.#offerPoint();
  }

  /** A keypad for decimals has the sign of the device's language: where that is a comma, all keys are shown. */
  #offerPoint() {
    for (const field of this.form.querySelectorAll('[inputmode="decimal"]')) field.setAttribute("inputmode", "text");
  }

  /** @param {string} name @returns {NodeListOf<HTMLInputElement>} */
  controls(name) {
    return this.form.querySelectorAll(`input[name="${CSS.escape(name)}"]`);
  }

  /** The value of a text field, a hidden one, or the radio chosen. @param {string} name */
  valueOf(name) {
    const found = [...this.controls(name)].find(({ type, checked }) => type !== "radio" || checked);
    return found?.value ?? "";
  }

  /** @param {string} name */
  isFilled(name) {
    return this.valueOf(name) !== "";
  }

  /** Note with which unit the number was typed. @param {string} name @param {string} unit */
  #setTyped(name, unit) {
    for (const hidden of this.controls(`${name}_typed`)) hidden.value = unit;
  }

  /**
   * Note what was typed or chosen, and clear what hangs on it.
   * @param {HTMLInputElement} control
   * @returns {string[]} the names, as read, of the entries that were cleared
   */
  enter(control) {
    const { name, value } = control;
    if (value.includes(",")) this.#offerPoint();
    const base = name.replace(/_(unit|in)$/, "");
    if (name === `${base}_in`) return this.#clearDependents(base);
    if (base === name) this.#setTyped(name, value ? this.valueOf(`${name}_unit`) : "");
    else if (this.isFilled(base) && !this.isFilled(`${base}_typed`)) this.#setTyped(base, value);
    return this.#clearDependents(base);
  }

  /** @param {string} name @returns {string[]} */
  #clearDependents(name) {
    return [...this.form.querySelectorAll("[data-depends]")].flatMap((setting) => {
      const { depends = "", input = "" } = /** @type {HTMLElement} */ (setting).dataset;
      return depends.split(" ").includes(name) ? this.empty(input) : [];
    });
  }

  /** Empty an entry, and what hangs on it. @param {string} name @returns {string[]} the names, as read, of those that were filled */
  empty(name) {
    if (!this.isFilled(name)) return [];
    this.#clear(name);
    const setting = this.form.querySelector(`[data-input="${CSS.escape(name)}"]`);
    const words = setting?.querySelector(".setting-name")?.firstChild?.textContent?.trim() ?? "";
    return [words, ...this.#clearDependents(name)];
  }

  /** @param {string} name */
  #clear(name) {
    for (const control of this.controls(name)) {
      if (control.type === "radio") control.checked = false;
      else control.value = "";
    }
    for (const volume of this.controls(`${name}_in`)) volume.value = "";
    this.#setTyped(name, "");
  }

  /** Empty every field, choices and the units of numbers included. */
  clearAll() {
    for (const control of this.form.querySelectorAll("input")) {
      if (control.type === "radio") control.checked = false;
      else if (control.type !== "hidden" || control.name.endsWith("_typed")) control.value = "";
    }
  }

  /** Put entries back as a query has them. @param {string} query */
  restore(query) {
    for (const [name, value] of new URLSearchParams(query)) {
      for (const control of this.controls(name)) {
        if (control.type === "radio") control.checked = control.value === value;
        else control.value = value;
      }
    }
  }

  /** Put a number and its unit in the place of what stands there, as if typed. @param {Filling} filling */
  fill({ name, value, unit }) {
    const [control] = this.controls(name);
    control.value = value;
    for (const volume of this.controls(`${name}_in`)) volume.value = "";
    for (const radio of this.controls(`${name}_unit`)) {
      if (radio.type === "radio") radio.checked = radio.value === unit;
    }
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Put in what stands elsewhere, without a word to whoever listens. @param {string} name @param {string} value @param {string} unit */
  put(name, value, unit) {
    this.choose(name, value);
    this.choose(`${name}_unit`, unit);
    for (const control of this.controls(name)) if (control.type !== "radio") control.value = value;
    this.#setTyped(name, value ? unit : "");
  }

  /** Choose the radio of a name by its value. @param {string} name @param {string} value */
  choose(name, value) {
    for (const radio of this.controls(name)) {
      if (radio.type === "radio") radio.checked = radio.value === value;
    }
  }

  /** All that stands in the form, as a query. */
  query() {
    return new URLSearchParams(/** @type {any} */ (new FormData(this.form))).toString();
  }

  /** What has been entered, as a query; nothing where the form is blank. */
  entered() {
    const data = new FormData(this.form);
    const filled = [...data].filter(([name]) => data.get(name.replace(/_(unit|typed|in)$/, "")));
    return filled.length ? `?${new URLSearchParams(/** @type {[string, string][]} */ (filled))}` : "";
  }
}
