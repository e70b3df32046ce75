// Sentences of a table by their id; what a pack says in their place stands in the table itself.

const NAME = /\{([a-z_]+)\}/g;

/**
 * What says the sentences of a table. Both throw a TypeError for a sentence that it lacks, and
 * `say` for a name that is not given.
 * @param {Map<string, string>} words sentences by id, with names in braces
 */
export function sayer(words) {
  /** A sentence with its names in braces. @param {string} key */
  function template(key) {
    const found = words.get(key);
    if (found === undefined) throw new TypeError(`no such sentence: ${key}`);
    return found;
  }

  /** A sentence with its names filled in. @param {string} key @param {Record<string, string | number>} [names] */
  function say(key, names = {}) {
    return template(key).replace(NAME, (_, name) => {
      if (names[name] === undefined) throw new TypeError(`${key} needs ${name}`);
      return String(names[name]);
    });
  }

  return { template, say };
}
