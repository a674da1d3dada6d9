import type { InvocationRequest } from '../../model/index.ts';
import type { TestFunction } from './harness.ts';

/** A function that returns a value, or the text of a payload as it is; it remembers what it was called with. */
export function returning(value: unknown): TestFunction & { readonly calls: InvocationRequest[] } {
  return invoked(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A function that fails with an error object, as Lambda reports it. */
export function failing(
  error: Readonly<Record<string, unknown>>,
): TestFunction & { readonly calls: InvocationRequest[] } {
  return invoked(JSON.stringify(error), 'Unhandled');
}

/** A function that Lambda does not call. */
export function refusing(
  reason: 'NotFound' | 'AccessDenied' | 'TooManyRequests' | 'RequestTooLarge' | 'InvalidRequest' | 'ServiceFailure',
): TestFunction {
  return async () => ({ kind: 'refused', reason, message: `refused: ${reason}` });
}

function invoked(payload: string, functionError?: string): TestFunction & { readonly calls: InvocationRequest[] } {
  const calls: InvocationRequest[] = [];
  const run: TestFunction = async (request) => {
    calls.push(request);
    return {
      kind: 'invoked',
      statusCode: request.type === 'Event' ? 202 : 200,
      payload: request.type === 'Event' ? Buffer.alloc(0) : Buffer.from(payload),
      logTail: '',
      executedVersion: '$LATEST',
      ...(functionError === undefined ? {} : { functionError }),
    };
  };
  return Object.assign(run, { calls });
}

/** The event of one call, read. */
export function eventOf(request: InvocationRequest | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(request?.payload ?? []).toString());
}
