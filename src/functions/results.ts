import type { FunctionVersion, InvocationResult, StreamEnd, StreamedInvocation } from '../model/index.ts';
import type { InvocationOutcome, WholeOutcome } from './invocation.ts';

/** What a caller gets who waits for the whole answer. @throws for one that is streamed, which only a caller gets who asked for it */
export function toResult(outcome: InvocationOutcome, { version }: FunctionVersion): InvocationResult {
  if (outcome.kind === 'stream') throw new Error('An answer is streamed to a caller who takes it as a whole.');
  const { payload, functionError, logTail } = outcome;
  return {
    kind: 'invoked',
    statusCode: 200,
    executedVersion: version,
    payload,
    ...(functionError && { functionError }),
    logTail,
  };
}

/** What a caller gets who takes an answer as it comes; one that came as a whole is one piece. */
export function toStream(outcome: InvocationOutcome, { version }: FunctionVersion): StreamedInvocation {
  if (outcome.kind === 'whole') {
    return { kind: 'streaming', executedVersion: version, contentType: 'application/json', body: onePiece(outcome) };
  }
  const { contentType, body } = outcome;
  return { kind: 'streaming', executedVersion: version, contentType, body };
}

async function* onePiece({
  payload,
  functionError,
  logTail,
}: WholeOutcome): AsyncGenerator<Uint8Array, StreamEnd, void> {
  if (functionError === undefined) {
    yield payload;
    return { logTail };
  }
  return { error: { code: functionError, details: Buffer.from(payload).toString('utf8') }, logTail };
}
