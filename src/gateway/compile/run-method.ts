import type { MethodOutcome, MethodRequest } from '../method/index.ts';
import { configurationError } from '../method/index.ts';
import { sendOutcome } from '../pipeline/index.ts';
import type { MethodPlan } from './compile-method.ts';

/** Takes a request through the phases of its method's plan. */
export function runMethod(plan: MethodPlan, request: MethodRequest, report: (detail: string) => void): void {
  passGuards(plan, 0, request, report);
}

/** Asks the guards from one on; where one must wait, the rest goes on when it knows. */
function passGuards(plan: MethodPlan, from: number, request: MethodRequest, report: (detail: string) => void): void {
  const { exchange, context } = request;
  for (let index = from; index < plan.guards.length; index++) {
    const failure = plan.guards[index]?.(request);
    if (failure === undefined) continue;
    if (failure instanceof Promise) {
      failure
        .catch((error: unknown) => configurationError(`A defect of the gateway: ${describe(error)}`))
        .then((settled) => {
          if (settled === undefined) passGuards(plan, index + 1, request, report);
          else sendOutcome(exchange, context, settled, report);
        })
        .catch((error: unknown) => report(`A defect of the gateway: ${describe(error)}`));
      return;
    }
    sendOutcome(exchange, context, failure, report);
    return;
  }
  invokeIntegration(plan, request, report);
}

function invokeIntegration(plan: MethodPlan, request: MethodRequest, report: (detail: string) => void): void {
  const { exchange, context } = request;
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
