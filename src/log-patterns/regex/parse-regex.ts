import { invalidTerm, type LogPatternSyntaxError } from '../errors.ts';
import { LOG_PATTERN_LIMITS } from '../limits.ts';
import { ANY, CharSet } from './char-set.ts';

/** One character that is read, or a place that must be the text's start or end. */
export type Item = CharSet | 'start' | 'end';

/** An item, from `min` to `max` times. */
export interface Repeated {
  readonly item: Item;
  readonly min: number;
  readonly max: number;
}

/** Each way is a sequence; without parentheses there is nothing deeper. */
export type Alternatives = readonly (readonly Repeated[])[];

const CLASSES: ReadonlyMap<string, CharSet> = new Map([
  ['d', CharSet.of('0123456789')],
  ['s', CharSet.of('\t\n\v\f\r ')],
  ['w', CharSet.of('_').with('a', 'z').with('A', 'Z').with('0', '9')],
]);

const ESCAPED_CONTROLS: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
]);

/** Letters, digits, the symbols of the guide, and the space, which its own examples have. */
const LITERAL = /[A-Za-z0-9:_#=@/;,\- ]/;
const OPERATORS = /[\^$?[\]{}|\\*+.]/;

/**
 * A regular expression as filter patterns may have it (user guide, "Supported regular expressions (regex) syntax").
 * @throws {LogPatternSyntaxError}
 */
export function parseRegex(source: string): Alternatives {
  const reader = new Reader(source);
  const alternatives = [reader.sequence()];
  while (reader.take('|')) alternatives.push(reader.sequence());
  if (!reader.atEnd) throw reader.refusal();
  return alternatives;
}

class Reader {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  get atEnd(): boolean {
    return this.at >= this.source.length;
  }

  take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  refusal(): LogPatternSyntaxError {
    return invalidTerm(this.source);
  }

  sequence(): Repeated[] {
    const items: Repeated[] = [];
    while (!this.atEnd && this.source[this.at] !== '|') {
      const item = this.item();
      items.push({ item, ...this.quantifier() });
    }
    return items;
  }

  private item(): Item {
    const next = this.next();
    if (next === '^') return 'start';
    if (next === '$') return 'end';
    if (next === '.') return ANY;
    if (next === '[') return this.charClass();
    if (next === '\\') return this.escape();
    if (LITERAL.test(next)) return CharSet.of(next);
    // A lone closing bracket or brace stands for itself.
    if (next === ']' || next === '}') return CharSet.of(next);
    throw this.refusal();
  }

  private quantifier(): { readonly min: number; readonly max: number } {
    if (this.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.take('?')) return { min: 0, max: 1 };
    if (!this.take('{')) return { min: 1, max: 1 };
    const counts = /^\s*(\d{0,4})\s*(,?)\s*(\d{0,4})\s*\}/.exec(this.source.slice(this.at));
    if (counts === null || (counts[1] === '' && counts[3] === '')) throw this.refusal();
    this.at += counts[0].length;
    const min = Number(counts[1]);
    const max = counts[2] === '' ? min : counts[3] === '' ? Number.POSITIVE_INFINITY : Number(counts[3]);
    if (max < min || min > LOG_PATTERN_LIMITS.maxRegexStates) throw this.refusal();
    return { min, max };
  }

  private escape(): CharSet {
    const next = this.next();
    const named = CLASSES.get(next.toLowerCase());
    if (named) return next === next.toLowerCase() ? named : named.inverse();
    return CharSet.of(this.escapedCharacter(next));
  }

  private escapedCharacter(next: string): string {
    const control = ESCAPED_CONTROLS.get(next);
    if (control) return control;
    if (next === 'x') {
      const digits = this.source.slice(this.at, this.at + 2);
      if (!/^[0-7][0-9A-Fa-f]$/.test(digits)) throw this.refusal();
      this.at += 2;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    if (OPERATORS.test(next) || (LITERAL.test(next) && !/[A-Za-z0-9]/.test(next))) return next;
    throw this.refusal();
  }

  private charClass(): CharSet {
    const isInverted = this.take('^');
    let set = CharSet.of('');
    for (let isFirst = true; ; isFirst = false) {
      if (this.atEnd) throw this.refusal();
      if (!isFirst && this.take(']')) return isInverted ? set.inverse() : set;
      const from = this.member();
      if (from instanceof CharSet) {
        set = set.union(from);
      } else if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']') {
        this.at += 1;
        const to = this.member();
        if (to instanceof CharSet || to < from) throw this.refusal();
        set = set.with(from, to);
      } else {
        set = set.with(from, from);
      }
    }
  }

  private member(): string | CharSet {
    const next = this.next();
    if (next !== '\\') {
      if (LITERAL.test(next) || (OPERATORS.test(next) && next !== '[')) return next;
      throw this.refusal();
    }
    const escaped = this.next();
    const named = CLASSES.get(escaped.toLowerCase());
    if (named) return escaped === escaped.toLowerCase() ? named : named.inverse();
    return this.escapedCharacter(escaped);
  }

  private next(): string {
    const next = this.source[this.at];
    if (next === undefined) throw this.refusal();
    this.at += 1;
    return next;
  }
}
