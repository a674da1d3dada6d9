/** What a request is told by, in the order of AWS's examples (guide, "Set up CloudWatch logging", log formats). */
const FIELDS = [
  ['requestId', '$context.requestId'],
  ['extendedRequestId', '$context.extendedRequestId'],
  ['ip', '$context.identity.sourceIp'],
  ['caller', '$context.identity.caller'],
  ['user', '$context.identity.user'],
  ['requestTime', '$context.requestTime'],
  ['httpMethod', '$context.httpMethod'],
  ['resourcePath', '$context.resourcePath'],
  ['status', '$context.status'],
  ['protocol', '$context.protocol'],
  ['responseLength', '$context.responseLength'],
] as const;

/** Formats to begin with, each of one line. */
export const ACCESS_LOG_FORMATS: Readonly<Record<'CLF' | 'JSON' | 'XML' | 'CSV', string>> = {
  CLF: '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId $context.extendedRequestId',
  JSON: `{ ${FIELDS.map(([name, variable]) => `"${name}":"${variable}"`).join(', ')} }`,
  XML: `<request id="$context.requestId"> ${FIELDS.slice(1)
    .map(([name, variable]) => `<${name}>${variable}</${name}>`)
    .join(' ')} </request>`,
  CSV: FIELDS.map(([, variable]) => variable).join(','),
};
