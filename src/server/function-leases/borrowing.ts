import type { SendHandle } from 'node:child_process';
import type { BorrowedHost, BorrowedInstance } from '../../functions/index.ts';
import type {
  BorrowRequest,
  ExecutionRequest,
  InstanceLease,
  InvocationRequest,
  InvocationResult,
  InvocationSource,
  StreamingInvoker,
  StreamingResult,
} from '../../model/index.ts';
import type { FunctionMeter } from '../function-meter.ts';
import type { Link } from '../link/index.ts';
import type { BorrowingCalls, InstancePart, LendingCalls } from './calls.ts';
import { Fleet, type NoInstance } from './fleet.ts';

/** Our own: after which an instance that runs nothing is given back. */
const IDLE_MS = 5_000;
const SHRINK_EVERY_MS = 1_000;
/** Our own: a larger payload goes through the lender, who knows how large one may be. */
const LARGE_BYTES = 1_048_576;
/** Our own: calls that differ in function or caller and are remembered. */
const MOST_CLAIMS = 10_000;
const EMPTY_EVENT = Buffer.from('{}');

export interface BorrowingOptions {
  link(): Link<LendingCalls>;
  /** How functions are called through the lender. */
  readonly byLender: StreamingInvoker;
  /** Milliseconds since the epoch. */
  now(): number;
  /** A random UUID, version 4. */
  uuid(): string;
  /** Counts what runs on borrowed instances. */
  readonly meter: FunctionMeter;
  readonly onLine: BorrowedHost['onLine'];
}

/** Calls functions on instances that this process has borrowed, and borrows more as calls need them. */
export interface Borrowing {
  readonly invoker: StreamingInvoker;
  readonly answers: BorrowingCalls;
  /** Gives everything back; waits for what runs, but not longer than this. */
  close(graceMs: number): Promise<void>;
}

type Call = Omit<InvocationRequest, 'type'>;

/** An instance, and those that can stand in for it. */
interface Held {
  readonly instance: BorrowedInstance;
  readonly fleet: Fleet;
}

/** An instance on its way here. */
interface Arrival {
  readonly parts: Partial<Record<InstancePart, SendHandle>>;
  /** What has been heard of it before it was there. */
  readonly news: (() => void)[];
}

/** How a kind of call is made: on an instance, by the lender, or not at all. */
interface Way<Result> {
  run(instance: BorrowedInstance, request: ExecutionRequest): Promise<Result>;
  byLender(): Promise<Result>;
  answered(result: InvocationResult): Result | Promise<Result>;
}

export function createBorrowing({ link, byLender, now, uuid, meter, onLine }: BorrowingOptions): Borrowing {
  /** Whom calls of one caller to one function may be served by. */
  const claims = new Map<string, Fleet | 'unlendable'>();
  const claimKey = rememberedKeys();
  /** By version. */
  const fleets = new Map<string, Fleet>();
  /** Those of which it is known what version they are of. */
  const known = new WeakSet<Fleet>();
  const held = new Map<number, Held>();
  const arriving = new Map<number, Arrival>();
  /** One more each time that functions have changed: what was asked before is out of date. */
  let epoch = 0;
  let onEmpty: (() => void) | undefined;

  const tell = <Name extends keyof LendingCalls & string>(name: Name, argument: Parameters<LendingCalls[Name]>[0]) =>
    void link()
      .call(name, argument)
      .catch(() => undefined);
  const forget = (id: number) => {
    held.delete(id);
    if (held.size === 0) onEmpty?.();
  };
  const giveBack = (instance: BorrowedInstance) => {
    const { id } = instance.lease;
    tell('giveBackInstance', { id, log: instance.giveBack() });
    forget(id);
  };
  const newFleet = () => new Fleet(giveBack);
  const fleetOf = ({ arn, version, revisionId }: InstanceLease['version']): Fleet => {
    const key = `${arn}:${version}:${revisionId}`;
    const fleet = fleets.get(key) ?? newFleet();
    fleets.set(key, fleet);
    known.add(fleet);
    return fleet;
  };
  const hostOf = (fleet: Fleet): BorrowedHost => ({
    now,
    uuid,
    onLine,
    onAvailable: (instance) => fleet.free(instance),
    onBroken(instance) {
      fleet.drop(instance);
      tell('endInstance', instance.lease.id);
    },
  });
  setInterval(() => {
    const idleBeforeMs = performance.now() - IDLE_MS;
    for (const fleet of fleets.values()) fleet.shrink(idleBeforeMs);
  }, SHRINK_EVERY_MS).unref();

  function call<Result>(request: Call, way: Way<Result>): Promise<Result> {
    const { source, identity } = request;
    // Calls made by an identity of its own are judged each time.
    if (source === undefined || identity !== undefined || request.payload.byteLength > LARGE_BYTES)
      return way.byLender();
    const key = claimKey(request.functionArn, source);
    const claim = claims.get(key);
    if (claim === 'unlendable') return way.byLender();
    const execution = request.payload.byteLength === 0 ? { ...request, payload: EMPTY_EVENT } : request;
    const free = claim?.take();
    if (free !== undefined) return way.run(free, execution);

    return new Promise((resolve, reject) => {
      const requestId = execution.requestId ?? uuid();
      const fleet = claim ?? remember(key, newFleet());
      const isMissing = fleet.wait({
        serve: (instance) => resolve(way.run(instance, { ...execution, requestId })),
        answer: (none) => resolve(none.kind === 'unlendable' ? way.byLender() : way.answered(none.result)),
      });
      const { functionArn } = request;
      const exhausted = claim !== undefined && known.has(claim);
      if (isMissing) borrow(key, { functionArn, source, requestId, exhausted }, fleet).catch(reject);
    });
  }

  async function borrow(key: string, request: BorrowRequest, askedBy: Fleet): Promise<void> {
    const askedIn = epoch;
    // Loaded with the first instance: a worker without one saves the memory.
    const { BorrowedInstance } = await import('../../functions/index.ts');
    const answer = await link().call('borrowInstance', request).catch(unreachable);
    const isCurrent = askedIn === epoch;
    if (answer.kind !== 'lent') {
      if (isCurrent && answer.kind === 'unlendable') remember(key, 'unlendable');
      return askedBy.current.refused(answer);
    }
    const { lease } = answer;
    // What may have changed since is good for those who asked before.
    if (isCurrent) askedBy.current.join(remember(key, fleetOf(lease.version)));
    const fleet = askedBy.current;
    const { parts = {}, news = [] } = arriving.get(lease.id) ?? {};
    arriving.delete(lease.id);
    const { channel, ...outputs } = parts;
    if (channel === undefined) return fleet.refused(unreachable(new Error('The instance was lost on its way.')));
    fleet.arrived();
    const instance = new BorrowedInstance(lease, { channel, ...outputs }, hostOf(fleet));
    held.set(lease.id, { instance, fleet });
    instance.start();
    for (const tellOf of news) tellOf();
  }

  /** News of an instance that has been sent and is not there yet waits for it. */
  function onNews(id: number, take: (there: Held) => void): void {
    const tellOf = () => {
      const there = held.get(id);
      if (there !== undefined) take(there);
    };
    const arrival = arriving.get(id);
    if (arrival === undefined) tellOf();
    else arrival.news.push(tellOf);
  }

  function remember<Claim extends Fleet | 'unlendable'>(key: string, claim: Claim): Claim {
    if (claims.size >= MOST_CLAIMS) claims.clear();
    claims.set(key, claim);
    return claim;
  }

  function forgetFunctions(): void {
    epoch += 1;
    claims.clear();
    for (const fleet of fleets.values()) fleet.close();
    fleets.clear();
  }

  return {
    invoker: {
      invoke(request, signal) {
        if (request.type !== 'RequestResponse') return byLender.invoke(request, signal);
        return unlessAborted(
          call<InvocationResult>(request, {
            run: (instance, execution) =>
              meter.invoke(instance.lease.version, execution, () => instance.invoke(execution)),
            byLender: () => byLender.invoke(request, signal),
            answered: (result) => result,
          }),
          signal,
        );
      },
      invokeStreaming(request, signal) {
        const answer = call<StreamingResult>(request, {
          run: (instance, execution) =>
            meter.invokeStreaming(instance.lease.version, execution, () => instance.invokeStreaming(execution)),
          byLender: () => byLender.invokeStreaming(request, signal),
          answered: async (result) => (await import('../../functions/index.ts')).streamOf(result),
        });
        // Whoever gave up before an answer began does not read it.
        if (signal !== undefined) void answer.then((begun) => leaveIfAborted(begun, signal), ignore);
        return unlessAborted(answer, signal);
      },
    },
    answers: {
      takeInstance({ id, part }, handle) {
        const { parts, news } = arriving.get(id) ?? { news: [] };
        arriving.set(id, { parts: { ...parts, [part]: handle }, news });
      },
      recallInstances({ ids, busyToo }) {
        for (const id of ids) onNews(id, ({ instance, fleet }) => fleet.recall(instance, busyToo));
      },
      answerForInstance: ({ id, answer }) => held.get(id)?.instance.answer(answer) ?? false,
      instanceEnded({ id, why }) {
        onNews(id, ({ instance, fleet }) => {
          fleet.drop(instance);
          instance.ended(why);
          forget(id);
        });
      },
      forgetFunctions,
    },
    async close(graceMs) {
      forgetFunctions();
      if (held.size > 0) {
        await new Promise<void>((resolve) => {
          onEmpty = resolve;
          setTimeout(resolve, graceMs).unref();
        });
      }
    },
  };
}

/**
 * What the calls of one caller to one function have in common. A caller is most often the same object as before, for which the text is
 * not put together again.
 */
function rememberedKeys(): (functionArn: string, source: InvocationSource) => string {
  const latest = new WeakMap<InvocationSource, { readonly functionArn: string; readonly key: string }>();
  return (functionArn, source) => {
    const known = latest.get(source);
    if (known?.functionArn === functionArn) return known.key;
    const key = `${functionArn} ${source.principal} ${source.sourceArn}`;
    latest.set(source, { functionArn, key });
    return key;
  };
}

async function leaveIfAborted(begun: StreamingResult, signal: AbortSignal): Promise<void> {
  if (signal.aborted && begun.kind === 'streaming') await begun.body.return?.();
}

function unreachable(error: Error): NoInstance {
  return { kind: 'answered', result: { kind: 'refused', reason: 'ServiceFailure', message: error.message } };
}

/** Rejects when the client has gone; the function runs on, as on AWS, and nobody waits for it. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(
      (value) => {
        signal.removeEventListener('abort', onAbort);
        resolve(value);
      },
      (error: unknown) => {
        signal.removeEventListener('abort', onAbort);
        reject(error);
      },
    );
  });
}

function ignore(): void {
  // Told to whoever made the call.
}
