import type { Resource } from '../../model/index.ts';
import type { PathParameters } from '../method/index.ts';
import { decodePercent } from '../text/index.ts';
import type { RouteCandidate } from '../tracing/index.ts';
import { routeCandidates } from './route-candidates.ts';
import { eachVerb, insert, type Leaf, methodOf, type Node, newNode, segmentsOf } from './route-tree.ts';

export interface Route<Method> {
  readonly method: Method;
  /** Undefined when the resource's path has no parameters. */
  readonly pathParameters: PathParameters | undefined;
}

/** Leads requests to methods, by verb and the path below the stage, percent-encoded as received. */
export interface Router<Method> {
  /** Undefined when there is no such method. */
  find(httpMethod: string, path: string): Route<Method> | undefined;
  /** Every resource that the path fits, for whoever asks why one of them was taken, or none. */
  candidates(httpMethod: string, path: string): readonly RouteCandidate[];
}

/** A resource's path below the parts that vary, with what those parts were in one request. */
interface Found<Method> {
  readonly leaf: Leaf<Method>;
  readonly values: readonly string[];
}

/**
 * Compiles a resource tree. Per segment a literal wins over a variable, a variable over a greedy one, whatever the order of
 * creation (fact D3). A resource that fits but does not declare the verb gives way to the most specific greedy one that
 * does (fact D4). A trailing slash does not count, nor does a repeated one before the resource (facts D6, D7).
 */
export function compileRouter<Method>(
  resources: readonly Resource[],
  methodsOf: (resource: Resource) => ReadonlyMap<string, Method>,
): Router<Method> {
  const root = newNode<Method>();
  const literalRoutes = new Map<string, ReadonlyMap<string, Route<Method>>>();
  for (const resource of resources) {
    const methods = methodsOf(resource);
    insert(root, resource, methods);
    if (isLiteral(resource.path)) literalRoutes.set(resource.path, routesOf(methods));
  }
  return {
    find(httpMethod, path) {
      // Nothing wins over a resource that is spelled like the path.
      const literal = literalRoutes.get(path)?.get(httpMethod);
      if (literal !== undefined) return literal;
      const segments = segmentsOf(path);
      const exact = findExact(root, segments, 0, []);
      const method = exact === undefined ? undefined : methodOf(exact.leaf, httpMethod);
      if (exact !== undefined && method !== undefined) return route(method, exact);
      const greedy = findGreedy(root, segments, 0, [], httpMethod);
      if (greedy === undefined) return undefined;
      const inherited = methodOf(greedy.leaf, httpMethod);
      return inherited === undefined ? undefined : route(inherited, greedy);
    },
    candidates: (httpMethod, path) => routeCandidates(root, httpMethod, path),
  };
}

/** Without parameters, and without anything that decoding would change. */
function isLiteral(path: string): boolean {
  return !path.includes('{') && !path.includes('%');
}

/** What each verb leads to on a resource without parameters, made once. */
function routesOf<Method>(methods: ReadonlyMap<string, Method>): ReadonlyMap<string, Route<Method>> {
  return new Map(Array.from(eachVerb(methods), ([verb, method]) => [verb, { method, pathParameters: undefined }]));
}

function findExact<Method>(
  node: Node<Method>,
  segments: readonly string[],
  index: number,
  values: readonly string[],
): Found<Method> | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.leaf === undefined ? undefined : { leaf: node.leaf, values };
  // Compared decoded, so that no spelling of a path slips past the resource that it names.
  const decoded = decodePercent(segment);
  const literal = node.literals.get(decoded);
  if (literal !== undefined) {
    const found = findExact(literal, segments, index + 1, values);
    if (found !== undefined) return found;
  }
  if (node.variable === undefined || segment === '') return undefined;
  return findExact(node.variable, segments, index + 1, [...values, decoded]);
}

function findGreedy<Method>(
  node: Node<Method>,
  segments: readonly string[],
  index: number,
  values: readonly string[],
  httpMethod: string,
): Found<Method> | undefined {
  const segment = segments[index];
  if (segment === undefined) return undefined;
  const decoded = decodePercent(segment);
  const literal = node.literals.get(decoded);
  if (literal !== undefined) {
    const found = findGreedy(literal, segments, index + 1, values, httpMethod);
    if (found !== undefined) return found;
  }
  if (node.variable !== undefined && segment !== '') {
    const found = findGreedy(node.variable, segments, index + 1, [...values, decoded], httpMethod);
    if (found !== undefined) return found;
  }
  if (node.greedy === undefined || methodOf(node.greedy, httpMethod) === undefined) return undefined;
  return { leaf: node.greedy, values: [...values, decodePercent(segments.slice(index).join('/'))] };
}

function route<Method>(method: Method, found: Found<Method>): Route<Method> {
  const { parameterNames } = found.leaf;
  if (parameterNames.length === 0) return { method, pathParameters: undefined };
  const pathParameters: Record<string, string> = Object.create(null);
  parameterNames.forEach((name, index) => {
    pathParameters[name] = found.values[index] ?? '';
  });
  return { method, pathParameters };
}
