/** What a request is told by, as AWS's console does it for HTTP APIs (guide, "Configuring logging for an HTTP API"). */
const FIELDS = [
  ['requestId', '$context.requestId'],
  ['ip', '$context.identity.sourceIp'],
  ['requestTime', '$context.requestTime'],
  ['httpMethod', '$context.httpMethod'],
  ['routeKey', '$context.routeKey'],
  ['status', '$context.status'],
  ['protocol', '$context.protocol'],
  ['responseLength', '$context.responseLength'],
] as const;

/** Formats to begin with, each of one line. */
export const ACCESS_LOG_FORMATS: Readonly<Record<'CLF' | 'JSON' | 'XML' | 'CSV', string>> = {
  CLF: '$context.identity.sourceIp - - [$context.requestTime] "$context.httpMethod $context.routeKey $context.protocol" $context.status $context.responseLength $context.requestId',
  JSON: `{ ${FIELDS.map(([name, variable]) => `"${name}":"${variable}"`).join(', ')} }`,
  XML: `<request id="$context.requestId"> ${FIELDS.slice(1)
    .map(([name, variable]) => `<${name}>${variable}</${name}>`)
    .join(' ')} </request>`,
  CSV: FIELDS.map(([, variable]) => variable).join(','),
};
