import type { Assertion, Node, Pattern, RepeatMode } from './ast.ts';
import { ignoreAsciiCase, LINE_TERMINATOR, not, one } from './char-sets.ts';
import { Cursor } from './cursor.ts';
import { JAVA_REGEX_LIMITS } from './limits.ts';
import { readClass } from './parse-class.ts';
import { readCharEscape, setOf } from './parse-escape.ts';
import * as places from './places.ts';

export interface JavaRegexFlags {
  readonly ignoreCase?: boolean;
  readonly multiline?: boolean;
  readonly dotAll?: boolean;
  readonly comments?: boolean;
}

const ESCAPED_PLACES: ReadonlyMap<string, Assertion> = new Map([
  ['b', places.wordBoundary],
  ['B', places.noWordBoundary],
  ['A', places.start],
  ['z', places.end],
  ['Z', places.endOrFinalTerminator],
  ['G', places.start],
]);

const FLAG_NAMES: Readonly<Record<string, keyof JavaRegexFlags>> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'comments',
};

/** @throws {JavaRegexSyntaxError} */
export function parsePattern(pattern: string, flags: JavaRegexFlags = {}): Pattern {
  const parser = new Parser(pattern, flags);
  if (pattern.length > JAVA_REGEX_LIMITS.maxPatternLength) throw parser.cursor.error('The pattern is too long');
  return parser.parse();
}

/** How deep groups may stand inside each other. */
const MAX_NESTING = 200;

class Parser {
  readonly cursor: Cursor;
  private flags: JavaRegexFlags;
  private nesting = 0;
  private groupCount = 0;
  private readonly groupNames = new Map<string, number>();

  constructor(pattern: string, flags: JavaRegexFlags) {
    this.cursor = new Cursor(pattern);
    this.flags = flags;
  }

  parse(): Pattern {
    const root = this.alternation();
    if (!this.cursor.atEnd) throw this.cursor.error("Unmatched closing ')'");
    return { root, groupCount: this.groupCount, groupNames: this.groupNames };
  }

  private alternation(): Node {
    const branches = [this.sequence()];
    while (this.cursor.take('|')) branches.push(this.sequence());
    const [only] = branches;
    return only !== undefined && branches.length === 1 ? only : { kind: 'alternation', branches };
  }

  private sequence(): Node {
    const items: Node[] = [];
    for (;;) {
      if (this.flags.comments) this.cursor.takeMatch(/(?:\s|#[^\n]*)+/y);
      if (this.cursor.atEnd || this.cursor.peek() === '|' || this.cursor.peek() === ')') break;
      if (this.cursor.take('\\Q')) {
        const quoted = this.quotation();
        const last = quoted.pop();
        items.push(...quoted);
        if (last !== undefined) items.push(this.quantified(last));
      } else {
        items.push(this.quantified(this.atom()));
      }
    }
    const [only] = items;
    return only !== undefined && items.length === 1 ? only : { kind: 'sequence', items };
  }

  /** The characters between `\Q` and `\E` stand for themselves. */
  private quotation(): Node[] {
    const { pattern, at } = this.cursor;
    const end = pattern.indexOf('\\E', at);
    const text = pattern.slice(at, end < 0 ? undefined : end);
    this.cursor.at = end < 0 ? pattern.length : end + 2;
    return Array.from(text, (char) => this.literal(char.codePointAt(0) ?? 0));
  }

  private quantified(atom: Node): Node {
    let item = atom;
    for (let count = 0; ; count += 1) {
      const bounds = this.bounds();
      if (bounds === undefined) return item;
      if (count > 0) throw this.cursor.error('Dangling meta character');
      if (bounds.max < bounds.min || bounds.min > 1000) throw this.cursor.error('Illegal repetition range');
      item = { kind: 'repeat', item, ...bounds, mode: this.mode() };
    }
  }

  private bounds(): { min: number; max: number } | undefined {
    if (this.cursor.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
    if (this.cursor.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
    if (this.cursor.take('?')) return { min: 0, max: 1 };
    if (this.cursor.peek() !== '{') return undefined;
    const match = this.cursor.takeMatch(/\{(\d{1,9})(,(\d{1,9})?)?\}/y);
    if (match === undefined) throw this.cursor.error('Illegal repetition');
    const min = Number(match[1]);
    if (match[2] === undefined) return { min, max: min };
    return { min, max: match[3] === undefined ? Number.POSITIVE_INFINITY : Number(match[3]) };
  }

  private mode(): RepeatMode {
    if (this.cursor.take('?')) return 'lazy';
    return this.cursor.take('+') ? 'possessive' : 'greedy';
  }

  private atom(): Node {
    const { cursor } = this;
    if (cursor.take('(')) return this.group();
    if (cursor.take('[')) return this.charNode(readClass(cursor));
    if (cursor.take('.')) return { kind: 'char', set: this.flags.dotAll ? () => true : not(LINE_TERMINATOR) };
    if (cursor.take('^')) return place(this.flags.multiline ? places.lineStart : places.start);
    if (cursor.take('$')) return place(this.flags.multiline ? places.lineEnd : places.endOrFinalTerminator);
    if (cursor.take('\\')) return this.escape();
    if ('*+?{'.includes(cursor.peek())) throw cursor.error(`Dangling meta character '${cursor.peek()}'`);
    return this.literal(cursor.next());
  }

  private escape(): Node {
    const { cursor } = this;
    const assertion = ESCAPED_PLACES.get(cursor.peek());
    if (assertion !== undefined) {
      cursor.at += 1;
      return place(assertion);
    }
    const numbered = cursor.takeMatch(/[1-9]/y);
    if (numbered !== undefined) return this.backreference(Number(numbered[0]));
    const named = cursor.takeMatch(/k<([A-Za-z][A-Za-z0-9]*)>/y);
    if (named !== undefined) return this.backreference(this.groupNames.get(named[1] ?? '') ?? -1);
    if (cursor.take('R')) return this.lineBreak();
    return this.charNode(setOf(readCharEscape(cursor)));
  }

  private backreference(index: number): Node {
    if (index < 0) throw this.cursor.error('No such named group');
    return { kind: 'backreference', index, ignoreCase: this.flags.ignoreCase === true };
  }

  private lineBreak(): Node {
    const pair: Node = { kind: 'sequence', items: [place13, place10] };
    return { kind: 'alternation', branches: [pair, { kind: 'char', set: LINE_TERMINATOR }] };
  }

  private group(): Node {
    const { cursor } = this;
    const outer = this.flags;
    this.nesting += 1;
    if (this.nesting > MAX_NESTING) throw cursor.error('Too many nested groups');
    const node = this.groupBody();
    this.nesting -= 1;
    if (node !== undefined) {
      cursor.expect(')', 'Unclosed group');
      this.flags = outer;
    }
    return node ?? { kind: 'sequence', items: [] };
  }

  /** What stands between the parentheses; undefined for `(?i)`, whose flags hold on behind it. */
  private groupBody(): Node | undefined {
    const { cursor } = this;
    if (!cursor.take('?')) return this.capture(undefined);
    if (cursor.take(':')) return this.alternation();
    if (cursor.take('>')) return { kind: 'atomic', item: this.alternation() };
    const look = cursor.takeMatch(/(<?)([=!])/y);
    if (look !== undefined) {
      return { kind: 'look', behind: look[1] === '<', negated: look[2] === '!', item: this.alternation() };
    }
    const name = cursor.takeMatch(/<([A-Za-z][A-Za-z0-9]*)>/y);
    if (name !== undefined) return this.capture(name[1]);
    return this.flagGroup();
  }

  private capture(name: string | undefined): Node {
    this.groupCount += 1;
    const index = this.groupCount;
    if (name !== undefined) this.groupNames.set(name, index);
    return { kind: 'group', index, item: this.alternation() };
  }

  private flagGroup(): Node | undefined {
    const match = this.cursor.takeMatch(/([imsxdu]*)(?:-([imsxdu]*))?([:)])/y);
    if (match === undefined) throw this.cursor.error('Unknown inline modifier');
    const changed: Record<string, boolean> = {};
    for (const letter of match[1] ?? '') changed[FLAG_NAMES[letter] ?? letter] = true;
    for (const letter of match[2] ?? '') changed[FLAG_NAMES[letter] ?? letter] = false;
    this.flags = { ...this.flags, ...changed };
    return match[3] === ':' ? this.alternation() : undefined;
  }

  private literal(code: number): Node {
    return this.charNode(one(code));
  }

  private charNode(set: (code: number) => boolean): Node {
    return { kind: 'char', set: this.flags.ignoreCase ? ignoreAsciiCase(set) : set };
  }
}

const place = (holds: Assertion): Node => ({ kind: 'assertion', holds });
const place13: Node = { kind: 'char', set: one(13) };
const place10: Node = { kind: 'char', set: one(10) };
