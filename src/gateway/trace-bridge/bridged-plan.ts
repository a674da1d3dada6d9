import type { Exchange } from '../../http/index.ts';
import type { TracingTerms } from '../../model/index.ts';
import type { StagePlan } from '../gateway.ts';
import type { IdSource, StageRuntime } from '../request-context/index.ts';
import { BridgedExchange } from './bridged-exchange.ts';

/** A plan that gets requests with both headers. */
export function bridgedPlan({ ref, handle }: StagePlan, ids: IdSource): StagePlan {
  return { ref, handle: (exchange, address) => handle(new BridgedExchange(exchange, ids), address) };
}

/** What a stage's requests share so that a span of theirs gets into both headers; nothing where there is no bridge. */
export function bridgeOf(tracing: TracingTerms | undefined): Pick<StageRuntime, 'traced'> {
  return tracing?.traceparent === 'bridge' ? { traced } : {};
}

function traced(exchange: Exchange, traceId: string): void {
  if (exchange instanceof BridgedExchange) exchange.tracedAs(traceId);
}
