import cluster from 'node:cluster';
import type { StageRef } from '../../model/index.ts';
import type { Link, Ports, ServeOrder, WorkerCalls } from '../link/index.ts';
import type { ThrottleOffice } from '../usage-plans/index.ts';
import { type CommonAnswers, type Member, startMember } from './member.ts';
import type { WorkerReport } from './scaling.ts';
import { holdSockets, type Sockets } from './sockets.ts';

export interface WorkerPoolOptions {
  /** The built worker, `dist/worker.js`. */
  readonly workerFile: string;
  readonly count: number;
  /** Where the workers listen. */
  readonly host: string;
  /** 0 for any free one. */
  readonly ports: Ports;
  /** How long a worker that leaves may finish its requests. */
  readonly drainMs: number;
  readonly answers: CommonAnswers;
  /** Who counts throttles is decided anew whenever a worker comes or goes. */
  readonly throttles: ThrottleOffice;
  /** What a worker that starts now shall serve; asked in the moment in which it is told. */
  order(ports: Ports): ServeOrder;
  info(message: string, detail: Readonly<Record<string, unknown>>): void;
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** A worker that listens. */
export interface WorkerFacts extends Pick<Member, 'pid' | 'startedAtMs' | 'served'> {
  /** Undefined in its first second. */
  readonly load: WorkerReport | undefined;
}

/** The gateway workers of this machine, seen from the control process. */
export interface WorkerPool {
  /** Resolves when every worker listens. @throws {ListenError} */
  listen(): Promise<Ports>;
  /** Workers that listen now. */
  readonly size: number;
  /** Those that will listen in place of some that ended. */
  readonly coming: number;
  /** How often a worker ended by itself and was replaced. */
  readonly replaced: number;
  /** What each worker that listens reported last. */
  loads(): readonly WorkerReport[];
  /** Those that listen, the oldest first. */
  workers(): readonly WorkerFacts[];
  /** Starts workers, or lets the youngest finish and end, until there are so many. */
  resize(workers: number): Promise<void>;
  /** Replaces every worker by a new process, one after the other; no request fails. Never rejects: the log tells. */
  reload(): Promise<void>;
  /** Those that listen, oldest first. */
  links(): readonly Link<WorkerCalls>[];
  /** Tells every worker that serves; resolves when each has taken the news. */
  tell(news: (link: Link<WorkerCalls>) => Promise<void>): Promise<void>;
  /** The same for stages. */
  putStage(ref: StageRef): Promise<void>;
  removeStage(ref: StageRef): Promise<void>;
  setStages(refs: readonly StageRef[]): Promise<void>;
  flushStageCache(ref: StageRef): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

/** How long a worker may take to load, on the busiest machine. */
const LOAD_MS = 60_000;
const RESTART_DELAY_MS = { first: 100, most: 5_000 } as const;
/** A worker that lived this long was healthy: its end starts the delays anew. */
const HEALTHY_AFTER_MS = 10_000;

/**
 * Starts the workers' processes at once, so that they load while the control process opens its store; they serve when
 * `listen` gives them their stages. A worker that ends by itself is replaced after a delay that grows.
 */
export function startWorkerPool(options: WorkerPoolOptions): WorkerPool {
  // Before `setupPrimary`, which freezes it: by default this process would accept every connection and pass it on, at the
  // price of a message each, and those on their way to a worker that dies would never be answered.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: options.workerFile, serialization: 'advanced', args: [] });

  const members = new Set<Member>();
  /** Those that are told of changes. */
  const told = new Set<Member>();
  /** Those that are about to listen. */
  const arriving = new Set<Promise<void>>();
  /** Those that listen, oldest first. */
  const ready = new Set<Member>();
  /** Those that are meant to end. */
  const leaving = new Set<Member>();
  let held: Promise<Sockets> | undefined;
  /** The replacement of all workers that runs now; who asks again meanwhile waits for the same one. */
  let reloading: Promise<void> | undefined;
  let stopping = false;
  let delayMs: number = RESTART_DELAY_MS.first;
  let replaced = 0;
  let coming = 0;
  const first = Array.from({ length: options.count }, start);

  function start(): Member {
    const member = startMember(options.answers, (pid, waitedMs) =>
      options.warn('A gateway worker does not answer and is replaced.', { pid, waitedMs }),
    );
    members.add(member);
    void member.gone.then(({ code, signal, livedMs }) => {
      const wasReady = ready.delete(member);
      told.delete(member);
      members.delete(member);
      void options.throttles.leave(member.throttles);
      if (stopping || leaving.delete(member) || !wasReady) return;
      options.warn('A gateway worker ended and is replaced.', { pid: member.pid, code, signal });
      replaced += 1;
      if (livedMs > HEALTHY_AFTER_MS) delayMs = RESTART_DELAY_MS.first;
      replaceLater();
    });
    return member;
  }

  function replaceLater(): void {
    coming += 1;
    setTimeout(() => {
      if (stopping) return;
      serve(start())
        .catch((error: unknown) => {
          options.warn('A gateway worker could not be replaced; trying again.', { error: String(error) });
          replaceLater();
        })
        .finally(() => {
          coming -= 1;
        });
    }, delayMs).unref();
    delayMs = Math.min(delayMs * 2, RESTART_DELAY_MS.most);
  }

  function hold(): Promise<Sockets> {
    held ??= holdSockets(options.host, options.ports);
    return held;
  }

  function serve(member: Member): Promise<void> {
    const arrival = admit(member).finally(() => arriving.delete(arrival));
    arriving.add(arrival);
    return arrival;
  }

  async function admit(member: Member): Promise<void> {
    const { ports, lend } = await hold();
    await member.heard(lend(member.link), LOAD_MS);
    if (!members.has(member)) throw new Error('The gateway worker ended before it could serve.');
    // From here on it is told of every change, and calls arrive in order: the list first.
    told.add(member);
    await options.throttles.join(member.throttles);
    await member.serve(options.order(ports));
    ready.add(member);
  }

  async function leave(member: Member, graceMs: number): Promise<void> {
    leaving.add(member);
    ready.delete(member);
    await member.end(graceMs);
  }

  async function replaceAll(): Promise<void> {
    // One that is on its way may have loaded the program that was there before, and is replaced like the others.
    await Promise.allSettled(arriving);
    for (const old of [...ready]) {
      try {
        await serve(start());
      } catch (error) {
        options.warn('A gateway worker could not be replaced; the old ones go on.', { error: String(error) });
        return;
      }
      options.info('A gateway worker is replaced by a new one.', { pid: old.pid });
      await leave(old, options.drainMs);
    }
  }

  async function tell(news: (link: Link<WorkerCalls>) => Promise<void>): Promise<void> {
    // The successor of one that does not hear starts with the whole list.
    await Promise.all([...told].map((member) => member.heard(news(member.link))));
  }

  return {
    async listen() {
      const { ports } = await hold();
      await Promise.all(first.map(serve));
      return ports;
    },
    get size() {
      return ready.size;
    },
    get coming() {
      return coming;
    },
    get replaced() {
      return replaced;
    },
    workers: () => [...ready].map(({ pid, startedAtMs, served, load }) => ({ pid, startedAtMs, served, load })),
    loads: () => [...ready].flatMap((member) => member.load ?? []),
    async resize(workers) {
      const missing = Math.max(workers - ready.size - coming, 0);
      await Promise.all(Array.from({ length: missing }, () => serve(start())));
      await Promise.all([...ready].slice(workers).map((member) => leave(member, options.drainMs)));
    },
    reload() {
      reloading ??= replaceAll().finally(() => {
        reloading = undefined;
      });
      return reloading;
    },
    links: () => [...ready].map(({ link }) => link),
    tell,
    putStage: (ref) => tell((link) => link.call('putStage', ref)),
    removeStage: (ref) => tell((link) => link.call('removeStage', ref)),
    setStages: (refs) => tell((link) => link.call('setStages', refs)),
    flushStageCache: (ref) => tell((link) => link.call('flushStageCache', ref)),
    async stop(graceMs) {
      stopping = true;
      // First, or new connections would wait for nobody.
      const sockets = await held?.catch(() => undefined);
      sockets?.close();
      await Promise.all([...members].map((member) => member.end(graceMs)));
    },
  };
}
