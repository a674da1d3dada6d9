/** Guide page rest-api-routing-rules, "Restrictions". */
const NAMES: ReadonlySet<string> = new Set([
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-location',
  'forwarded',
  'keep-alive',
  'origin',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailers',
  'transfer-encoding',
  'upgrade',
  'x-apigw-api-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-restapi',
  'via',
]);

const PREFIXES = /^(?:access-control-|apigw-|x-amz-|x-amzn-)/;

/** Whether a rule must not ask for a header, whatever the case of its name. */
export function isForbiddenCondition(header: string): boolean {
  const lowerName = header.toLowerCase();
  return NAMES.has(lowerName) || PREFIXES.test(lowerName);
}
