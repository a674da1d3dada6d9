import type {
  Borrowed,
  Borrower,
  BorrowRequest,
  ExecutionRequest,
  FunctionVersion,
  InvocationRefusal,
  InvocationResult,
  StreamingResult,
} from '../../../model/index.ts';
import { localRevision } from '../code/index.ts';
import type { LambdaContext } from '../context.ts';
import { toVersion } from '../function-document.ts';
import { type FunctionReference, referenceOf } from '../function-name.ts';
import { type ResolvedFunction, resolveFunction } from '../resolve.ts';

/** A function as it is stored now, and the name that it was asked for by. */
interface FoundFunction {
  readonly resolved: ResolvedFunction;
  readonly reference: FunctionReference;
}

/** Finds functions by ARN and runs them. */
export interface Executor {
  /** Reads the document each time, so that whoever has been told of a change finds it in force. */
  find(arn: string): Promise<FoundFunction | undefined>;
  run(found: FoundFunction, execution: ExecutionRequest, signal?: AbortSignal): Promise<InvocationResult>;
  /** As above, for a caller who takes the answer as it comes. */
  stream(found: FoundFunction, execution: ExecutionRequest, signal?: AbortSignal): Promise<StreamingResult>;
  /** Lends an instance of it, where each of its calls would run the same. */
  lend(found: FoundFunction, request: BorrowRequest, borrower: Borrower): Promise<Borrowed>;
}

export function createExecutor({ store, runtime, code, random }: LambdaContext): Executor {
  const versionOf = ({ resolved: { state }, reference }: FoundFunction): FunctionVersion | Promise<FunctionVersion> => {
    const version = toVersion(state, reference, code.directory);
    const { localFolder } = state.code;
    if (localFolder === undefined) return version;
    // Code that is run where it lies is another when a file of it has changed.
    return localRevision(localFolder).then((revision) => ({
      ...version,
      revisionId: `${version.revisionId}/${revision}`,
    }));
  };

  return {
    async find(arn) {
      const reference = referenceOf(arn);
      const resolved = reference && (await resolveFunction(store, reference, random()));
      return reference && resolved && { reference, resolved };
    },
    async run(found, execution, signal) {
      return runtime.invoke(await versionOf(found), execution, signal);
    },
    async stream(found, execution, signal) {
      return runtime.invokeStreaming(await versionOf(found), execution, signal);
    },
    async lend(found, { requestId, exhausted }, borrower) {
      const { state, alias } = found.resolved;
      if (state.code.localFolder !== undefined || alias?.weights !== undefined) return { kind: 'unlendable' };
      return runtime.lender.lend(await versionOf(found), requestId, borrower, exhausted);
    },
  };
}

export function refused(reason: InvocationRefusal['reason'], message: string): InvocationRefusal {
  return { kind: 'refused', reason, message };
}

export function functionMissing(arn: string): InvocationRefusal {
  return refused('NotFound', `Function not found: ${arn}`);
}
