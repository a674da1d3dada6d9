import { MetricMathError } from '../errors.ts';
import { METRIC_MATH_LIMITS } from '../limits.ts';

/** What a metric must have. */
export type Term =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Term[] }
  | { readonly kind: 'not'; readonly term: Term }
  /** `property`: `MetricName`, `Namespace` or a dimension's name; absent: anywhere */
  | { readonly kind: 'text'; readonly property?: string; readonly text: string; readonly isExact: boolean };

interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
}

const WORD = /\s*(?:"((?:[^"\\]|\\.)*)"|([(){},=])|([^\s"(){},=]+))/y;

/** @throws {MetricMathError} */
export function readTerms(query: string): { readonly schema?: readonly string[]; readonly term?: Term } {
  const reader = new Reader(words(query));
  const schema = reader.schema();
  reader.skip(',');
  const term = reader.atEnd ? undefined : reader.or();
  if (!reader.atEnd || (!schema && !term)) throw new MetricMathError(`Invalid search expression '${query}'`, 0);
  return { ...(schema && { schema }), ...(term && { term }) };
}

function words(query: string): Word[] {
  const found: Word[] = [];
  const text = query.trimEnd();
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.length) {
    const match = WORD.exec(text);
    if (match === null) throw new MetricMathError(`Invalid search expression '${query}'`, 0);
    const [, quoted, symbol, bare = ''] = match;
    if (quoted === undefined) found.push({ text: symbol ?? bare, isQuoted: false });
    else found.push({ text: quoted.replace(/\\(.)/g, '$1'), isQuoted: true });
  }
  return found;
}

class Reader {
  readonly #words: readonly Word[];
  #at = 0;
  #depth = 0;

  constructor(all: readonly Word[]) {
    this.#words = all;
  }

  get atEnd(): boolean {
    return this.#at >= this.#words.length;
  }

  schema(): readonly string[] | undefined {
    if (!this.skip('{')) return undefined;
    const names = [this.#text()];
    while (this.skip(',')) names.push(this.#text());
    if (!this.skip('}')) throw this.#invalid();
    return names;
  }

  or(): Term {
    const terms = [this.#and()];
    while (this.skip('OR')) terms.push(this.#and());
    return terms.length === 1 && terms[0] ? terms[0] : { kind: 'or', terms };
  }

  /** Steps over a word that stands here bare. */
  skip(text: string): boolean {
    const word = this.#words[this.#at];
    if (word === undefined || word.isQuoted || word.text !== text) return false;
    this.#at++;
    return true;
  }

  #and(): Term {
    const terms = [this.#not()];
    while (!this.atEnd && !this.#stands('OR') && !this.#stands(')')) {
      this.skip('AND');
      terms.push(this.#not());
    }
    return terms.length === 1 && terms[0] ? terms[0] : { kind: 'and', terms };
  }

  #not(): Term {
    if (++this.#depth > METRIC_MATH_LIMITS.depth) throw this.#invalid();
    const term = this.#negatable();
    this.#depth--;
    return term;
  }

  #negatable(): Term {
    if (this.skip('NOT')) return { kind: 'not', term: this.#not() };
    if (!this.skip('(')) return this.#textTerm();
    const term = this.or();
    if (!this.skip(')')) throw this.#invalid();
    return term;
  }

  #textTerm(): Term {
    const first = this.#word();
    if (!this.skip('=')) return { kind: 'text', text: first.text, isExact: first.isQuoted };
    const second = this.#word();
    return { kind: 'text', property: first.text, text: second.text, isExact: second.isQuoted };
  }

  #stands(text: string): boolean {
    const word = this.#words[this.#at];
    return word !== undefined && !word.isQuoted && word.text === text;
  }

  #text(): string {
    return this.#word().text;
  }

  #word(): Word {
    const word = this.#words[this.#at++];
    if (word === undefined || (!word.isQuoted && '(){},='.includes(word.text))) throw this.#invalid();
    return word;
  }

  #invalid(): MetricMathError {
    return new MetricMathError('Invalid search expression', 0);
  }
}
