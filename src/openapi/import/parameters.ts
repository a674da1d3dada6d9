import { isObject, type JsonObject, listAt, textAt } from '../values.ts';
import type { Reading } from './reading.ts';
import { resolve } from './references.ts';

/** Where a parameter lies in OpenAPI and how method requests call that. */
const LOCATIONS: Readonly<Record<string, string>> = { path: 'path', query: 'querystring', header: 'header' };

/** The parameters of a path and of an operation on it; the operation's win (OpenAPI 3.0.3, "Path Item Object"). */
export function readParameters(pathItem: JsonObject, operation: JsonObject, reading: Reading): readonly JsonObject[] {
  const found = new Map<string, JsonObject>();
  for (const holder of [pathItem, operation]) {
    for (const written of listAt(holder, 'parameters') ?? []) {
      const parameter = isObject(written) ? resolve(reading.document, written, reading.report) : undefined;
      if (parameter) found.set(`${textAt(parameter, 'in')} ${textAt(parameter, 'name')}`, parameter);
    }
  }
  return [...found.values()];
}

/**
 * `method.request.LOCATION.NAME` to whether it is required. Variables of the path are declared whether or not the file does
 * (recorded); cookies and form fields are no parameters of a method.
 */
export function requestParameters(
  path: string,
  parameters: readonly JsonObject[],
): Readonly<Record<string, boolean>> | undefined {
  const declared = new Map<string, boolean>();
  for (const parameter of parameters) {
    const location = LOCATIONS[textAt(parameter, 'in') ?? ''];
    const name = textAt(parameter, 'name');
    if (location && name) declared.set(`method.request.${location}.${name}`, parameter.required === true);
  }
  for (const variable of pathVariables(path)) declared.set(`method.request.path.${variable}`, true);
  return declared.size > 0 ? Object.fromEntries(declared) : undefined;
}

export function pathVariables(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}/]+?)\+?\}/g)].flatMap(([, name]) => name ?? []);
}
