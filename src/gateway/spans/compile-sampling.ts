import type { HeaderList } from '../../http/index.ts';
import type { SpanSink } from '../../model/index.ts';
import {
  createSampler,
  parseTraceHeader,
  parseTraceparent,
  type TraceHeader,
  traceHeaderOf,
  traceHeaderText,
} from '../../trace-context/index.ts';
import type { StageFacts } from '../request-context/index.ts';
import { firstHeader, onlyHeader } from '../text/index.ts';
import { type StartTrace, TraceRecorder, type TraceTerms } from '../tracing/index.ts';
import { SampledTrace } from './sampled-trace.ts';
import type { SpanSubject } from './subject.ts';

/** Who samples the requests to a stage, and for whom. */
interface Sampling {
  /** Of a stage with `tracingEnabled`; any other is traced only where its caller is (guide, "X-Ray tracing modes for API Gateway"). */
  readonly isActive: boolean;
  /** Whether spans belong to the trace that a `traceparent` names, where nothing else names one. */
  readonly joins: boolean;
  readonly facts: StageFacts;
  readonly subject: SpanSubject;
  /** Where spans go; undefined where nobody wants them. */
  readonly spans: SpanSink | undefined;
  /** Of a trace that nobody else wants. */
  readonly terms: TraceTerms;
  random(): number;
  /** 16 hexadecimal digits. */
  spanId(): string;
}

/** Whoever else wants traces of the requests to a stage. */
interface Others {
  readonly startTrace: StartTrace;
  /** A trace that they are told of, whether they asked for it or not. */
  trace(): TraceRecorder;
}

/**
 * Decides which requests to a stage are sampled, and lets those be told of as spans. What others want of traces they go on
 * getting.
 * @returns undefined for a stage whose requests are sampled for nobody
 */
export function compileSampling(sampling: Sampling, others: Others | undefined): StartTrace | undefined {
  const { isActive, joins, spans, terms, random, spanId } = sampling;
  if (!isActive && spans === undefined) return undefined;
  const draw = createSampler(random);
  return (request) => {
    const text = firstHeader(request.headers, 'x-amzn-trace-id');
    const sent = text === undefined ? undefined : parseTraceHeader(text);
    const isSampled = sent?.isSampled ?? (isActive && draw(request.requestTimeEpoch));
    if (!isSampled) return others?.startTrace(request);
    const joined = joins && sent === undefined ? joinedHeader(request.headers) : undefined;
    const header = joined ?? parseTraceHeader(request.traceId);
    if (header === undefined) return others?.startTrace(request);
    if (spans !== undefined)
      return new SampledTrace(header, request, others?.trace() ?? new TraceRecorder(terms), { ...sampling, spans });
    request.tracedAs(traceHeaderText({ ...header, parent: spanId(), isSampled: true }));
    return others?.startTrace(request);
  };
}

function joinedHeader(headers: HeaderList): TraceHeader | undefined {
  const traceparent = parseTraceparent(onlyHeader(headers, 'traceparent') ?? '');
  return traceparent && traceHeaderOf(traceparent);
}
