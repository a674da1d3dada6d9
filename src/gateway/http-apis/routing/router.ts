import type { PathParameters } from '../../method/index.ts';
import { decodePercent } from '../../text/index.ts';

/** A route's verb and path with what they lead to. */
export interface KeyedRoute<Route> {
  /** `$default`, or a verb or `ANY`, a space and a path. */
  readonly routeKey: string;
  readonly route: Route;
}

export interface FoundRoute<Route> {
  readonly route: Route;
  /** Undefined when the route's path has no variables. */
  readonly pathParameters: PathParameters | undefined;
}

/** Finds the route for a verb and a path, percent-encoded as received; undefined when there is none. */
export type Router<Route> = (httpMethod: string, path: string) => FoundRoute<Route> | undefined;

interface Leaf<Route> {
  readonly names: readonly string[];
  readonly route: Route;
}

interface Node<Route> {
  readonly literals: Map<string, Node<Route>>;
  variable: Node<Route> | undefined;
  /** By verb, of paths that end here, and of those that end in a greedy variable below. */
  readonly leaves: Map<string, Leaf<Route>>;
  readonly greedy: Map<string, Leaf<Route>>;
}

/**
 * Compiles routes (fact D126): a full match of path and verb wins, literals before variables and a verb before `ANY`; then a
 * greedy path, the longest first; then `$default`. A route without the verb does not stand in the way of another with it.
 */
export function compileRouter<Route>(routes: readonly KeyedRoute<Route>[]): Router<Route> {
  const root = newNode<Route>();
  for (const { routeKey, route } of routes) {
    const [, verb, path] = /^(\S+) (\/.*)$/.exec(routeKey) ?? [];
    if (verb !== undefined && path !== undefined) insert(root, verb, path, route);
  }
  const other = routes.find(({ routeKey }) => routeKey === '$default');
  const byDefault = other && { route: other.route, pathParameters: undefined };
  return (httpMethod, path) => {
    const segments = path.split('/').slice(1);
    return find(root, segments, 0, [], httpMethod) ?? findGreedy(root, segments, 0, [], httpMethod) ?? byDefault;
  };
}

function newNode<Route>(): Node<Route> {
  return { literals: new Map(), variable: undefined, leaves: new Map(), greedy: new Map() };
}

function insert<Route>(root: Node<Route>, verb: string, path: string, route: Route): void {
  const names: string[] = [];
  let node = root;
  for (const segment of path.split('/').slice(1)) {
    const [, name, plus] = /^\{(.+?)(\+?)\}$/.exec(segment) ?? [];
    if (name === undefined) {
      const next = node.literals.get(segment) ?? newNode();
      node.literals.set(segment, next);
      node = next;
      continue;
    }
    names.push(name);
    if (plus === '+') {
      node.greedy.set(verb, { names, route });
      return;
    }
    node.variable ??= newNode();
    node = node.variable;
  }
  node.leaves.set(verb, { names, route });
}

/** Looks at every node of the tree at most once: there are no more of them than routes have segments. */
function find<Route>(
  node: Node<Route>,
  segments: readonly string[],
  index: number,
  values: readonly string[],
  verb: string,
): FoundRoute<Route> | undefined {
  const segment = segments[index];
  if (segment === undefined) return leafOf(node.leaves, verb, values);
  const decoded = decodePercent(segment);
  const literal = node.literals.get(decoded);
  const found = literal && find(literal, segments, index + 1, values, verb);
  if (found !== undefined || node.variable === undefined || segment === '') return found;
  return find(node.variable, segments, index + 1, [...values, decoded], verb);
}

function findGreedy<Route>(
  node: Node<Route>,
  segments: readonly string[],
  index: number,
  values: readonly string[],
  verb: string,
): FoundRoute<Route> | undefined {
  const segment = segments[index];
  if (segment === undefined) return undefined;
  const decoded = decodePercent(segment);
  const literal = node.literals.get(decoded);
  const below = literal && findGreedy(literal, segments, index + 1, values, verb);
  if (below !== undefined) return below;
  if (node.variable !== undefined && segment !== '') {
    const found = findGreedy(node.variable, segments, index + 1, [...values, decoded], verb);
    if (found !== undefined) return found;
  }
  const rest = segments.slice(index).join('/');
  return rest === '' ? undefined : leafOf(node.greedy, verb, [...values, decodePercent(rest)]);
}

function leafOf<Route>(
  leaves: ReadonlyMap<string, Leaf<Route>>,
  verb: string,
  values: readonly string[],
): FoundRoute<Route> | undefined {
  const leaf = leaves.get(verb) ?? leaves.get('ANY');
  if (leaf === undefined) return undefined;
  if (leaf.names.length === 0) return { route: leaf.route, pathParameters: undefined };
  const pathParameters: Record<string, string> = Object.create(null);
  leaf.names.forEach((name, index) => {
    pathParameters[name] = values[index] ?? '';
  });
  return { route: leaf.route, pathParameters };
}
