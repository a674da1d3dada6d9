import type { Operation, ServiceSchema } from './service-schema.ts';

/** An operation with what its URI's labels stand for, percent-decoded. */
export interface OperationMatch {
  readonly operation: Operation;
  readonly labels: Readonly<Record<string, string>>;
}

/** Finds the operation of a REST request (Smithy, HTTP binding traits: `http`, `httpLabel`). */
export interface RestRoutes {
  /**
   * @param path as received, percent-encoded, without the query
   * @param query decoded query parameters, for operations that a literal in the query tells apart
   */
  match(method: string, path: string, query: ReadonlyMap<string, readonly string[]>): OperationMatch | undefined;
}

interface Route {
  readonly operation: Operation;
  readonly labelNames: readonly string[];
  /** Literals of the template's query; an empty value stands for "present". */
  readonly queryLiterals: readonly (readonly [name: string, value: string])[];
}

interface Node {
  readonly literals: Map<string, Node>;
  label: Node | undefined;
  /** Routes whose last label takes the rest of the path. */
  readonly greedy: Route[];
  readonly routes: Route[];
}

/** Builds the index of a REST service's operations. */
export function restRoutes(schema: ServiceSchema): RestRoutes {
  const root = newNode();
  for (const operation of schema.operations.values()) addRoute(root, operation);
  return {
    match(method, path, query) {
      const segments = pathSegments(path);
      const values: string[] = [];
      const route = findRoute(root, segments, 0, values, (candidate) => accepts(candidate, method, query));
      return route && labelled(route, values);
    },
  };
}

function newNode(): Node {
  return { literals: new Map(), label: undefined, greedy: [], routes: [] };
}

function addRoute(root: Node, operation: Operation): void {
  if (!operation.http) return;
  const [path = '', query = ''] = operation.http.uri.split('?');
  const labelNames: string[] = [];
  let node = root;
  let isGreedy = false;
  for (const segment of pathSegments(path)) {
    const label = /^\{([^+}]+)(\+?)\}$/.exec(segment);
    if (!label?.[1]) {
      node = child(node, segment);
      continue;
    }
    labelNames.push(label[1]);
    isGreedy = label[2] === '+';
    if (isGreedy) break;
    node.label ??= newNode();
    node = node.label;
  }
  const routes = isGreedy ? node.greedy : node.routes;
  routes.push({ operation, labelNames, queryLiterals: [...new URLSearchParams(query)] });
  // The route that asks for more of the query is the more specific one.
  routes.sort((a, b) => b.queryLiterals.length - a.queryLiterals.length);
}

function child(node: Node, segment: string): Node {
  const known = node.literals.get(segment);
  if (known) return known;
  const made = newNode();
  node.literals.set(segment, made);
  return made;
}

/** Literal before label before greedy label, segment by segment, coming back where the specific way ends nowhere. */
function findRoute(
  node: Node,
  segments: readonly string[],
  index: number,
  values: string[],
  isWanted: (route: Route) => boolean,
): Route | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.routes.find(isWanted);
  const literal = node.literals.get(segment);
  const byLiteral = literal && findRoute(literal, segments, index + 1, values, isWanted);
  if (byLiteral) return byLiteral;
  if (node.label && segment !== '') {
    values.push(segment);
    const byLabel = findRoute(node.label, segments, index + 1, values, isWanted);
    if (byLabel) return byLabel;
    values.pop();
  }
  const greedy = node.greedy.find(isWanted);
  if (greedy) values.push(segments.slice(index).join('/'));
  return greedy;
}

function accepts(route: Route, method: string, query: ReadonlyMap<string, readonly string[]>): boolean {
  if (route.operation.http?.method !== method) return false;
  return route.queryLiterals.every(([name, value]) => {
    const given = query.get(name);
    return given !== undefined && (value === '' || given.includes(value));
  });
}

function labelled(route: Route, values: readonly string[]): OperationMatch | undefined {
  const labels: Record<string, string> = {};
  for (const [index, name] of route.labelNames.entries()) {
    const value = percentDecoded(values[index] ?? '');
    if (value === undefined) return undefined;
    labels[name] = value;
  }
  return { operation: route.operation, labels };
}

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** A slash at the end makes no difference: some clients send it, some do not. */
function pathSegments(path: string): readonly string[] {
  const segments = path.split('/').slice(1);
  if (segments.at(-1) === '') segments.pop();
  return segments;
}
