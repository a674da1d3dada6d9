import type {
  ExecutionRequest,
  FunctionCredentials,
  FunctionRuntime,
  FunctionVersion,
  InvocationRefusal,
  InvocationResult,
  StreamingResult,
} from '../model/index.ts';
import { createWatch, type FoundContainment, findContainment } from './containment/index.ts';
import { failureOutcome, type InstanceFailure } from './function-errors.ts';
import type { LoggedLine } from './instance-resources.ts';
import { createInterpreters, type Launch } from './interpreters.ts';
import type { InvocationOutcome } from './invocation.ts';
import { createLender, createLoans } from './lending/index.ts';
import { DEFAULTS, LIMITS } from './limits.ts';
import { toResult, toStream } from './results.ts';
import {
  createConcurrency,
  createInstancePool,
  execute,
  type InstanceSource,
  type Throttle,
  usesFolder,
} from './scaling/index.ts';
import { createTemplatesByProgram } from './templates-by-program.ts';
import { toInvocation } from './to-invocation.ts';
import { within } from './within.ts';
import { prepareWorkDirectory, removeWorkDirectory } from './work-directory.ts';

export interface FunctionRuntimeOptions {
  /** The folder of the language bootstraps: `dist/bootstraps`, or `src/functions/bootstraps` in tests. */
  readonly bootstraps: string;
  /** A folder for the instances' temporary files. It is this runtime's alone: what an earlier one left
   * (its processes too, when it was killed) is removed. */
  readonly workDirectory: string;
  /** How far functions are kept from what is not theirs: as far as this machine can (the default), or no further than limits. */
  readonly containment?: 'full' | 'limits';
  /** Which network they have: the machine's (the default), or none, which needs namespaces. */
  readonly network?: 'host' | 'none';
  /** Whether an instance may have more CPU than its memory stands for while nobody else wants it (the default), or never. */
  readonly cpu?: 'share' | 'limit';
  /** Called where functions are other users and see this machine's folders: lets them reach those that are theirs. */
  letOthersThrough?(): Promise<void>;
  /** The folder that holds the code of all functions. */
  readonly codeRoot: string;
  /** The Node.js that runs every `nodejs*` runtime: `process.execPath`. */
  readonly nodePath: string;
  /** Where other interpreters are looked for, in the form of the variable PATH. */
  readonly searchPath: string;
  /** Instances of all functions together; default 100. */
  readonly maxInstances?: number;
  /** After which an instance without work leaves, in milliseconds; default 5 minutes. */
  readonly idleTimeoutMs?: number;
  /** Whether a Node.js process is kept ready for the next instance once there has been one; default true. */
  readonly templates?: boolean;
  /** The init phase's limit in milliseconds; default 10 seconds, as on AWS. */
  readonly initTimeoutMs?: number;
  /**
   * Credentials of the version's role, asked for when an instance starts; instances are replaced before theirs expire. Absent,
   * or undefined for a role that nobody knows: none.
   */
  credentialsOf?(version: FunctionVersion): Promise<FunctionCredentials | undefined>;
  /** Milliseconds since the epoch; fractions make the durations in the log finer. */
  now(): number;
  /** A random UUID, version 4. */
  uuid(): string;
  /** Gets every line of every function's log. */
  onLog?(logged: LoggedLine): void;
}

/** The runtime on child processes of this machine. It starts none before the first invocation. */
export function createFunctionRuntime(options: FunctionRuntimeOptions): FunctionRuntime {
  const interpreters = createInterpreters(options);
  const prepared = prepareWorkDirectory(options.workDirectory);
  let finding: Promise<FoundContainment> | undefined;
  /** It takes some processes to find, so not before somebody asks: whoever starts is ready earlier. */
  const found = () => {
    finding ??= prepared.then(() =>
      findContainment({ containment: 'full', network: 'host', cpu: 'share', ...options }),
    );
    return finding;
  };
  const places = async () => (await found()).containment;
  const templates = createTemplatesByProgram({
    workDirectory: options.workDirectory,
    containment: places,
    idleTimeoutMs: options.idleTimeoutMs ?? DEFAULTS.idleTimeoutMs,
  });
  const pool = createInstancePool(
    {
      maxInstances: options.maxInstances ?? DEFAULTS.maxInstances,
      idleTimeoutMs: options.idleTimeoutMs ?? DEFAULTS.idleTimeoutMs,
      finishingGraceMs: LIMITS.finishingGraceMs,
    },
    {
      bootstraps: options.bootstraps,
      workDirectory: options.workDirectory,
      containment: places,
      templates: (...of) => (options.templates === false ? undefined : templates.of(...of)),
      watch: createWatch(),
      credentialsOf: async (version) => options.credentialsOf?.(version),
      now: options.now,
      uuid: options.uuid,
      onLog: options.onLog ?? (() => undefined),
    },
  );
  const maxConcurrency = options.maxInstances ?? DEFAULTS.maxInstances;
  const concurrency = createConcurrency(maxConcurrency);
  const running = new Map<Promise<unknown>, FunctionVersion>();
  let closed = false;

  const loans = createLoans();
  const source = { pool, initTimeoutMs: options.initTimeoutMs ?? LIMITS.initTimeoutMs };
  const recall: InstanceSource['recall'] = (matches) => loans.recall(matches, undefined);

  const launchOf = async ({ runtime }: FunctionVersion): Promise<Launch | InvocationRefusal> => {
    const problem = (await prepared) ?? (await found()).forbidden;
    if (problem !== undefined) return serviceFailure(problem);
    const lookup = await interpreters.find(runtime);
    return 'unavailable' in lookup ? serviceFailure(lookup.unavailable) : lookup.launch;
  };
  /** What is lent counts as running; what of it runs nothing is called back before anybody is refused. */
  const take = async ({ arn }: FunctionVersion): Promise<InvocationRefusal | undefined> => {
    if (closed) return serviceFailure('The function runtime is shutting down.');
    const throttle = concurrency.take(arn);
    if (throttle === undefined) return undefined;
    const isOwn = throttle === 'ReservedFunctionConcurrentInvocationLimitExceeded';
    const areBack = await recall((other) => !isOwn || other.arn === arn);
    const still = areBack ? concurrency.take(arn) : throttle;
    return still && throttled(still);
  };

  const run = async (
    version: FunctionVersion,
    request: ExecutionRequest,
    streams: boolean,
  ): Promise<InvocationOutcome | InvocationRefusal> => {
    const launch = await launchOf(version);
    if (launch.kind === 'refused') return launch;
    const invocation = toInvocation(request, streams, options);
    const outcome = await execute({ ...source, recall }, version, launch, invocation);
    return outcome === 'throttled' ? throttled('ConcurrentInvocationLimitExceeded') : outcome;
  };

  /** Runs, and counts as running until the function has ended its answer. */
  const start = async (version: FunctionVersion, request: ExecutionRequest, streams: boolean, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    let taken = false;
    const begin = async () => {
      const refusal = await take(version);
      taken = refusal === undefined;
      return refusal ?? run(version, request, streams);
    };
    const outcome = begin();
    const over = outcome.then((begun) => (begun.kind === 'stream' ? begun.ended : undefined));
    running.set(over, version);
    const done = () => {
      running.delete(over);
      if (taken) concurrency.release(version.arn);
    };
    void over.then(done, done);
    if (signal === undefined) return outcome;
    // Whoever gave up before an answer began does not read it.
    void outcome.then(async (begun) => {
      if (signal.aborted && begun.kind === 'stream') await begun.body.return?.();
    });
    return unlessAborted(outcome, signal);
  };

  /** What has been called and is not there yet leaves, too, when it has finished. */
  const retire: FunctionRuntime['retire'] = (functionArn, version) => {
    pool.retire(functionArn, version);
    for (const [over, { arn, version: own, revisionId }] of running) {
      if (arn !== functionArn || (version !== undefined && version !== own)) continue;
      const again = () => pool.retire(arn, own, revisionId);
      void over.then(again, again);
    }
  };

  const lender = createLender({
    loans,
    source,
    launchOf,
    take,
    release: ({ arn }) => concurrency.release(arn),
    throttled: throttled('ConcurrentInvocationLimitExceeded'),
  });

  return {
    async invoke(version, request, signal): Promise<InvocationResult> {
      const outcome = await start(version, request, false, signal);
      return outcome.kind === 'refused' ? outcome : toResult(outcome, version);
    },
    async invokeStreaming(version, request, signal): Promise<StreamingResult> {
      const outcome = await start(version, request, true, signal);
      return outcome.kind === 'refused' ? outcome : toStream(outcome, version);
    },
    lender: {
      ...lender,
      lend(version, requestId, borrower, exhausted) {
        const lending = lender.lend(version, requestId, borrower, exhausted);
        running.set(lending, version);
        const done = () => void running.delete(lending);
        void lending.then(done, done);
        return lending;
      },
    },
    maxConcurrency,
    reserve: concurrency.reserve,
    async provision(version, count) {
      const problem = (await prepared) ?? (await found()).forbidden;
      const lookup = await interpreters.find(version.runtime);
      if (problem !== undefined) throw new Error(problem);
      if ('unavailable' in lookup) throw new Error(lookup.unavailable);
      pool.keepReady({ ...version, initializationType: 'provisioned-concurrency' }, lookup.launch, count);
    },
    provisioned(functionArn, version) {
      const { allocated, available, failure } = pool.readiness(functionArn, version);
      return { allocated, available, ...(failure && { failure: failureText(failure) }) };
    },
    retire,
    forget(functionArn, version) {
      pool.forget(functionArn, version);
      if (version === undefined) concurrency.reserve(functionArn, undefined);
      retire(functionArn, version);
    },
    isInUse(codeDirectory) {
      const wanted = [...running.values()].some((version) => usesFolder(version, codeDirectory));
      return wanted || pool.isInUse(codeDirectory);
    },
    async unavailableReason(runtime) {
      const lookup = await interpreters.find(runtime);
      return 'unavailable' in lookup ? lookup.unavailable : undefined;
    },
    async containment() {
      const { containment, missing } = await found();
      return { ...containment.abilities, missing };
    },
    async close(graceMs) {
      closed = true;
      await within(Promise.allSettled(running.keys()), graceMs);
      await Promise.all([pool.close(), templates.close()]);
      (await finding)?.containment.close();
      await removeWorkDirectory(options.workDirectory);
    },
  };
}

/** Recorded: `test_lambda_concurrency_invoke`. */
function throttled(throttle: Throttle): InvocationRefusal {
  return { kind: 'refused', reason: 'TooManyRequests', message: 'Rate Exceeded.', throttle };
}

function failureText(failure: InstanceFailure): string {
  const { payload, line } = failureOutcome(failure, '');
  return line ?? Buffer.from(payload).toString('utf8');
}

function serviceFailure(message: string): InvocationRefusal {
  return { kind: 'refused', reason: 'ServiceFailure', message };
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
