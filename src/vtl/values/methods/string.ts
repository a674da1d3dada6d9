import { compileJavaRegex, JavaRegexSyntaxError, replaceAll, replaceFirst, split } from '../../../java-regex/index.ts';
import { equalObjects } from '../compare.ts';
import { VALUE_LIMITS } from '../limits.ts';
import { MethodError } from '../method-error.ts';
import { textOf } from '../text.ts';
import { Collection, type Value } from '../value.ts';
import { anything, collection, int, itemsOf, text } from './parameters.ts';
import { hashOf } from './string-hash.ts';
import { method, methodTable } from './table.ts';

const { maxTextLength } = VALUE_LIMITS;

const list = (items: readonly string[]): Collection => new Collection('list', [...items]);

/** Runs something with a regular expression; one that Java would refuse ends the rendering. */
function withRegex<T>(pattern: string, use: (regex: ReturnType<typeof compileJavaRegex>) => T): T {
  try {
    return use(compileJavaRegex(pattern));
  } catch (error) {
    if (error instanceof JavaRegexSyntaxError) throw new MethodError(error.message, { cause: error });
    throw error;
  }
}

/** A plain text needs no regular expression, and most patterns in templates are one. */
const isLiteral = (pattern: string): boolean => pattern !== '' && !/[\\[\](){}.*+?^$|]/.test(pattern);

function replaceAllMatches(self: string, pattern: string, replacement: string): string {
  if (isLiteral(pattern) && !/[\\$]/.test(replacement)) return replace(self, pattern, replacement);
  return withRegex(pattern, (regex) => replaceAll(regex, self, replacement));
}

function substring(self: string, from: number, to: number): string {
  if (from < 0 || to > self.length || from > to) {
    throw new MethodError(`substring: begin ${from}, end ${to}, length ${self.length}`);
  }
  return self.slice(from, to);
}

function charAt(self: string, index: number): string {
  if (index < 0 || index >= self.length) throw new MethodError(`charAt: index ${index}, length ${self.length}`);
  return self.charAt(index);
}

function compareTo(self: string, other: string): number {
  const length = Math.min(self.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const difference = self.charCodeAt(at) - other.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return self.length - other.length;
}

const sameIgnoringCase = (self: string, other: string): boolean =>
  self.length === other.length && self.toUpperCase().toLowerCase() === other.toUpperCase().toLowerCase();

/** `trim` takes away all characters up to the blank, `strip` what Unicode calls white space (Java SE API, `String`). */
const trim = (self: string): string => {
  let from = 0;
  let to = self.length;
  while (from < to && self.charCodeAt(from) <= 32) from += 1;
  while (to > from && self.charCodeAt(to - 1) <= 32) to -= 1;
  return self.slice(from, to);
};

function checkLength(length: number): void {
  if (length > maxTextLength) throw new MethodError(`The text would be longer than ${maxTextLength} characters`);
}

function repeat(self: string, count: number): string {
  if (count < 0) throw new MethodError(`count is negative: ${count}`);
  checkLength(self.length * count);
  return self.repeat(count);
}

function replace(self: string, from: string, to: string): string {
  if (self.length * to.length > maxTextLength) {
    const count = from === '' ? self.length + 1 : self.split(from).length - 1;
    checkLength(self.length + count * (to.length - from.length));
  }
  return self.replaceAll(from, () => to);
}

function join(separator: string, items: readonly Value[]): string {
  const texts = items.map(textOf);
  checkLength(texts.reduce((length, item) => length + item.length + separator.length, 0));
  return texts.join(separator);
}

const refused = (name: string) => (): never => {
  throw new MethodError(`String.${name} is not supported in templates`);
};

/** Methods of `java.lang.String`. */
export const STRING_METHODS = methodTable<string>({
  length: method([], (self) => self.length),
  isEmpty: method([], (self) => self === ''),
  isBlank: method([], (self) => self.trim() === ''),
  charAt: method([int], charAt),
  codePointAt: method([int], (self, index) => charAt(self, index) && self.codePointAt(index)),
  substring: [
    method([int], (self, from) => substring(self, from, self.length)),
    method([int, int], (self, from, to) => substring(self, from, to)),
  ],
  subSequence: method([int, int], (self, from, to) => substring(self, from, to)),
  indexOf: [
    method([text], (self, part) => self.indexOf(part)),
    method([text, int], (self, part, from) => self.indexOf(part, from)),
    method([int], (self, code) => self.indexOf(String.fromCodePoint(Math.max(0, Math.min(code, 0x10ffff))))),
  ],
  lastIndexOf: [
    method([text], (self, part) => self.lastIndexOf(part)),
    method([text, int], (self, part, from) => (from < 0 ? -1 : self.lastIndexOf(part, from))),
  ],
  contains: method([text], (self, part) => self.includes(part)),
  startsWith: [
    method([text], (self, part) => self.startsWith(part)),
    method([text, int], (self, part, from) => from >= 0 && from <= self.length && self.startsWith(part, from)),
  ],
  endsWith: method([text], (self, part) => self.endsWith(part)),
  equals: method<string, [Value]>([anything], (self, other) => equalObjects(self, other)),
  equalsIgnoreCase: method([text], sameIgnoringCase),
  contentEquals: method([text], (self, other) => self === other),
  compareTo: method([text], compareTo),
  compareToIgnoreCase: method([text], (self, other) => compareTo(fold(self), fold(other))),
  hashCode: method([], hashOf),
  toString: method<string, []>([], (self) => self),
  intern: method([], (self) => self),
  toUpperCase: method([], (self) => self.toUpperCase()),
  toLowerCase: method([], (self) => self.toLowerCase()),
  trim: method([], trim),
  strip: method([], (self) => self.trim()),
  stripLeading: method([], (self) => self.trimStart()),
  stripTrailing: method([], (self) => self.trimEnd()),
  concat: method([text], (self, other) => self + other),
  replace: method([text, text], replace),
  replaceAll: method([text, text], replaceAllMatches),
  replaceFirst: method([text, text], (self, pattern, to) =>
    withRegex(pattern, (regex) => replaceFirst(regex, self, to)),
  ),
  matches: method([text], (self, pattern) => withRegex(pattern, (regex) => regex.matches(self))),
  split: [
    method([text], (self, pattern) => list(withRegex(pattern, (regex) => split(regex, self)))),
    method([text, int], (self, pattern, limit) => list(withRegex(pattern, (regex) => split(regex, self, limit)))),
  ],
  getBytes: method(
    [],
    (self) =>
      new Collection(
        'list',
        Array.from(Buffer.from(self), (byte) => (byte << 24) >> 24),
      ),
  ),
  toCharArray: method([], (self) => list(self.split(''))),
  valueOf: method<string, [Value]>([anything], (_self, value) => textOf(value)),
  join: method([text, collection], (_self, separator, items) => join(separator, itemsOf(items))),
  format: method<string, [string, Value]>([text, anything], refused('format')),
  repeat: method([int], repeat),
});

function fold(value: string): string {
  return value.toUpperCase().toLowerCase();
}
