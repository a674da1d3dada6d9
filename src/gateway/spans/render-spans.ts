import type { ServedRequest, Span } from '../../model/index.ts';
import { spanTraceId, type TraceHeader } from '../../trace-context/index.ts';
import type { StageFacts } from '../request-context/index.ts';
import type { TimedEvent, TraceEvent } from '../tracing/index.ts';
import { type SpanSubject, subjectAttributes } from './subject.ts';

/** The ids of a request's spans, made before it is known which of them there will be. */
export interface SpanIds {
  readonly server: string;
  readonly authorizer: string;
  readonly integration: string;
}

interface Told {
  readonly facts: StageFacts;
  readonly subject: SpanSubject;
  readonly header: TraceHeader;
  readonly ids: SpanIds;
}

/**
 * The spans of a request whose trace is over: the gateway's own, with its authorizer's and its integration's below. Attributes
 * are OpenTelemetry's where it has names for them (semantic conventions 1.x, "HTTP", "FaaS"), else those of X-Ray's segment
 * (telemetry E.4). Neither bodies nor queries nor header fields are in them.
 */
export function renderSpans(events: readonly TimedEvent[], request: ServedRequest, told: Told): readonly Span[] {
  const { ids, header } = told;
  const traceId = spanTraceId(header);
  const startMs = request.requestTimeEpoch;
  const endMs = startMs + request.latencyMs;
  const child = (
    between: Between,
    spanId: string,
  ): Pick<Span, 'traceId' | 'spanId' | 'startMs' | 'endMs'> & Parent => ({
    traceId,
    spanId,
    parentSpanId: ids.server,
    startMs: startMs + between.first.atMs,
    endMs: between.last === undefined ? endMs : startMs + between.last.atMs,
  });
  const server: Span = {
    traceId,
    spanId: ids.server,
    ...(header.parent !== undefined && { parentSpanId: header.parent.toLowerCase() }),
    name: `${request.httpMethod} ${request.resourcePath ?? ''}`.trimEnd(),
    kind: 'server',
    startMs,
    endMs,
    attributes: serverAttributes(request, told),
    ...(request.status >= 500 && { error: `Status ${request.status}.` }),
  };
  return [server, ...authorizerSpan(events, child, ids), ...integrationSpan(events, child, ids)];
}

interface Parent {
  readonly parentSpanId: string;
}

interface Between {
  readonly first: TimedEvent;
  readonly last: TimedEvent | undefined;
}

type Child = (between: Between, spanId: string) => Pick<Span, 'traceId' | 'spanId' | 'startMs' | 'endMs'> & Parent;

function serverAttributes(request: ServedRequest, { facts, subject }: Told): Span['attributes'] {
  const { resourcePath, userAgent } = request;
  return {
    'http.request.method': request.httpMethod,
    'url.path': request.path,
    ...(resourcePath !== undefined && { 'http.route': resourcePath }),
    'http.response.status_code': request.status,
    'http.response.body.size': request.responseLength,
    'client.address': request.sourceIp,
    ...(userAgent !== undefined && { 'user_agent.original': userAgent }),
    'aws.request_id': request.requestId,
    'aws.extended_request_id': request.extendedRequestId,
    ...subjectAttributes(subject, facts),
  };
}

/** With what an authorizer's part is over. */
const DECISIONS = new Set(['authorized', 'guarded', 'failed']);

function authorizerSpan(events: readonly TimedEvent[], child: Child, ids: SpanIds): readonly Span[] {
  const started = find(events, 'authorizerStarted');
  if (started === undefined) return [];
  const { authorizer } = started.event;
  const known = find(events, 'authorized');
  const end = events.slice(events.indexOf(started)).find(({ event }) => DECISIONS.has(event.kind));
  return [
    {
      ...child({ first: started, last: end }, ids.authorizer),
      name: `authorizer ${authorizer.name}`,
      kind: 'client',
      attributes: {
        'aws.api_gateway.authorizer.id': authorizer.id,
        'aws.api_gateway.authorizer.type': authorizer.type,
        ...(known && { 'aws.api_gateway.authorizer.cached': known.event.isKept }),
      },
      ...(known === undefined && { error: 'The caller was not authorized.' }),
    },
  ];
}

const FUNCTION = /\/functions\/(arn:[^/]+)\//;

function integrationSpan(events: readonly TimedEvent[], child: Child, ids: SpanIds): readonly Span[] {
  const called = find(events, 'integrationRequest');
  if (called === undefined) return [];
  const answered = find(events, 'integrationResponse');
  const { method, uri } = called.event;
  const status = answered?.event.status;
  const functionArn = FUNCTION.exec(uri)?.[1];
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  return [
    {
      ...child({ first: called, last: answered ?? find(events, 'failed') }, ids.integration),
      name: functionArn === undefined ? `${method} ${url?.host ?? ''}`.trimEnd() : 'Lambda',
      kind: 'client',
      attributes: {
        'http.request.method': method,
        ...(url && { 'server.address': url.hostname, 'url.path': url.pathname }),
        ...(functionArn !== undefined && { 'aws.lambda.invoked_arn': functionArn, 'aws.operation': 'Invoke' }),
        ...(status !== undefined && { 'http.response.status_code': status }),
      },
      ...failureOf(status),
    },
  ];
}

/** To a client every status from 400 is an error (semantic conventions, "HTTP client"). */
function failureOf(status: number | undefined): { readonly error?: string } {
  if (status === undefined) return { error: 'The integration gave no answer.' };
  return status >= 400 ? { error: `Status ${status}.` } : {};
}

function find<Kind extends TraceEvent['kind']>(
  events: readonly TimedEvent[],
  kind: Kind,
): (TimedEvent & { readonly event: Extract<TraceEvent, { readonly kind: Kind }> }) | undefined {
  return events.find(
    (timed): timed is TimedEvent & { readonly event: Extract<TraceEvent, { readonly kind: Kind }> } =>
      timed.event.kind === kind,
  );
}
