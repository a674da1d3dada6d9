import type { Integration } from '../../../model/index.ts';
import type { MethodRequest } from '../../method/index.ts';

/** The verb towards the backend: the integration's, or the caller's when that is `ANY` or empty (fact D29). */
export function backendVerb(integration: Integration, request: MethodRequest): string {
  const { httpMethod } = integration;
  return httpMethod === undefined || httpMethod === '' || httpMethod === 'ANY'
    ? request.context.httpMethod
    : httpMethod;
}

const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a mapped request of this verb has a body, and says of what type it is (fact D33). */
export function carriesBody(verb: string): boolean {
  return !WITHOUT_BODY.has(verb);
}
