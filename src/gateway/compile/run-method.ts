import type { MethodOutcome, MethodRequest } from '../method/index.ts';
import { configurationError } from '../method/index.ts';
import { sendOutcome } from '../pipeline/index.ts';
import type { MethodPlan } from './compile-method.ts';

/** Takes a request through the phases of its method's plan. */
export function runMethod(plan: MethodPlan, request: MethodRequest, report: (detail: string) => void): void {
  const { exchange, context } = request;
  for (const guard of plan.guards) {
    const failure = guard(request);
    if (failure === undefined) continue;
    sendOutcome(exchange, context, failure, report);
    return;
  }
  const outcome = plan.integration.invoke(request);
  if (!(outcome instanceof Promise)) {
    sendOutcome(exchange, context, outcome, report);
    return;
  }
  outcome
    .catch((error: unknown): MethodOutcome => configurationError(`A defect of the gateway: ${describe(error)}`))
    .then((settled) => sendOutcome(exchange, context, settled, report));
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
