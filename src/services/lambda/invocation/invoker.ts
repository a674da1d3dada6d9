import type {
  ExecutionRequest,
  FunctionLender,
  InvocationRefusal,
  InvocationRequest,
  InvocationResult,
  InvocationType,
  StreamingInvoker,
} from '../../../model/index.ts';
import type { RefuseInvocation } from '../access/index.ts';
import type { EventQueue } from '../events/index.ts';
import { LIMITS } from '../limits.ts';
import { allowsInvocation } from '../permissions/index.ts';
import { type Executor, functionMissing, refused } from './execute.ts';

/** What a function gets that is invoked without a payload. */
const EMPTY_EVENT = Buffer.from('{}');

/**
 * The one door through which functions are invoked, for API Gateway and for the `Invoke` operation.
 * @param refuse asked where the call is made by somebody with rights of his own
 * @param uuid names a call that comes without an id
 */
export function createInvoker(
  executor: Executor,
  events: EventQueue,
  refuse: RefuseInvocation,
  uuid: () => string,
): StreamingInvoker & Pick<FunctionLender, 'lend'> {
  /** What is to be run, and what it is to run; or why nothing is. */
  const admit = async (type: InvocationType, { source, identity, ...request }: Omit<InvocationRequest, 'type'>) => {
    const payload = request.payload.byteLength === 0 ? EMPTY_EVENT : request.payload;
    const execution: ExecutionRequest & { readonly requestId: string } = {
      ...request,
      payload,
      requestId: request.requestId ?? uuid(),
    };
    const tooLarge = refuseSize(type, payload.byteLength);
    if (tooLarge !== undefined) return tooLarge;
    const found = await executor.find(request.functionArn);
    if (found === undefined) return functionMissing(request.functionArn);
    if (source !== undefined && !allowsInvocation(found.resolved.statements, source)) {
      return refused('AccessDenied', `${source.principal} is not authorized to invoke ${request.functionArn}.`);
    }
    const refusal = identity && (await refuse(identity, request.functionArn, found.resolved.statements));
    if (refusal !== undefined) return refused('AccessDenied', refusal);
    return { kind: 'admitted', found, execution } as const;
  };

  /** Answered when the event is on the disk. */
  const enqueue = async (execution: ExecutionRequest & { readonly requestId: string }): Promise<InvocationResult> => {
    try {
      return (await events.add(execution)) ? accepted(202) : refused('TooManyRequests', 'Rate Exceeded.');
    } catch (error) {
      return refused('ServiceFailure', `The event cannot be kept: ${String(error)}`);
    }
  };

  return {
    async invoke({ type, ...request }, signal) {
      const admitted = await admit(type, request);
      if (admitted.kind === 'refused') return admitted;
      const { found, execution } = admitted;
      if (type === 'DryRun') return accepted(204);
      if (type === 'Event') return enqueue(execution);
      return executor.run(found, execution, signal);
    },
    async lend(request, borrower) {
      const admitted = await admit('RequestResponse', { ...request, payload: EMPTY_EVENT });
      if (admitted.kind === 'refused') return { kind: 'answered', result: admitted };
      return executor.lend(admitted.found, request, borrower);
    },
    async invokeStreaming(request, signal) {
      const admitted = await admit('RequestResponse', request);
      if (admitted.kind === 'refused') return admitted;
      return executor.stream(admitted.found, admitted.execution, signal);
    },
  };
}

/** The operation is named as in AWS's own refusals. */
function refuseSize(type: InvocationType, bytes: number): InvocationRefusal | undefined {
  const [limit, operation] =
    type === 'Event' ? [LIMITS.asyncPayloadBytes, 'InvokeAsync'] : [LIMITS.syncPayloadBytes, 'Invoke'];
  if (bytes <= limit) return undefined;
  return refused('RequestTooLarge', `Request must be smaller than ${limit} bytes for the ${operation} operation`);
}

function accepted(statusCode: 202 | 204): InvocationResult {
  return { kind: 'invoked', statusCode, payload: new Uint8Array(), logTail: '', executedVersion: '$LATEST' };
}
