import { TRACED_BODY_BYTES } from '../limits.ts';
import type { StageFacts } from '../request-context/index.ts';
import { type StartTrace, TraceRecorder, type TraceTerms } from '../tracing/index.ts';
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

/**
 * Traces the requests of a stage so that they can be remembered.
 * @param bodies how much is kept of bodies
 * @param onEnd told of every trace that is over, too
 * @returns undefined where nobody wants to know of requests
 */
export function rememberRequests(
  facts: StageFacts,
  { recent, nowMs }: Remembering,
  bodies: Pick<TraceTerms, 'maxBytes' | 'tellingOnly'>,
  onEnd?: TraceTerms['onEnd'],
): StartTrace | undefined {
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
  return () => new TraceRecorder(terms);
}
