import type { InvocationRequest, InvocationResult } from './invocation.ts';

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

/** The Lambda-compatible runtime: child processes that execute functions. */
export interface FunctionRuntime {
  /** Runs `version` with the payload, on a warm instance or on a new one. Permission has been checked by the caller. */
  invoke(version: FunctionVersion, request: InvocationRequest, signal?: AbortSignal): Promise<InvocationResult>;
  /** Ends idle instances of a function whose code or settings changed, and lets busy ones finish. */
  retire(functionArn: string): void;
  /** Says why a runtime cannot run on this machine, in one sentence for the user; undefined when it can. */
  unavailableReason(runtime: string): Promise<string | undefined>;
  /** Lets running invocations finish (bounded by `graceMs`), then ends every instance. */
  close(graceMs: number): Promise<void>;
}
