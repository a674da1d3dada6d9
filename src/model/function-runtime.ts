import type { InvocationRequest, InvocationResult, StreamingResult } from './invocation.ts';

/** One version of a function as the runtime needs it: complete and immutable; a change of code or settings makes another. */
export interface FunctionVersion {
  /** `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, without qualifier. */
  readonly arn: string;
  readonly functionName: string;
  /** `$LATEST` or a number. */
  readonly version: string;
  /** Changes with every update of code or configuration: instances of an older revision take no further invocation. */
  readonly revisionId: string;
  readonly runtime: string;
  readonly handler: string;
  /** The folder that holds the unpacked code. */
  readonly codeDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memorySizeMb: number;
  readonly timeoutMs: number;
  readonly region: string;
  readonly accountId: string;
}

/**
 * What a version is run with. How the caller waits (`type`) and whether it may call (`source`) have been dealt with before:
 * to the runtime every run is alike.
 */
export type ExecutionRequest = Omit<InvocationRequest, 'type' | 'source'>;

/** The Lambda-compatible runtime: child processes that execute functions. */
export interface FunctionRuntime {
  /**
   * Runs `version` with the payload, on a warm instance or on a new one, and waits for its answer.
   * @returns status 200 (with `functionError` when the function failed), or a refusal: `TooManyRequests` when no further
   *   instance may start, `ServiceFailure` when the machine lacks the runtime
   * @throws the signal's reason when `signal` aborts; the function then runs on, unheard
   */
  invoke(version: FunctionVersion, request: ExecutionRequest, signal?: AbortSignal): Promise<InvocationResult>;
  /** Runs `version` as above, and waits for its answer to begin; one that does not stream is one piece. */
  invokeStreaming(version: FunctionVersion, request: ExecutionRequest, signal?: AbortSignal): Promise<StreamingResult>;
  /** Ends idle instances of a function whose code or settings changed, and lets busy ones finish. */
  retire(functionArn: string): void;
  /** Whether an instance that runs (or starts, or ends) still needs this folder of code. */
  isInUse(codeDirectory: string): boolean;
  /** Says why a runtime cannot run on this machine, in one sentence for the user; undefined when it can. */
  unavailableReason(runtime: string): Promise<string | undefined>;
  /** Lets running invocations finish (bounded by `graceMs`), then ends every instance. */
  close(graceMs: number): Promise<void>;
}
