import { compileGlob, type Glob, matchesGlob, type Piece } from './glob.ts';
import type { ContextKeys } from './request.ts';

/**
 * Whether a text matches a pattern of a policy; undefined when a policy variable in the pattern has no value in this
 * request, so that nothing is equal or like it (IAM user guide, "Policy variables with no value").
 */
export type TextPattern = (text: string, keys: ContextKeys) => boolean | undefined;

/** What is special in a pattern beside `${...}`. */
export interface PatternOptions {
  readonly variables: boolean;
  readonly wildcards: boolean;
  readonly ignoreCase?: boolean;
}

interface Variable {
  /** In lower case. */
  readonly variable: string;
  readonly fallback: string | undefined;
}

/** Compiles a text with wildcards and variables: `${aws:username}`, `${key, 'default'}`, `${*}`, `${?}`, `${$}`. */
export function compileText(source: string, options: PatternOptions): TextPattern {
  const fold = options.ignoreCase ? (text: string) => text.toLowerCase() : (text: string) => text;
  const pieces = piecesOf(source, options);
  const fixed = pieces.filter((piece): piece is Piece => !isVariable(piece));
  if (fixed.length === pieces.length) {
    const glob = foldedGlob(fixed, fold);
    return (text) => matchesGlob(glob, fold(text));
  }
  return (text, keys) => {
    const resolved = resolve(pieces, keys);
    return resolved === undefined ? undefined : matchesGlob(foldedGlob(resolved, fold), fold(text));
  };
}

/** Whether a text may hold policy variables. */
export function hasVariables(source: string): boolean {
  return source.includes('${');
}

function foldedGlob(pieces: readonly Piece[], fold: (text: string) => string): Glob {
  return compileGlob(pieces.map((piece) => (typeof piece === 'object' ? { text: fold(piece.text) } : piece)));
}

/** A variable's value stands for itself, wildcards in it too. */
function resolve(pieces: readonly (Piece | Variable)[], keys: ContextKeys): readonly Piece[] | undefined {
  const resolved: Piece[] = [];
  for (const piece of pieces) {
    if (!isVariable(piece)) {
      resolved.push(piece);
      continue;
    }
    const value = keys(piece.variable) ?? piece.fallback;
    if (typeof value !== 'string') return undefined;
    resolved.push({ text: value });
  }
  return resolved;
}

function isVariable(piece: Piece | Variable): piece is Variable {
  return typeof piece === 'object' && 'variable' in piece;
}

function piecesOf(source: string, { variables, wildcards }: PatternOptions): readonly (Piece | Variable)[] {
  const pieces: (Piece | Variable)[] = [];
  let textFrom = 0;
  const textUntil = (end: number): void => {
    if (end > textFrom) pieces.push({ text: source.slice(textFrom, end) });
  };
  for (let at = 0; at < source.length; ) {
    const character = source.charAt(at);
    if (wildcards && (character === '*' || character === '?')) {
      textUntil(at);
      pieces.push(character);
      textFrom = at += 1;
      continue;
    }
    const end = variables && source.startsWith('${', at) ? source.indexOf('}', at) : -1;
    if (end < 0) {
      at += 1;
      continue;
    }
    textUntil(at);
    pieces.push(variableOf(source.slice(at + 2, end)));
    textFrom = at = end + 1;
  }
  textUntil(source.length);
  return pieces;
}

function variableOf(inside: string): Piece | Variable {
  if (inside === '*' || inside === '?' || inside === '$') return { text: inside };
  const comma = inside.indexOf(',');
  const name = comma < 0 ? inside : inside.slice(0, comma);
  const fallback = comma < 0 ? undefined : /^\s*'(.*)'\s*$/s.exec(inside.slice(comma + 1))?.[1];
  return { variable: name.trim().toLowerCase(), fallback };
}
