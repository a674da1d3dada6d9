import type { RequestParameters } from '../../mapping/index.ts';
import type { MethodRequest } from '../../method/index.ts';
import { headerText } from '../../text/index.ts';

/** Set by the connection to the backend itself; a mapping changes nothing about them. */
const OF_THE_CONNECTION = new Set(['connection', 'expect', 'keep-alive', 'proxy-connection', 'te', 'upgrade']);

/** The lower-case names of the headers that mappings set on a request: those whose expressions have a value on it. */
export interface MappedHeaders {
  readonly names: ReadonlySet<string>;
  readonly fields: readonly string[];
}

const NONE: MappedHeaders = { names: new Set(), fields: [] };

/** Evaluates an integration's header mappings. A value that cannot stand in a header is left out. */
export function mappedHeaders(parameters: RequestParameters, request: MethodRequest): MappedHeaders {
  if (parameters.headers.length === 0) return NONE;
  const names = new Set<string>();
  const fields: string[] = [];
  for (const { name, read } of parameters.headers) {
    const lower = name.toLowerCase();
    if (OF_THE_CONNECTION.has(lower)) continue;
    for (const value of read(request)) {
      const text = headerText(value);
      if (text === undefined) continue;
      names.add(lower);
      fields.push(name, text);
    }
  }
  return { names, fields };
}
