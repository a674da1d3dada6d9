import type { GatewayFailure } from '../gateway-responses/index.ts';
import {
  type Abandoned,
  type Complete,
  configurationError,
  type MethodOutcome,
  type MethodRequest,
} from '../method/index.ts';
import { compressed, sendOutcome } from '../pipeline/index.ts';
import type { MethodPlan } from './compile-method.ts';

/** Takes a request through the phases of its method's plan. */
export function runMethod(plan: MethodPlan, request: MethodRequest): void {
  runGuards(plan, request, 0);
}

/** The guards from a place on, and then the integration: in the same turn, unless a guard has to wait. */
function runGuards(plan: MethodPlan, request: MethodRequest, from: number): void {
  const { exchange, context } = request;
  for (let place = from; place < plan.guards.length; place++) {
    const verdict = plan.guards[place]?.(request);
    if (!(verdict instanceof Promise)) tellGuarded(plan, request, place, verdict);
    if (verdict === undefined) continue;
    if (!(verdict instanceof Promise)) {
      sendOutcome(exchange, context, verdict);
      return;
    }
    verdict
      .then((failure) => {
        tellGuarded(plan, request, place, failure);
        if (failure === undefined) runGuards(plan, request, place + 1);
        else sendOutcome(exchange, context, failure);
      })
      .catch((error: unknown) => sendOutcome(exchange, context, defect(error)));
    return;
  }
  integrate(plan, request);
}

function tellGuarded(
  { phases }: MethodPlan,
  { context }: MethodRequest,
  place: number,
  verdict: GatewayFailure | Abandoned | undefined,
): void {
  const failure = verdict?.kind === 'failure' ? verdict : undefined;
  context.trace?.record({ kind: 'guarded', phase: phases[place] ?? '', failure });
}

function integrate(plan: MethodPlan, request: MethodRequest): void {
  request.context.integrationStarted();
  const outcome = plan.integration.invoke(request);
  if (!(outcome instanceof Promise)) {
    if (outcome.kind !== 'pending') request.complete(outcome);
    return;
  }
  outcome.then(
    (settled) => {
      if (settled.kind !== 'pending') request.complete(settled);
    },
    (error: unknown) => request.complete(defect(error)),
  );
}

/**
 * What ends every request of a stage that came as far as its integration.
 * @param minimumCompressionSize the API's, in bytes; undefined for an API that compresses nothing
 */
export function compileCompletion(minimumCompressionSize: number | undefined): Complete {
  if (minimumCompressionSize === undefined) return completeRequest;
  return (request, outcome) => {
    request.context.integrationEnded();
    const ready = compressed(outcome, request, minimumCompressionSize);
    if (!(ready instanceof Promise)) sendOutcome(request.exchange, request.context, ready);
    else ready.catch(defect).then((settled) => sendOutcome(request.exchange, request.context, settled));
  };
}

function completeRequest(request: MethodRequest, outcome: MethodOutcome): void {
  request.context.integrationEnded();
  sendOutcome(request.exchange, request.context, outcome);
}

function defect(error: unknown): MethodOutcome {
  const description = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return configurationError(`A defect of the gateway: ${description}`);
}
