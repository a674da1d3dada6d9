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

/** Finds a refusal in a text; `{}` stands for anything short. */
export function refusalPattern(refusal: string): RegExp {
  // What is filled in at the start says nothing, and would be looked for from every place of a text anew.
  const said = refusal.replace(/^(?:\{\})+/, '');
  const pieces = said.split('{}').map((piece) => piece.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&'));
  return new RegExp(pieces.join('[^]{0,400}?'));
}

/** The text of a test as it runs: without the escapes of its strings. */
export function unescaped(source: string): string {
  return source.replaceAll("\\'", "'").replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\\\', '\\');
}
