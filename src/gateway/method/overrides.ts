import { listItems, textOf, type Value, type ValueMap } from '../../vtl/index.ts';

/**
 * A map whose entries a template may set once each: a second time is an error, which ends in a 500 (fact D30). What was
 * there before the template ran may be replaced.
 */
class OnceMap extends Map<Value, Value> {
  readonly #given = new Set<Value>();

  static of(entries: Iterable<readonly [Value, Value]>): OnceMap {
    const map = new OnceMap();
    for (const [key, value] of entries) map.#put(key, value);
    return map;
  }

  override set(key: Value, value: Value): this {
    if (this.#given.has(key)) throw new Error(`"${textOf(key)}" is overridden a second time`);
    this.#given.add(key);
    return this.#put(key, value);
  }

  #put(key: Value, value: Value): this {
    return super.set(key, value);
  }
}

/** A name with the values that replace what was mapped. */
export type Override = readonly [name: string, values: readonly string[]];

/**
 * `$context.requestOverride` and `$context.responseOverride` of one request: what templates set in place of mapped
 * parameters, used after the whole template ran (guide, "Use a mapping template to override an API's request and response
 * parameters and status codes"; fact D30).
 */
export class Overrides {
  readonly request: ValueMap;
  readonly response: ValueMap;

  /** @param before what the request's template set, which its response's template sees and may set anew */
  constructor(before?: Overrides) {
    this.request = OnceMap.of(
      ['header', 'path', 'querystring'].map((name) => [name, OnceMap.of(entries(before?.request.get(name)))]),
    );
    const status = before?.response.get('status');
    this.response = OnceMap.of([['header', OnceMap.of(entries(before?.response.get('header')))]]);
    if (status !== undefined) this.response = OnceMap.of([...this.response, ['status', status]]);
  }

  /** Sets a header of the request to the backend. */
  setHeader(name: string, value: string): void {
    const headers = this.request.get('header');
    if (headers instanceof Map) headers.set(name, value);
  }

  get headers(): readonly Override[] {
    return overridesIn(this.request.get('header'));
  }

  get query(): readonly Override[] {
    return overridesIn(this.request.get('querystring'));
  }

  /** The value for a placeholder of the integration's URI; undefined when none was set. */
  path(name: string): string | undefined {
    const paths = this.request.get('path');
    return paths instanceof Map && paths.has(name) ? textOf(paths.get(name) ?? null) : undefined;
  }

  get responseHeaders(): readonly Override[] {
    return overridesIn(this.response.get('header'));
  }

  /** An integer that can be the status of a final answer (RFC 9110 section 15); anything else counts as not set. */
  get status(): number | undefined {
    const status = this.response.get('status');
    return typeof status === 'number' && status >= 200 && status <= 599 ? status : undefined;
  }
}

function entries(map: Value | undefined): Iterable<readonly [Value, Value]> {
  return map instanceof Map ? map : [];
}

function overridesIn(map: Value | undefined): readonly Override[] {
  return Array.from(entries(map), ([name, value]): Override => [textOf(name), valuesOf(value)]);
}

/** A list gives a field of several values (guide, the tutorial's `multivalueheader`). */
function valuesOf(value: Value): readonly string[] {
  if (value === null) return [];
  return listItems(value)?.map(textOf) ?? [textOf(value)];
}
