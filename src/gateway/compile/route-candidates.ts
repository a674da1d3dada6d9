import { decodePercent } from '../text/index.ts';
import type { RouteCandidate } from '../tracing/index.ts';
import { type Leaf, methodOf, type Node, segmentsOf } from './route-tree.ts';

/**
 * Every resource with methods that a path fits, the most specific first: those that end where the path ends, then the greedy
 * ones, each kind in the order in which segments win (fact D3). It looks at each place in the tree once at most.
 */
export function routeCandidates<Method>(
  root: Node<Method>,
  httpMethod: string,
  path: string,
): readonly RouteCandidate[] {
  const segments = segmentsOf(path).map((text) => ({ text, decoded: decodePercent(text) }));
  const exact: Leaf<Method>[] = [];
  const greedy: Leaf<Method>[] = [];
  const visit = (node: Node<Method>, depth: number): void => {
    const segment = segments[depth];
    if (segment === undefined) {
      if (node.leaf !== undefined) exact.push(node.leaf);
      return;
    }
    const literal = node.literals.get(segment.decoded);
    if (literal !== undefined) visit(literal, depth + 1);
    if (node.variable !== undefined && segment.text !== '') visit(node.variable, depth + 1);
    if (node.greedy !== undefined) greedy.push(node.greedy);
  };
  visit(root, 0);
  return [...exact, ...greedy]
    .filter(({ methods }) => methods.size > 0)
    .map((leaf) => ({
      resourcePath: leaf.resourcePath,
      httpMethods: [...leaf.methods.keys()],
      hasVerb: methodOf(leaf, httpMethod) !== undefined,
    }));
}
