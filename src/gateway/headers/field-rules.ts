/** Spellings that are remembered beside those of the table: a client who sends ever new ones fills no memory. */
const MAX_SPELLINGS = 512;

/**
 * What becomes of header fields, by name in any case. A name is looked up as it is spelled; only a spelling that was not
 * met before has its case folded.
 */
export class FieldRules<Rule> {
  readonly #byLowerName: ReadonlyMap<string, Rule>;
  readonly #bySpelling = new Map<string, Rule>();
  readonly #otherwise: Rule;

  /** @param otherwise the rule of every name that has none */
  constructor(byLowerName: Iterable<readonly [string, Rule]>, otherwise: Rule) {
    this.#byLowerName = new Map(byLowerName);
    this.#otherwise = otherwise;
  }

  of(name: string): Rule {
    return this.#bySpelling.get(name) ?? this.#learn(name);
  }

  #learn(name: string): Rule {
    const rule = this.#byLowerName.get(name.toLowerCase()) ?? this.#otherwise;
    // As a copy: a part of a larger text would keep all of that text.
    if (this.#bySpelling.size < MAX_SPELLINGS) this.#bySpelling.set(Buffer.from(name).toString(), rule);
    return rule;
  }
}
