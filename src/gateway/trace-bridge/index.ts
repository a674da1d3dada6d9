/**
 * Between the trace headers of two worlds, where the operator wants it: a stage's plan gets each request with both
 * `X-Amzn-Trace-Id` and `traceparent`, and passes both on. Elsewhere nothing of this is on a request's way.
 */
export { bridgedPlan, bridgeOf } from './bridged-plan.ts';
