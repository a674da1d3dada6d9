import type { Resource } from '../../model/index.ts';

/** The verbs that `ANY` stands for (fact D5). */
const ANY_VERBS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

/** A place in the tree of an API's resources, by the segments of their paths. */
export interface Node<Method> {
  readonly literals: Map<string, Node<Method>>;
  variable: Node<Method> | undefined;
  greedy: Leaf<Method> | undefined;
  leaf: Leaf<Method> | undefined;
}

/** A resource with its methods. */
export interface Leaf<Method> {
  readonly resourcePath: string;
  readonly parameterNames: readonly string[];
  readonly methods: ReadonlyMap<string, Method>;
}

export function newNode<Method>(): Node<Method> {
  return { literals: new Map(), variable: undefined, greedy: undefined, leaf: undefined };
}

export function insert<Method>(root: Node<Method>, resource: Resource, methods: ReadonlyMap<string, Method>): void {
  const resourcePath = resource.path;
  const parameterNames: string[] = [];
  let node = root;
  for (const part of resourcePath.split('/')) {
    if (part === '') continue;
    const parameter = /^\{(.+?)(\+?)\}$/.exec(part);
    if (parameter?.[1] === undefined) {
      node = childOf(node, part);
      continue;
    }
    parameterNames.push(parameter[1]);
    if (parameter[2] === '+') {
      node.greedy = { resourcePath, parameterNames, methods };
      return;
    }
    node.variable ??= newNode();
    node = node.variable;
  }
  node.leaf = { resourcePath, parameterNames, methods };
}

function childOf<Method>(node: Node<Method>, literal: string): Node<Method> {
  const known = node.literals.get(literal);
  if (known !== undefined) return known;
  const made = newNode<Method>();
  node.literals.set(literal, made);
  return made;
}

/** Without leading slashes and without one at the end; slashes between are kept, they may be part of a greedy value. */
export function segmentsOf(path: string): readonly string[] {
  let start = 0;
  while (path.charCodeAt(start) === 47) start++;
  const end = path.length > start && path.endsWith('/') ? path.length - 1 : path.length;
  return start >= end ? [] : path.slice(start, end).split('/');
}

/** What a resource has for a verb: a method of its own, else `ANY`. */
export function methodOf<Method>(leaf: Leaf<Method>, httpMethod: string): Method | undefined {
  return leaf.methods.get(httpMethod) ?? (ANY_VERBS.has(httpMethod) ? leaf.methods.get('ANY') : undefined);
}

/** The methods of a resource with the verbs that `ANY` stands for spelled out. */
export function eachVerb<Method>(methods: ReadonlyMap<string, Method>): ReadonlyMap<string, Method> {
  const all = new Map<string, Method>();
  const any = methods.get('ANY');
  if (any !== undefined) for (const verb of ANY_VERBS) all.set(verb, any);
  for (const [verb, method] of methods) if (verb !== 'ANY') all.set(verb, method);
  return all;
}
