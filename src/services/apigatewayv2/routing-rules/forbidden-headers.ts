import { isReservedHeader } from '../reserved-headers.ts';

/** Beside those that no mapping may touch (guide page rest-api-routing-rules, "Restrictions"). */
const NAMES: ReadonlySet<string> = new Set(['x-apigw-api-id', 'x-restapi']);

/** Whether a rule must not ask for a header, whatever the case of its name. */
export function isForbiddenCondition(header: string): boolean {
  return isReservedHeader(header) || NAMES.has(header.toLowerCase());
}
