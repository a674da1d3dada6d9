import type { ExecutionRequest, InvocationRefusal, InvocationResult, StreamingResult } from '../../../model/index.ts';
import type { LambdaContext } from '../context.ts';
import { type FunctionDocument, findFunction, toVersion } from '../function-document.ts';
import { type FunctionReference, referenceOf } from '../function-name.ts';

/** A function as it is stored now, and the name that it was asked for by. */
interface FoundFunction {
  readonly document: FunctionDocument;
  readonly reference: FunctionReference;
}

/** Finds functions by ARN and runs them. */
export interface Executor {
  /** Reads the document each time, so that whoever has been told of a change finds it in force. */
  find(arn: string): Promise<FoundFunction | undefined>;
  run(found: FoundFunction, execution: ExecutionRequest, signal?: AbortSignal): Promise<InvocationResult>;
  /** As above, for a caller who takes the answer as it comes. */
  stream(found: FoundFunction, execution: ExecutionRequest, signal?: AbortSignal): Promise<StreamingResult>;
}

export function createExecutor({ store, runtime, code }: LambdaContext): Executor {
  return {
    async find(arn) {
      const reference = referenceOf(arn);
      const document = reference && (await findFunction(store, reference));
      return reference && document && { reference, document };
    },
    run({ document, reference }, execution, signal) {
      return runtime.invoke(toVersion(document, reference, code.directory), execution, signal);
    },
    stream({ document, reference }, execution, signal) {
      return runtime.invokeStreaming(toVersion(document, reference, code.directory), execution, signal);
    },
  };
}

export function refused(reason: InvocationRefusal['reason'], message: string): InvocationRefusal {
  return { kind: 'refused', reason, message };
}

export function functionMissing(arn: string): InvocationRefusal {
  return refused('NotFound', `Function not found: ${arn}`);
}
