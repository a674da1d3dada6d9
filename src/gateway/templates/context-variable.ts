import { callMethod, type HostObject, textOf, type Value, type ValueMap } from '../../vtl/index.ts';
import { type MethodRequest, Overrides } from '../method/index.ts';
import {
  authorizerValues,
  CONTEXT_VARIABLES,
  type ContextReader,
  type RequestContext,
} from '../request-context/index.ts';

/** Variables by the parts of their names: `identity` holds `sourceIp`. */
type Tree = ReadonlyMap<string, Tree | ContextReader>;

/** Variables that a template can calculate with. */
const NUMBERS = new Set<ContextReader | undefined>([CONTEXT_VARIABLES.get('requestTimeEpoch')]);

const TREE = treeOf(CONTEXT_VARIABLES);

/** `$context` of one rendering (guide, "$context Variables"): worked out name by name, because templates ask for few. */
export class ContextVariable implements HostObject {
  readonly #request: MethodRequest;
  readonly #values = new Map<string, Value>();
  #overrides: Overrides | undefined;

  constructor(request: MethodRequest) {
    this.#request = request;
  }

  /** What the template has set, with what one before it had; undefined when neither spoke of overrides. */
  get overrides(): Overrides | undefined {
    return this.#overrides ?? this.#request.overrides;
  }

  get(name: string): Value | undefined {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const value = this.#read(name);
    if (value !== undefined) this.#values.set(name, value);
    return value;
  }

  call(name: string, args: readonly Value[]): Value {
    return callMethod(this.#all(), name, args);
  }

  text(): string {
    return textOf(this.#all());
  }

  #read(name: string): Value | undefined {
    if (name === 'requestOverride' || name === 'responseOverride') {
      this.#overrides ??= new Overrides(this.#request.overrides);
      return name === 'requestOverride' ? this.#overrides.request : this.#overrides.response;
    }
    if (name === 'authorizer') return authorizerValue(this.#request.context);
    const node = TREE.get(name);
    return node === undefined ? undefined : valueAt(node, this.#request.context);
  }

  #all(): ValueMap {
    const names = [...TREE.keys(), 'authorizer', 'requestOverride', 'responseOverride'];
    return new Map(names.flatMap((name): [Value, Value][] => pair(name, this.get(name))));
  }
}

function treeOf(variables: ReadonlyMap<string, ContextReader>): Tree {
  const tree = new Map<string, Tree | ContextReader>();
  const nested = new Map<string, Map<string, ContextReader>>();
  for (const [name, read] of variables) {
    const dot = name.indexOf('.');
    const first = dot < 0 ? name : name.slice(0, dot);
    if (dot < 0) tree.set(name, read);
    else nested.set(first, (nested.get(first) ?? new Map()).set(name.slice(dot + 1), read));
  }
  for (const [name, rest] of nested) tree.set(name, treeOf(rest));
  return tree;
}

/** A variable's value, or a map of those below a name; what the request does not have is left out. */
function valueAt(node: Tree | ContextReader, context: RequestContext): Value | undefined {
  if (typeof node !== 'function')
    return new Map(Array.from(node, ([name, child]) => pair(name, valueAt(child, context))).flat());
  const value = node(context);
  return value !== undefined && NUMBERS.has(node) ? Number(value) : value;
}

/** `$context.authorizer`, with `claims` inside where a token had them. */
function authorizerValue(context: RequestContext): ValueMap | undefined {
  const values = authorizerValues(context);
  if (values === undefined) return undefined;
  const claims = context.authorizer?.claims;
  return new Map<Value, Value>([
    ...Object.entries(values),
    ...(claims === undefined ? [] : pair('claims', new Map<Value, Value>(Object.entries(claims)))),
  ]);
}

function pair(name: string, value: Value | undefined): [Value, Value][] {
  return value === undefined ? [] : [[name, value]];
}
