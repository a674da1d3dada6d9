import type { FunctionVersion } from '../../model/index.ts';
import type { Instance } from '../instance.ts';
import type { Launch } from '../interpreters.ts';
import type { Invocation, InvocationOutcome } from '../invocation.ts';
import { within } from '../within.ts';
import type { InstancePool } from './instance-pool.ts';

/** Runs an invocation on a warm instance or on a new one; `throttled` when no more instances may be started. */
export async function execute(
  pool: InstancePool,
  version: FunctionVersion,
  launch: Launch,
  invocation: Invocation,
  initTimeoutMs: number,
): Promise<InvocationOutcome | 'throttled'> {
  const warm = await pool.takeWarm(version);
  if (warm !== undefined) return warm.run(invocation, version.timeoutMs);

  const first = pool.start(version, launch, invocation.requestId);
  if (first === undefined) return 'throttled';
  const failure = await within(first.initialised, initTimeoutMs);
  if (failure !== 'timeout') return runNew(first, failure, invocation, version.timeoutMs);

  // As on AWS, an init phase that takes too long is begun again, now on the function's own time.
  pool.end(first);
  const second = pool.start(version, launch, invocation.requestId);
  if (second === undefined) return 'throttled';
  const began = performance.now();
  const outcome = await within(second.initialised, version.timeoutMs);
  if (outcome === 'timeout') {
    pool.end(second);
    return second.timedOutBefore(invocation.requestId);
  }
  return runNew(second, outcome, invocation, version.timeoutMs - (performance.now() - began));
}

function runNew(
  instance: Instance,
  failure: Awaited<Instance['initialised']>,
  invocation: Invocation,
  timeoutMs: number,
): Promise<InvocationOutcome> | InvocationOutcome {
  if (failure !== undefined) return instance.failed(invocation.requestId, failure);
  if (!instance.available)
    return instance.failed(invocation.requestId, { kind: 'exit', reason: { signal: 'SIGKILL' } });
  return instance.run(invocation, timeoutMs);
}
