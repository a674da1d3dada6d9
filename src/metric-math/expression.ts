import type { Node } from './ast.ts';
import { MetricMathError } from './errors.ts';
import { FUNCTIONS, REFUSED, searchCall } from './functions/index.ts';
import { parse } from './parse.ts';
import type { SearchCall } from './surroundings.ts';

/** An expression that can be evaluated, and what must be there for it. */
export interface Expression {
  readonly text: string;
  readonly root: Node;
  /** Ids of metrics and of other expressions, each once, in their order. */
  readonly references: readonly string[];
  readonly searches: readonly SearchCall[];
  /** Ids of metrics whose band is asked for. */
  readonly bands: readonly string[];
  /** Names of the functions that it calls. */
  readonly functions: ReadonlySet<string>;
}

/** Words that functions know. */
const WORDS = new Set(['REPEAT', 'LINEAR', 'AVG', 'MIN', 'MAX', 'SUM', 'ASC', 'DESC']);

/** @throws {MetricMathError} for what is no expression, or calls a function that is not there or with too many arguments */
export function compileExpression(text: string): Expression {
  const root = parse(text);
  const references = new Set<string>();
  const searches: SearchCall[] = [];
  const bands = new Set<string>();
  const functions = new Set<string>();

  function visit(node: Node): void {
    if (node.kind === 'name' && !WORDS.has(node.name)) references.add(node.name);
    if (node.kind === 'call') {
      checkCall(node.name, node.parameters.length, node.position);
      functions.add(node.name);
      const call = node.name === 'SEARCH' ? searchCall(node.parameters) : undefined;
      if (call) searches.push(call);
      const [first] = node.parameters;
      if (node.name === 'ANOMALY_DETECTION_BAND' && first?.kind === 'name') bands.add(first.name);
    }
    for (const child of childrenOf(node)) visit(child);
  }

  visit(root);
  return { text, root, references: [...references], searches, bands: [...bands], functions };
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'binary') return [node.left, node.right];
  if (node.kind === 'negate') return [node.operand];
  if (node.kind === 'array') return node.items;
  return node.kind === 'call' ? node.parameters : [];
}

function checkCall(name: string, count: number, position: number): void {
  if (REFUSED.has(name)) throw new MetricMathError(`Sallyport does not support the function ${name}`, position);
  const found = FUNCTIONS.get(name);
  // As users of AWS report it.
  if (found === undefined) throw new MetricMathError(`Function '${name}' not found`, position);
  const { least, most } = found;
  if (count >= least && count <= most) return;
  const wanted = least === most ? `${least}` : `${least} to ${most}`;
  throw new MetricMathError(`${name} takes ${wanted} arguments, not ${count}`, position);
}
