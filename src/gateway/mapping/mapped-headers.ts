import type { MethodRequest } from '../method/index.ts';
import { headerText, isToken } from '../text/index.ts';
import type { RequestParameters } from './request-parameters.ts';

/** The lower-case names of the headers that mappings set on a request: those whose expressions have a value on it. */
export interface MappedHeaders {
  readonly names: ReadonlySet<string>;
  readonly fields: readonly string[];
}

const NONE: MappedHeaders = { names: new Set(), fields: [] };

/**
 * Evaluates an integration's header mappings, and what templates set in their place (fact D30). What does not reach such a
 * backend, or cannot stand in a header, is left out.
 */
export function mappedHeaders(parameters: RequestParameters, request: MethodRequest): MappedHeaders {
  const overrides = request.overrides?.headers;
  if (parameters.headers.length === 0 && overrides === undefined) return NONE;
  const replaced = new Set(overrides?.map(([name]) => name.toLowerCase()));
  const names = new Set<string>();
  const fields: string[] = [];
  const add = (name: string, values: readonly string[]): void => {
    const lower = name.toLowerCase();
    if (parameters.dropped.has(lower) || !isToken(name)) return;
    for (const value of values) {
      const text = headerText(value);
      if (text === undefined) continue;
      names.add(lower);
      fields.push(name, text);
    }
  };
  for (const { name, read } of parameters.headers) if (!replaced.has(name.toLowerCase())) add(name, read(request));
  for (const [name, values] of overrides ?? []) add(name, values);
  return { names, fields };
}
