import { parseSync } from '@swc/core';

/** At least three words: what a caller may be told. */
const SENTENCE = /^[\w{'#]\S*\s\W?[\w{]\S* \W?[\w{]/;
/** Members whose text describes something to those who list it. */
const DESCRIPTIONS: ReadonlySet<string> = new Set(['description', 'friendlyName', 'schema', 'what']);

/** What holds a member, its second argument, to the service model (`src/aws/constraints.ts`). */
const CONSTRAINTS: ReadonlySet<string> = new Set([
  'enumListViolations',
  'enumViolations',
  'lengthViolations',
  'patternViolations',
  'rangeViolations',
  'typeViolations',
]);

/** A node of the syntax tree, of which only this is looked at. */
interface Node {
  readonly type?: string;
  readonly callee?: { readonly value?: string };
  readonly arguments?: readonly { readonly expression: Node }[];
  readonly key?: { readonly value?: string };
  readonly value?: unknown;
  readonly quasis?: readonly { readonly cooked?: string }[];
}

/**
 * What a source file may tell its callers: its texts, and the members that it holds to the constraints of the service
 * model, each once and with `{}` for what is filled in. Texts for defects of our own (`new Error`) are none of them.
 */
export function refusalsIn(source: string): readonly string[] {
  const found = new Set<string>();
  visit(parseSync(source, { syntax: 'typescript', target: 'es2022' }), found);
  return [...found];
}

function visit(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  if (node.type === 'NewExpression' && node.callee?.value === 'Error') return;
  if (node.type === 'KeyValueProperty' && DESCRIPTIONS.has(node.key?.value ?? '')) return;
  if (node.type === 'CallExpression' && CONSTRAINTS.has(node.callee?.value ?? '')) {
    const at = node.arguments?.[1] && textOf(node.arguments[1].expression);
    if (at !== undefined) found.add(`Value '{}' at '${at}'`);
  }
  const text = textOf(node);
  if (text !== undefined && SENTENCE.test(text)) found.add(text);
  for (const child of Object.values(node)) visit(child, found);
}

function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === 'StringLiteral') return value as string;
  return type === 'TemplateLiteral' ? quasis?.map(({ cooked }) => cooked).join('{}') : undefined;
}

/** Most letters that are filled in at one place. */
const FILLED_IN = 400;

/**
 * A search for a refusal in texts; `{}` stands for anything short. It looks for the longest piece first and for each other one next to
 * what was found, without ever going back, so that it takes no longer than the text is.
 */
export function refusalFinder(refusal: string): (text: string) => boolean {
  const pieces = refusal.split('{}').filter((piece) => piece !== '');
  const longest = pieces.reduce((best, piece, index) => (piece.length > (pieces[best]?.length ?? 0) ? index : best), 0);
  const anchor = pieces[longest] ?? '';
  const after = pieces.slice(longest + 1);
  const before = pieces.slice(0, longest).reverse();
  return (text) => {
    for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1)) {
      if (follow(text, at + anchor.length, after) && precede(text, at, before)) return true;
    }
    return false;
  };
}

function follow(text: string, start: number, pieces: readonly string[]): boolean {
  let at = start;
  return pieces.every((piece) => {
    const found = text.slice(at, at + FILLED_IN + piece.length).indexOf(piece);
    at += found + piece.length;
    return found >= 0;
  });
}

function precede(text: string, end: number, pieces: readonly string[]): boolean {
  let at = end;
  return pieces.every((piece) => {
    const from = Math.max(0, at - FILLED_IN - piece.length);
    const found = text.slice(from, at).lastIndexOf(piece);
    at = from + found;
    return found >= 0;
  });
}

/** The text of a test as it runs: without the escapes of its strings. */
export function unescaped(source: string): string {
  return source.replaceAll("\\'", "'").replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\\\', '\\');
}
