import {
  type AttemptKind,
  type ContextReader,
  contextVariable,
  type RequestContext,
} from '../request-context/index.ts';
import { firstHeader } from '../text/index.ts';

/** Variables that exist, but only with a web ACL. */
const OF_WEB_ACLS = ['waf.error', 'waf.latency', 'waf.status'];

/** `$context` of access logs that other uses of `$context` do not have (telemetry E.2.1, column R without T). */
const LOG_VARIABLES: ReadonlyMap<string, ContextReader> = new Map<string, ContextReader>([
  ...attempts('authenticate'),
  ...attempts('authorize'),
  ...attempts('authorizer'),
  ['authorizer.integrationLatency', ({ authorizer, authorizerLatencyMs }) => authorizer && String(authorizerLatencyMs)],
  ['authorizer.integrationStatus', ({ authorizerStatus }) => authorizerStatus?.toString()],
  // The functions' runtime gives its invocations no ids.
  ['authorizer.requestId', () => undefined],
  ['cipherSuite', ({ tls }) => tls?.cipher],
  ['integration.error', ({ failure }) => (failure?.type.startsWith('INTEGRATION') ? failure.detail : undefined)],
  ['integration.integrationStatus', ({ integrationStatus }) => integrationStatus?.toString()],
  ['integration.latency', integrationLatency],
  ['integration.requestId', ({ awsEndpointRequestId }) => awsEndpointRequestId],
  ['integration.responseTransferMode', transferMode],
  // Of a function behind AWS_PROXY it is the function's own.
  ['integration.status', ({ functionStatus, integrationStatus }) => (functionStatus ?? integrationStatus)?.toString()],
  [
    'integration.timeToAllHeaders',
    (context) => (context.firstContentMs === undefined ? undefined : integrationLatency(context)),
  ],
  ['integration.timeToFirstContent', ({ firstContentMs }) => wholeMs(firstContentMs)],
  ['integrationLatency', integrationLatency],
  ['integrationStatus', ({ integrationStatus }) => integrationStatus?.toString()],
  ['requestId', requestId],
  ['responseLatency', ({ latencyMs }) => wholeMs(latencyMs)],
  ['responseLength', ({ responseLength }) => String(responseLength)],
  ['status', ({ status }) => String(status)],
  ['tlsVersion', ({ tls }) => tls?.version],
  // Recorded logs show the trace alone, without what `X-Amzn-Trace-Id` says besides.
  ['xrayTraceId', ({ traceId }) => /Root=([^;]+)/i.exec(traceId)?.[1]],
  ...OF_WEB_ACLS.map((name): [string, ContextReader] => [name, () => undefined]),
]);

/** The reader of a variable of access logs, by its name without `$context.`; undefined for a name that is not known. */
export function logVariable(name: string): ContextReader | undefined {
  return LOG_VARIABLES.get(name) ?? overrideVariable(name) ?? contextVariable(name);
}

/** Where a client sent an id of its own that is none, the log says so (guide page set-up-logging; fact D19). */
function requestId({ headers, requestId: id }: RequestContext): string {
  const sent = firstHeader(headers, 'x-amzn-requestid');
  return sent === undefined || sent === id ? id : 'UUID_REPLACED_INVALID_REQUEST_ID';
}

function attempts(kind: AttemptKind): [string, ContextReader][] {
  return [
    [`${kind}.error`, (context) => context.attempt(kind)?.error],
    [`${kind}.latency`, (context) => wholeMs(context.attempt(kind)?.latencyMs)],
    [`${kind}.status`, (context) => context.attempt(kind)?.status.toString()],
  ];
}

/** `requestOverride.header.X`, `.path.X`, `.querystring.X`, `responseOverride.header.X` and `responseOverride.status`. */
function overrideVariable(name: string): ContextReader | undefined {
  const [, side, place, key] =
    /^(requestOverride|responseOverride)\.(header|path|querystring|status)(?:\.(.+))?$/.exec(name) ?? [];
  if (side === undefined || place === undefined) return undefined;
  if (side === 'responseOverride')
    return ({ overrides }) => {
      if (place === 'status') return overrides?.status?.toString();
      return overriddenBy(overrides?.responseHeaders, key);
    };
  return ({ overrides }) => {
    if (place === 'path') return key === undefined ? undefined : overrides?.path(key);
    return overriddenBy(place === 'header' ? overrides?.headers : overrides?.query, key);
  };
}

function overriddenBy(
  overrides: readonly (readonly [string, readonly string[]])[] | undefined,
  key: string | undefined,
): string | undefined {
  return overrides?.find(([name]) => name === key)?.[1].join(',');
}

function integrationLatency({ integrationLatencyMs }: RequestContext): string | undefined {
  return wholeMs(integrationLatencyMs);
}

function transferMode({ integrationStatus, isStreamed }: RequestContext): string | undefined {
  if (integrationStatus === undefined) return undefined;
  return isStreamed === true ? 'STREAMED' : 'BUFFERED';
}

function wholeMs(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : String(Math.round(ms));
}
