import type { CompiledPolicy } from '../../policy/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { CompileScope, MaybePromise, MethodPlace, MethodRequest } from '../method/index.ts';
import type { AuthorizerFacts } from '../request-context/index.ts';

/** What compiling an authorizer may need of its stage. */
export type AuthorizerScope = Pick<CompileScope, 'facts' | 'stageVariables' | 'functions' | 'issuerKeys' | 'now'>;

/** A caller whom an authorizer knows. */
export interface Authorization {
  readonly kind: 'authorization';
  readonly facts: AuthorizerFacts;
  /** What the caller may do; absent where the authorizer knows callers and leaves it at that. */
  readonly policy?: CompiledPolicy;
}

/**
 * Finds out who calls a method.
 * @param place of the method, for what the authorizer is told
 */
export type Authorize = (request: MethodRequest, place: MethodPlace) => MaybePromise<Authorization | GatewayFailure>;

export const UNAUTHORIZED: GatewayFailure = { kind: 'failure', type: 'UNAUTHORIZED' };

/** Of a method whose authorizer is not there or does not fit: nobody passes. */
export const NO_AUTHORIZER = (): GatewayFailure => ({
  kind: 'failure',
  type: 'AUTHORIZER_CONFIGURATION_ERROR',
  detail: 'Execution failed due to configuration error: The authorizer of the method is not deployed.',
});
