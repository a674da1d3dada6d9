import type { FunctionVersion, InstanceLender, InvocationRefusal } from '../../model/index.ts';
import type { Launch } from '../interpreters.ts';
import { toResult } from '../results.ts';
import { type InstanceSource, obtain } from '../scaling/index.ts';
import type { Loans } from './loans.ts';

/** What lending needs of the runtime. */
export interface LenderOptions {
  readonly loans: Loans;
  readonly source: Omit<InstanceSource, 'recall'>;
  /** Whether instances of a version can be started, and how. */
  launchOf(version: FunctionVersion): Promise<Launch | InvocationRefusal>;
  /** Counts one more that runs, until it is released; or says why it may not. */
  take(version: FunctionVersion): Promise<InvocationRefusal | undefined>;
  release(version: FunctionVersion): void;
  readonly throttled: InvocationRefusal;
}

/** Lends instances whose runtimes have a channel. */
export function createLender(options: LenderOptions): InstanceLender {
  const { loans, source } = options;

  const lend: InstanceLender['lend'] = async (version, requestId, borrower, exhausted) => {
    const launch = await options.launchOf(version);
    if (launch.kind === 'refused') return { kind: 'answered', result: launch };
    if (launch.kind === 'provided') return { kind: 'unlendable' };
    const throttle = await options.take(version);
    if (throttle !== undefined) return { kind: 'answered', result: throttle };
    let isLent = false;
    try {
      const recall: InstanceSource['recall'] = (matches) => loans.recall(matches, exhausted ? borrower : undefined);
      const obtained = await obtain({ ...source, recall }, version, launch, requestId);
      if (obtained === 'throttled') return { kind: 'answered', result: options.throttled };
      if (obtained.kind === 'whole') return { kind: 'answered', result: toResult(obtained, version) };
      const { instance, timeoutMs } = obtained;
      if (!instance.lendable) {
        source.pool.release(instance);
        return { kind: 'unlendable' };
      }
      const lent = await loans.lend(instance, timeoutMs, borrower, () => options.release(version));
      if (lent === undefined) {
        const failed = instance.failed(requestId, { kind: 'exit', reason: { signal: 'SIGKILL' } });
        return { kind: 'answered', result: toResult(failed, version) };
      }
      isLent = true;
      return { kind: 'lent', ...lent };
    } finally {
      if (!isLent) options.release(version);
    }
  };

  return { lend, giveBack: loans.giveBack, end: loans.end, leave: loans.leave };
}
