import type { InvocationRequest, InvocationResult, StreamEnd, StreamingInvoker } from '../../model/index.ts';

/** A function runtime of one function, in the test's own words. */
export type TestFunction = (request: InvocationRequest, signal?: AbortSignal) => Promise<InvocationResult>;

export const noFunctions: TestFunction = async () => ({ kind: 'refused', reason: 'NotFound', message: 'no function' });

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

/** A function's answers as a gateway asks for them; to a caller who takes them as they come, each is one piece. */
export function invokerOf(run: TestFunction): StreamingInvoker {
  return {
    invoke: run,
    async invokeStreaming(request, signal) {
      const result = await run({ ...request, type: 'RequestResponse' }, signal);
      if (result.kind === 'refused') return result;
      return streamed(async function* () {
        yield result.payload;
        return { logTail: '' };
      });
    },
  };
}

/** A function that streams. */
export function streaming(answer: () => AsyncGenerator<string | Uint8Array, StreamEnd, void>): StreamingInvoker {
  return {
    invoke: async () => ({ kind: 'refused', reason: 'InvalidRequest', message: 'It streams.' }),
    invokeStreaming: async () =>
      streamed(async function* () {
        const pieces = answer();
        for (;;) {
          const next = await pieces.next();
          if (next.done) return next.value;
          yield Buffer.from(next.value);
        }
      }),
  };
}

function streamed(body: () => AsyncGenerator<Uint8Array, StreamEnd, void>) {
  return { kind: 'streaming', executedVersion: '$LATEST', contentType: 'text/plain', body: body() } as const;
}

/** The event of one call, read. */
export function eventOf(request: InvocationRequest | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(request?.payload ?? []).toString());
}
