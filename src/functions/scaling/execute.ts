import type { FunctionVersion } from '../../model/index.ts';
import type { Instance } from '../instance.ts';
import type { Launch } from '../interpreters.ts';
import type { Invocation, InvocationOutcome, WholeOutcome } from '../invocation.ts';
import { within } from '../within.ts';
import type { InstancePool } from './instance-pool.ts';

/** Where instances come from. */
export interface InstanceSource {
  readonly pool: InstancePool;
  /** Calls back instances that are lent and run nothing; resolves with whether there may be one more now. */
  recall(matches: (version: FunctionVersion) => boolean): Promise<boolean>;
  readonly initTimeoutMs: number;
}

/** An instance that waits for work, and what it may take for the first. */
interface Obtained {
  readonly kind: 'instance';
  readonly instance: Instance;
  readonly timeoutMs: number;
}

/** Runs an invocation on a warm instance or on a new one; `throttled` when no more instances may be started. */
export async function execute(
  source: InstanceSource,
  version: FunctionVersion,
  launch: Launch,
  invocation: Invocation,
): Promise<InvocationOutcome | 'throttled'> {
  const obtained = await obtain(source, version, launch, invocation.requestId);
  if (obtained === 'throttled' || obtained.kind === 'whole') return obtained;
  return obtained.instance.run(invocation, obtained.timeoutMs);
}

/**
 * Finds a warm instance, or starts one.
 * @param requestId of the invocation that it is for
 * @returns the invocation's outcome when there is none because the function cannot be loaded
 */
export async function obtain(
  source: InstanceSource,
  version: FunctionVersion,
  launch: Launch,
  requestId: string,
): Promise<Obtained | WholeOutcome | 'throttled'> {
  const { pool, initTimeoutMs } = source;
  const warm = (await pool.takeWarm(version)) ?? (await takeLent(source, version));
  if (warm !== undefined) return { kind: 'instance', instance: warm, timeoutMs: version.timeoutMs };

  const start = () => pool.start(version, launch, requestId);
  const first = start() ?? ((await source.recall(() => true)) ? start() : undefined);
  if (first === undefined) return 'throttled';
  const failure = await within(first.initialised, initTimeoutMs);
  if (failure !== 'timeout') return ready(first, failure, requestId, version.timeoutMs);

  // As on AWS, an init phase that takes too long is begun again, now on the function's own time.
  pool.end(first);
  const second = start();
  if (second === undefined) return 'throttled';
  const began = performance.now();
  const outcome = await within(second.initialised, version.timeoutMs);
  if (outcome === 'timeout') {
    pool.end(second);
    return second.timedOutBefore(requestId);
  }
  return ready(second, outcome, requestId, version.timeoutMs - (performance.now() - began));
}

/** One that another process has and does not use; it is nearer than a new one. */
async function takeLent({ pool, recall }: InstanceSource, { arn, version, revisionId }: FunctionVersion) {
  const isBack = await recall(
    (other) => other.arn === arn && other.version === version && other.revisionId === revisionId,
  );
  return isBack ? pool.takeWarm({ arn, version, revisionId }) : undefined;
}

function ready(
  instance: Instance,
  failure: Awaited<Instance['initialised']>,
  requestId: string,
  timeoutMs: number,
): Obtained | WholeOutcome {
  if (failure !== undefined) return instance.failed(requestId, failure);
  if (!instance.available) return instance.failed(requestId, { kind: 'exit', reason: { signal: 'SIGKILL' } });
  return { kind: 'instance', instance, timeoutMs };
}
