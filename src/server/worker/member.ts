import cluster from 'node:cluster';
import type { FunctionLender, StreamingInvoker } from '../../model/index.ts';
import { createLendingDesk, type LendingDesk } from '../function-leases/index.ts';
import { createStreamDesk, type StreamCalls } from '../function-streams/index.ts';
import { type ControlCalls, type Link, openLink, type ServeOrder, type WorkerCalls } from '../link/index.ts';
import type { ThrottlePeer } from '../usage-plans/index.ts';
import { ListenError } from './listen-error.ts';
import type { WorkerReport } from './scaling.ts';
import { createServedMeter } from './served-meter.ts';
import { withheldFromWorkers } from './withheld.ts';

/** One gateway worker, seen from the control process. */
export interface Member {
  readonly pid: number | undefined;
  readonly link: Link<WorkerCalls>;
  readonly throttles: ThrottlePeer;
  /** Resolves when its process has ended. */
  readonly gone: Promise<Ending>;
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
  /** Requests to stages, as far as it has told. */
  readonly served: { readonly requests: number; readonly perSecond: number };
  /** What it reported last; undefined before its first report. */
  readonly load: WorkerReport | undefined;
  /** Takes its list of stages and listens. @throws {ListenError} and ends it */
  serve(order: ServeOrder): Promise<void>;
  /**
   * Waits for its answer to a call, and ends it when there is none in time: one that does not hear would go on with what was
   * before. Resolves with undefined when it has ended, in this way or another.
   * @param patienceMs five seconds unless it may have reason to be slow
   */
  heard<Answer>(call: Promise<Answer>, patienceMs?: number): Promise<Answer | undefined>;
  /** Lets it finish its requests (bounded), then ends it. */
  end(graceMs: number): Promise<void>;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly livedMs: number;
}

/** How long the control process waits for a worker to answer; then it is replaced. */
const HEAR_MS = 5_000;
/** How long a worker that has drained may take to end before it is killed. */
const EXIT_MS = 1_000;

/** What every worker is answered alike, and how answers of functions are had that each worker reads for itself. */
export type CommonAnswers = Omit<ControlCalls, 'report' | keyof StreamCalls | keyof LendingDesk['answers']> &
  Pick<StreamingInvoker, 'invokeStreaming'> & { lender(): FunctionLender };

/**
 * Starts a worker's process, which loads and waits to be told to serve.
 * @param onDeaf told when it is ended because it did not answer
 */
export function startMember(
  { invokeStreaming, lender, ...answers }: CommonAnswers,
  onDeaf: (pid: number | undefined, waitedMs: number) => void,
): Member {
  const startedAtMs = performance.now();
  const worker = cluster.fork(withheldFromWorkers(process.env));
  const gone = new Promise<Ending>((resolve) => {
    const end = (code: number | null, signal: string | null) =>
      resolve({ code, signal, livedMs: performance.now() - startedAtMs });
    worker.once('exit', end);
    // A channel that breaks is followed by `exit`, which says all there is to say; a process that never began is not.
    worker.on('error', () => {
      if (worker.process.pid === undefined) end(null, null);
    });
  });
  let load: WorkerReport | undefined;
  let serves = false;
  const served = createServedMeter();
  const streams = createStreamDesk(invokeStreaming);
  const leases = createLendingDesk(lender, () => link);
  const link: Link<WorkerCalls> = openLink<ControlCalls, WorkerCalls>(
    'parent',
    {
      send: (message, handle, callback) => worker.send(message, handle, callback),
      on: (event, listener) => worker.on(event, listener),
    },
    {
      ...answers,
      ...streams.answers,
      ...leases.answers,
      countRequests(counted) {
        served.add(counted);
        return answers.countRequests(counted);
      },
      report: (reported) => {
        load = reported;
      },
    },
  );
  void gone.then(() => {
    link.close('The gateway worker has ended.');
    streams.close();
    leases.close();
  });

  async function heard<Answer>(call: Promise<Answer>, patienceMs = HEAR_MS): Promise<Answer | undefined> {
    const giveUp = setTimeout(() => {
      onDeaf(worker.process.pid, patienceMs);
      worker.process.kill('SIGKILL');
    }, patienceMs);
    const ended = gone.then(() => undefined);
    const answer = await Promise.race([call.catch(() => ended), ended]);
    clearTimeout(giveUp);
    return answer;
  }

  return {
    pid: worker.process.pid,
    link,
    throttles: {
      ownThrottles: (levels) => link.call('ownThrottles', levels),
      // It owned them, so it has loaded, and has no reason to be slow.
      shareThrottles: async () => (await heard(link.call('shareThrottles', undefined))) ?? [],
      throttleLevels: () => link.call('throttleLevels', undefined),
    },
    gone,
    startedAtMs: performance.timeOrigin + startedAtMs,
    get served() {
      return served.now();
    },
    get load() {
      return load;
    },
    async serve(order) {
      const failure = await link.call('serve', order);
      if (failure === undefined) {
        serves = true;
        return;
      }
      worker.process.kill('SIGKILL');
      throw new ListenError(failure);
    },
    heard,
    async end(graceMs) {
      if (serves) {
        const drained = link.call('drain', graceMs).catch(() => undefined);
        await Promise.race([drained, gone, wait(graceMs + EXIT_MS)]);
        // Hearing nobody any more, it ends by itself.
        if (worker.process.connected) worker.process.disconnect();
      } else {
        // It has nothing to finish, and may not even have loaded what would hear us.
        worker.process.kill('SIGKILL');
      }
      const killer = setTimeout(() => worker.process.kill('SIGKILL'), EXIT_MS);
      await gone;
      clearTimeout(killer);
    },
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
