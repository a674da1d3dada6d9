import type {
  ExplainedRequest,
  ExplainedStep,
  ExplainedValue,
  RequestSummary,
  ServedRequest,
} from '../../model/index.ts';
import type { StageFacts } from '../request-context/index.ts';
import type { KeptBody, TimedEvent } from '../tracing/index.ts';
import { requestStep, routingSteps } from './routing-steps.ts';
import { stepOf } from './step-of.ts';

/**
 * Explains a request whose trace is over.
 * @param passed the body of an answer that passed through, where it is known
 */
export function explainRequest(
  events: readonly TimedEvent[],
  request: ServedRequest,
  facts: StageFacts,
  passed?: KeptBody,
): ExplainedRequest {
  const summary = summaryOf(events, request, facts);
  const isRouted = events.some(({ event }) => event.kind === 'routed');
  const steps = events.flatMap((timed): readonly ExplainedStep[] => {
    const { event, atMs } = timed;
    const known = event.kind === 'answered' && timed.body === undefined ? { ...timed, body: passed } : timed;
    const found = event.kind === 'routed' ? routingSteps(event, summary) : [stepOf(known)];
    return found.filter((step) => step !== undefined).map((step) => ({ atMs: rounded(atMs), ...step }));
  });
  const all = isRouted ? steps : [{ atMs: 0, ...requestStep(summary) }, ...steps];
  return { ...summary, extendedRequestId: request.extendedRequestId, steps: all };
}

function summaryOf(
  events: readonly TimedEvent[],
  request: ServedRequest,
  { apiId, stage, isCanaryRequest }: StageFacts,
): RequestSummary {
  const failed = events.map(({ event }) => event).findLast((event) => event.kind === 'failed');
  const { requestId, requestTimeEpoch, sourceIp, httpMethod, path, resourcePath, status, latencyMs, apiKey } = request;
  return {
    requestId,
    apiId,
    stage,
    requestTimeEpoch,
    sourceIp,
    httpMethod,
    path,
    ...(resourcePath !== undefined && { resourcePath }),
    status,
    latencyMs: rounded(latencyMs),
    ...(failed && { responseType: failed.failure.type }),
    ...(isCanaryRequest !== undefined && { isCanaryRequest }),
    ...(apiKey !== undefined && { apiKeyId: apiKey.apiKeyId }),
  };
}

/** To microseconds. */
function rounded(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}

/** The same for those who may not see what was in it: of bodies, their lengths. */
export function withoutBodies(request: ExplainedRequest): ExplainedRequest {
  const hidden = (value: ExplainedValue): ExplainedValue =>
    typeof value === 'object' && 'bytes' in value ? { bytes: value.bytes } : value;
  return {
    ...request,
    steps: request.steps.map((step) => ({
      ...step,
      facts: Object.fromEntries(Object.entries(step.facts).map(([name, value]) => [name, hidden(value)])),
    })),
  };
}
