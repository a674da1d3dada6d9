import type {
  FunctionVersion,
  InvocationResult,
  InvocationSuccess,
  StreamEnd,
  StreamedInvocation,
  StreamingResult,
} from '../model/index.ts';
import type { InvocationOutcome } from './invocation.ts';

/** What a caller gets who waits for the whole answer. @throws for one that is streamed, which only a caller gets who asked for it */
export function toResult(outcome: InvocationOutcome, { version }: Pick<FunctionVersion, 'version'>): InvocationResult {
  if (outcome.kind === 'stream') throw new Error('An answer is streamed to a caller who takes it as a whole.');
  const { payload, functionError, logTail } = outcome;
  return { kind: 'invoked', statusCode: 200, executedVersion: version, payload, functionError, logTail };
}

/** What a caller gets who takes an answer as it comes; one that came as a whole is one piece. */
export function toStream(
  outcome: InvocationOutcome,
  { version }: Pick<FunctionVersion, 'version'>,
): StreamedInvocation {
  if (outcome.kind === 'whole') {
    return { kind: 'streaming', executedVersion: version, contentType: 'application/json', body: onePiece(outcome) };
  }
  const { contentType, body } = outcome;
  return { kind: 'streaming', executedVersion: version, contentType, body };
}

/** A whole answer, or a refusal, for whoever takes answers as they come. */
export function streamOf(result: InvocationResult): StreamingResult {
  if (result.kind === 'refused') return result;
  const { executedVersion } = result;
  return { kind: 'streaming', executedVersion, contentType: 'application/json', body: onePiece(result) };
}

async function* onePiece({
  payload,
  functionError,
  logTail,
}: Pick<InvocationSuccess, 'payload' | 'functionError' | 'logTail'>): AsyncGenerator<Uint8Array, StreamEnd, void> {
  if (functionError === undefined) {
    yield payload;
    return { logTail };
  }
  return { error: { code: functionError, details: Buffer.from(payload).toString('utf8') }, logTail };
}
