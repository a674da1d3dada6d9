import type { Integration } from '../../../model/index.ts';
import type { MethodRequest } from '../../method/index.ts';

/** The verb towards the backend: the integration's, or the caller's when that is `ANY` or empty (fact D29). */
export function backendVerb(integration: Integration, request: MethodRequest): string {
  const { httpMethod } = integration;
  return httpMethod === undefined || httpMethod === '' || httpMethod === 'ANY'
    ? request.context.httpMethod
    : httpMethod;
}
