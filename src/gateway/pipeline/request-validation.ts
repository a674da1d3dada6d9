import type { Method } from '../../model/index.ts';
import { type CompileScope, configurationError } from '../method/index.ts';
import type { Guard } from './guard.ts';

/**
 * The phase "request validation". It is not built; a backend that relies on it must not get what it would have kept out,
 * so the request fails.
 */
export function compileRequestValidation(method: Method, scope: CompileScope): Guard | undefined {
  if (method.requestValidatorId === undefined) return undefined;
  const problem = 'Request validators are not built: every request fails.';
  scope.warn(problem);
  return () => configurationError(problem);
}
