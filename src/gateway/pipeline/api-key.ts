import type { Method } from '../../model/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import type { CompileScope } from '../method/index.ts';
import type { Guard } from './guard.ts';

const FORBIDDEN: GatewayFailure = { kind: 'failure', type: 'INVALID_API_KEY' };

/** The phase "API key". There are no keys to know, so a method that wants one admits nobody (fact D112). */
export function compileApiKey(method: Method, scope: CompileScope): Guard | undefined {
  if (!method.apiKeyRequired) return undefined;
  scope.warn('API keys are not built: every request is refused.');
  return () => FORBIDDEN;
}
