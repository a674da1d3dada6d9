import { RECENT_LIMITS, TRACED_BODY_BYTES } from '../limits.ts';
import type { RequestContext, StageFacts } from '../request-context/index.ts';
import { type StartTrace, type TimedEvent, TraceRecorder, type TraceTerms } from '../tracing/index.ts';
import { Allowance } from './allowance.ts';
import { explainRequest } from './explain-request.ts';
import type { RecentRequests } from './recent-requests.ts';

/** What is kept of bodies where nobody wants more: the beginning of those that tell what went wrong. */
export const FEW_BODIES: Pick<TraceTerms, 'maxBytes' | 'tellingOnly'> = {
  maxBytes: TRACED_BODY_BYTES,
  tellingOnly: true,
};

/** What of the process it takes to remember requests. */
interface Remembering {
  readonly recent: RecentRequests;
  nowMs(): number;
}

/** Who wants to know of the requests to a stage, so that they can be remembered. */
interface Remembered {
  readonly startTrace: StartTrace;
  /** A trace that they are told of, whether they asked for it or not. */
  trace(): TraceRecorder;
  /** Told of every request that is over. */
  observe(context: RequestContext): void;
}

/**
 * Traces some requests a second of a stage, so that those that are remembered can tell of their phases, and remembers others
 * that fail by what is known of them without: a busy stage must not pay for traces that nobody will see.
 * @param bodies how much is kept of bodies
 * @param onEnd told of every trace that is over; with it every request is traced
 * @returns undefined where nobody wants to know of requests
 */
export function rememberRequests(
  facts: StageFacts,
  { recent, nowMs }: Remembering,
  bodies: Pick<TraceTerms, 'maxBytes' | 'tellingOnly'>,
  onEnd?: TraceTerms['onEnd'],
): Remembered | undefined {
  const memory = recent.of(facts.apiId, facts.stage);
  if (onEnd === undefined && memory === undefined) return undefined;
  const terms: TraceTerms = {
    nowMs,
    ...bodies,
    onEnd(recorder, request) {
      onEnd?.(recorder, request);
      if (memory?.wants(request.status)) memory.keep(explainRequest(recorder.events, request, facts));
    },
  };
  const traced = new Allowance(RECENT_LIMITS.tracedPerSecond);
  const trace = (): TraceRecorder => new TraceRecorder(terms);
  return {
    trace,
    startTrace: onEnd ? trace : ({ requestTimeEpoch }) => (traced.take(requestTimeEpoch) ? trace() : undefined),
    observe(context) {
      if (context.status < 400 || context.trace !== undefined || !memory?.wants(context.status)) return;
      memory.keep(explainRequest(eventsWithout(context), context, facts));
    },
  };
}

/** What is known of a request that was not traced. */
function eventsWithout({ failure, status, latencyMs }: RequestContext): readonly TimedEvent[] {
  if (failure === undefined) return [];
  const event = { kind: 'failed', failure, status, headers: [], body: Buffer.alloc(0) } as const;
  return [{ atMs: latencyMs, event, body: undefined, input: undefined }];
}
