/** Guide pages http-api-parameter-mapping, "Reserved headers" (fact D133), and rest-api-routing-rules, "Restrictions" (fact D151). */
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
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'via',
]);

/** Whether a header is nobody's to map or to ask for, whatever the case of its name. */
export function isReservedHeader(name: string): boolean {
  const lowerName = name.toLowerCase();
  return NAMES.has(lowerName) || /^(?:access-control-|apigw-|x-amz-|x-amzn-)/.test(lowerName);
}
