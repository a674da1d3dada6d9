import type { Resource } from '../../model/index.ts';
import type { PathParameters } from '../method/index.ts';
import { decodePercent } from '../text/index.ts';

export interface Route<Method> {
  readonly method: Method;
  /** Undefined when the resource's path has no parameters. */
  readonly pathParameters: PathParameters | undefined;
}

/** Finds the method for a verb and the path below the stage, percent-encoded as received; undefined when there is none. */
export type Router<Method> = (httpMethod: string, path: string) => Route<Method> | undefined;

/** The verbs that `ANY` stands for (fact D5). */
const ANY_VERBS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

interface Node<Method> {
  readonly literals: Map<string, Node<Method>>;
  variable: Node<Method> | undefined;
  greedy: Leaf<Method> | undefined;
  leaf: Leaf<Method> | undefined;
}

interface Leaf<Method> {
  readonly parameterNames: readonly string[];
  readonly methods: ReadonlyMap<string, Method>;
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
  return (httpMethod, path) => {
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
  };
}

/** Without parameters, and without anything that decoding would change. */
function isLiteral(path: string): boolean {
  return !path.includes('{') && !path.includes('%');
}

/** What each verb leads to on a resource without parameters, made once. */
function routesOf<Method>(methods: ReadonlyMap<string, Method>): ReadonlyMap<string, Route<Method>> {
  const routes = new Map<string, Route<Method>>();
  const any = methods.get('ANY');
  if (any !== undefined) for (const verb of ANY_VERBS) routes.set(verb, { method: any, pathParameters: undefined });
  for (const [verb, method] of methods) if (verb !== 'ANY') routes.set(verb, { method, pathParameters: undefined });
  return routes;
}

function newNode<Method>(): Node<Method> {
  return { literals: new Map(), variable: undefined, greedy: undefined, leaf: undefined };
}

function insert<Method>(root: Node<Method>, resource: Resource, methods: ReadonlyMap<string, Method>): void {
  const parameterNames: string[] = [];
  let node = root;
  for (const part of resource.path.split('/')) {
    if (part === '') continue;
    const parameter = /^\{(.+?)(\+?)\}$/.exec(part);
    if (parameter?.[1] === undefined) {
      node = childOf(node, part);
      continue;
    }
    parameterNames.push(parameter[1]);
    if (parameter[2] === '+') {
      node.greedy = { parameterNames, methods };
      return;
    }
    node.variable ??= newNode();
    node = node.variable;
  }
  node.leaf = { parameterNames, methods };
}

function childOf<Method>(node: Node<Method>, literal: string): Node<Method> {
  const known = node.literals.get(literal);
  if (known !== undefined) return known;
  const made = newNode<Method>();
  node.literals.set(literal, made);
  return made;
}

/** Without leading slashes and without one at the end; slashes between are kept, they may be part of a greedy value. */
function segmentsOf(path: string): readonly string[] {
  let start = 0;
  while (path.charCodeAt(start) === 47) start++;
  const end = path.length > start && path.endsWith('/') ? path.length - 1 : path.length;
  return start >= end ? [] : path.slice(start, end).split('/');
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

function methodOf<Method>(leaf: Leaf<Method>, httpMethod: string): Method | undefined {
  return leaf.methods.get(httpMethod) ?? (ANY_VERBS.has(httpMethod) ? leaf.methods.get('ANY') : undefined);
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
