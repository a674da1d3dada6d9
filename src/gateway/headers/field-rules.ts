import { FieldName } from '../../http/index.ts';

/** Spellings that are remembered beside those of the table: a client who sends ever new ones fills no memory. */
const MAX_SPELLINGS = 512;

/** What becomes of a field. */
export interface RuledField<Rule> {
  readonly rule: Rule;
  /** The name under which it goes on, if it does. */
  readonly name: FieldName;
}

/**
 * What becomes of header fields, by name in any case. A name is looked up as it is spelled; only a spelling that was not
 * met before has its case folded.
 */
export class FieldRules<Rule> {
  readonly #byLowerName: ReadonlyMap<string, Rule>;
  readonly #bySpelling = new Map<string, RuledField<Rule>>();
  readonly #otherwise: Rule;
  readonly #rename: (name: string, rule: Rule) => string;

  /**
   * @param otherwise the rule of every name that has none
   * @param rename gives the name under which a field goes on
   */
  constructor(
    byLowerName: Iterable<readonly [string, Rule]>,
    otherwise: Rule,
    rename: (name: string, rule: Rule) => string = (name) => name,
  ) {
    this.#byLowerName = new Map(byLowerName);
    this.#otherwise = otherwise;
    this.#rename = rename;
  }

  /** @throws {TypeError} for a name that is no token */
  of(name: string): RuledField<Rule> {
    return this.#bySpelling.get(name) ?? this.#learn(name);
  }

  #learn(name: string): RuledField<Rule> {
    const rule = this.#byLowerName.get(name.toLowerCase()) ?? this.#otherwise;
    const field = { rule, name: new FieldName(this.#rename(name, rule)) };
    // As a copy: a part of a larger text would keep all of that text.
    if (this.#bySpelling.size < MAX_SPELLINGS) this.#bySpelling.set(new FieldName(name).text, field);
    return field;
  }
}
