import type { Method } from '../../model/index.ts';
import type { MethodRequest } from '../method/index.ts';
import type { Guard } from './guard.ts';

/** Whether a request has a parameter, and more in it than space (fact D78). */
type IsGiven = (request: MethodRequest) => boolean;

/**
 * Compiles the check for parameters that a method requires.
 * @param parameters `method.request.LOCATION.NAME` to "is it required"
 * @returns undefined when none is required
 */
export function compileRequiredParameters(parameters: Method['requestParameters'] = {}): Guard | undefined {
  const required = Object.entries(parameters).flatMap(([key, isRequired]) => {
    const match = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(key);
    const [, location, name] = match ?? [];
    return isRequired && location && name ? [{ name, isGiven: compileIsGiven(location, name) }] : [];
  });
  if (required.length === 0) return undefined;
  return (request) => {
    const missing = required.filter(({ isGiven }) => !isGiven(request));
    if (missing.length === 0) return undefined;
    const names = missing.map(({ name }) => name).join(', ');
    return {
      kind: 'failure',
      type: 'BAD_REQUEST_PARAMETERS',
      message: `Missing required request parameters: [${names}]`,
    };
  };
}

function compileIsGiven(location: string, name: string): IsGiven {
  if (location === 'path') return ({ pathParameters }) => isFilled(pathParameters?.[name]);
  if (location === 'querystring') return ({ query }) => query.some(([key, value]) => key === name && isFilled(value));
  const lowerName = name.toLowerCase();
  return ({ headers }) =>
    headers.some(
      (field, index) => index % 2 === 0 && field.toLowerCase() === lowerName && isFilled(headers[index + 1]),
    );
}

function isFilled(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}
