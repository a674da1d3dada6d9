import type { TemporaryCredentials } from './aws-access.ts';
import type { FunctionVersion } from './function-version.ts';
import type { InstanceLender } from './instance-lease.ts';
import type { InvocationRequest, InvocationResult, StreamingResult } from './invocation.ts';

/** Temporary credentials of a function's role. */
export interface FunctionCredentials extends TemporaryCredentials {
  /** The one AWS endpoint at which they are good. */
  readonly endpointUrl: string;
}

/**
 * What a version is run with. How the caller waits (`type`) and whether it may call (`source`, `identity`) have been dealt with before:
 * to the runtime every run is alike.
 */
export type ExecutionRequest = Omit<InvocationRequest, 'type' | 'source' | 'identity'>;

/** Instances of a version that are kept ready. */
export interface ProvisionedInstances {
  /** Those that are there, ready or not yet. */
  readonly allocated: number;
  /** Of them those that have loaded their function. */
  readonly available: number;
  /** Set when they fail while they load it: one sentence for the user. */
  readonly failure?: string;
}

/** What a machine lets functions be kept to; docs/security.md says what each means. */
export interface FunctionContainment {
  /** A view of the file system and of processes that is each instance's own: by the right of root, or in a user namespace. */
  readonly namespaces?: 'root' | 'user';
  /** Whether every instance is a user that nobody else is. */
  readonly users: boolean;
  /** Whether the kernel counts the processes and threads of each instance. */
  readonly countsProcesses: boolean;
  readonly network: 'host' | 'none';
  /**
   * What divides the CPU between instances, in proportion to their memory: control groups of the kernel, of their second or first
   * version; the scheduler's groups of sessions; the niceness of each process; or nothing.
   */
  readonly cpu: 'cgroup2' | 'cgroup1' | 'autogroup' | 'nice' | 'none';
  /** Whether an instance has no more CPU than its memory stands for, even if nobody else wants it. */
  readonly capsCpu: boolean;
  /** Whether the kernel bounds the memory of each instance, beside us who watch it. */
  readonly boundsMemory: boolean;
  /** Why it is not more, a sentence each. */
  readonly missing: readonly string[];
}

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
  /** Instances that gateway workers hand invocations to by themselves. */
  readonly lender: InstanceLender;
  /**
   * Lets a function have so many of the invocations that may run at one time to itself, and no more.
   * @param count undefined for none of its own
   */
  reserve(functionArn: string, count: number | undefined): void;
  /** Invocations that may run at one time, all functions together. */
  readonly maxConcurrency: number;
  /**
   * Keeps so many instances of a version ready from now on; 0 for none any more.
   * @throws when the machine lacks the runtime
   */
  provision(version: FunctionVersion, count: number): Promise<void>;
  /** What has become of that. */
  provisioned(functionArn: string, version: string): ProvisionedInstances;
  /**
   * Ends idle instances of a function whose code or settings changed, and lets busy ones finish.
   * @param version of one version alone
   */
  retire(functionArn: string, version?: string): void;
  /** Ends them for good: the function, or this version of it, is no more; what was reserved or kept ready goes with it. */
  forget(functionArn: string, version?: string): void;
  /** Whether an instance that runs (or starts, or ends) still needs this folder of code. */
  isInUse(codeDirectory: string): boolean;
  /** Says why a runtime cannot run on this machine, in one sentence for the user; undefined when it can. */
  unavailableReason(runtime: string): Promise<string | undefined>;
  /** What functions are kept to here; found out when it is asked for first, or when the first function is started. */
  containment(): Promise<FunctionContainment>;
  /** Lets running invocations finish (bounded by `graceMs`), then ends every instance. */
  close(graceMs: number): Promise<void>;
}
