import { compileJavaRegex, type JavaRegex } from '../java-regex/index.ts';

/**
 * Compiles a pattern of ECMA 262, the dialect of draft 4 (validation, section 3.3), on the engine that we have for Java's, which
 * counts its steps. Where the two dialects read the same text differently it is rewritten: `$` is the very end, and within
 * brackets neither `[` nor `&&` means anything.
 * @throws {JavaRegexSyntaxError} for a pattern that is none
 */
export function compilePattern(source: string): JavaRegex {
  return compileJavaRegex(source.replace(/\\[\s\S]|\[(\^?)((?:\\[\s\S]|[^\]\\])*)\]|\$/g, rewrite));
}

function rewrite(part: string, negation: string | undefined, members: string | undefined): string {
  if (part === '$') return '\\z';
  if (members === undefined) return part;
  if (members === '') return negation === '' ? '(?!)' : '[\\s\\S]';
  return `[${negation}${members.replace(/\\[\s\S]|[[&]/g, (member) => (member.length > 1 ? member : `\\${member}`))}]`;
}
