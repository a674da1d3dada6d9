import { configurationError, type MethodOutcome } from '../method/index.ts';
import type { RoutePlan } from './compile-route.ts';
import type { HttpRequest } from './http-request.ts';

/** Takes a request through the guards of its route from a place on, and then to its integration: at once where it can. */
export function runRoute(plan: RoutePlan, request: HttpRequest, from = 0): void {
  for (let place = from; place < plan.guards.length; place++) {
    const verdict = plan.guards[place]?.(request);
    if (verdict === undefined) continue;
    if (!(verdict instanceof Promise)) {
      request.complete(verdict);
      return;
    }
    verdict
      .then((outcome) => (outcome === undefined ? runRoute(plan, request, place + 1) : request.complete(outcome)))
      .catch((error: unknown) => request.complete(defect(error)));
    return;
  }
  integrate(plan, request);
}

function integrate(plan: RoutePlan, request: HttpRequest): void {
  request.context.integrationStarted();
  request.onOutcome((outcome) => {
    request.context.integrationEnded();
    return outcome;
  });
  const outcome = plan.integrate(request);
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

function defect(error: unknown): MethodOutcome {
  const description = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return configurationError(`A defect of the gateway: ${description}`);
}
