import { contextVariable } from '../request-context/index.ts';
import type { HttpRequestContext } from './http-request.ts';

/**
 * The reader of a variable by its name without `$context.` (guide page http-api-logging-variables): those of REST APIs, with
 * what HTTP APIs call otherwise.
 * @returns undefined for a name that is not known
 */
export function httpContextVariable(name: string): ((context: HttpRequestContext) => string | undefined) | undefined {
  if (name === 'routeKey') return ({ routeKey }) => routeKey;
  return contextVariable(name);
}
