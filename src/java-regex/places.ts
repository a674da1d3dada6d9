import type { Assertion } from './ast.ts';
import { LINE_TERMINATOR, WORD } from './char-sets.ts';

const isWord = (text: string, at: number): boolean => WORD(text.charCodeAt(at));
const isTerminator = (text: string, at: number): boolean => LINE_TERMINATOR(text.charCodeAt(at));
const insidePair = (text: string, at: number): boolean => text[at - 1] === '\r' && text[at] === '\n';

export const start: Assertion = (_, at) => at === 0;
export const end: Assertion = (text, at) => at === text.length;
export const wordBoundary: Assertion = (text, at) => isWord(text, at - 1) !== isWord(text, at);
export const noWordBoundary: Assertion = (text, at) => !wordBoundary(text, at);

/** `$` and `\Z`: at the end, or before the line terminator that ends the text. */
export const endOrFinalTerminator: Assertion = (text, at) => {
  if (at === text.length) return true;
  if (insidePair(text, at)) return false;
  const last = text.endsWith('\r\n') ? text.length - 2 : text.length - 1;
  return at === last && isTerminator(text, at);
};

export const lineStart: Assertion = (text, at) =>
  at === 0 || (at < text.length && isTerminator(text, at - 1) && !insidePair(text, at));

export const lineEnd: Assertion = (text, at) => at === text.length || (isTerminator(text, at) && !insidePair(text, at));
