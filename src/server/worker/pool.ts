import cluster from 'node:cluster';
import type { StageRef } from '../../model/index.ts';
import type { ControlCalls, Link, WorkerCalls } from '../link/index.ts';
import { type Member, startMember } from './member.ts';
import type { Sample } from './scaling.ts';

export interface WorkerPoolOptions {
  /** The built worker, `dist/worker.js`. */
  readonly workerFile: string;
  readonly count: number;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** How long a worker that leaves may finish its requests. */
  readonly drainMs: number;
  readonly answers: Omit<ControlCalls, 'report'>;
  /** The stages that a worker that starts now shall serve; read in the moment in which it begins to be told of changes. */
  stages(): readonly StageRef[];
  info(message: string, detail: Readonly<Record<string, unknown>>): void;
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** The gateway workers of this machine, seen from the control process. */
export interface WorkerPool {
  /** Resolves when every worker listens. @throws {ListenError} */
  listen(): Promise<number>;
  /** Workers that listen now. */
  readonly size: number;
  /** How often a worker ended by itself and was replaced. */
  readonly replaced: number;
  /** What each worker that listens reported last. */
  loads(): Sample;
  /** Starts workers, or lets the youngest finish and end, until there are so many. */
  resize(workers: number): Promise<void>;
  /** Replaces every worker by a new process, one after the other; no request fails. */
  reload(): Promise<void>;
  /** Each resolves when every worker that serves has taken the news. */
  putStage(ref: StageRef): Promise<void>;
  removeStage(ref: StageRef): Promise<void>;
  setStages(refs: readonly StageRef[]): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

const RESTART_DELAY_MS = { first: 100, most: 5_000 } as const;
/** A worker that lived this long was healthy: its end starts the delays anew. */
const HEALTHY_AFTER_MS = 10_000;

/**
 * Starts the workers' processes at once, so that they load while the control process opens its store; they serve when
 * `listen` gives them their stages. A worker that ends by itself is replaced after a delay that grows.
 */
export function startWorkerPool(options: WorkerPoolOptions): WorkerPool {
  cluster.setupPrimary({ exec: options.workerFile, serialization: 'advanced', args: [] });
  cluster.schedulingPolicy = cluster.SCHED_NONE;

  const members = new Set<Member>();
  /** Those that are told of changes. */
  const told = new Set<Member>();
  /** Those that listen, oldest first. */
  const ready = new Set<Member>();
  /** Those that are meant to end. */
  const leaving = new Set<Member>();
  /** What workers ask for: the same words name the same shared socket, so that 0 leads all of them to one port. */
  let asked = options.port;
  let taken = options.port;
  let stopping = false;
  let delayMs: number = RESTART_DELAY_MS.first;
  let replaced = 0;
  const first = Array.from({ length: options.count }, start);

  function start(): Member {
    const member = startMember(options.answers);
    members.add(member);
    void member.gone.then(({ code, signal, livedMs }) => {
      const wasReady = ready.delete(member);
      told.delete(member);
      members.delete(member);
      if (stopping || leaving.delete(member) || !wasReady) return;
      options.warn('A gateway worker ended and is replaced.', { pid: member.pid, code, signal });
      replaced += 1;
      // The socket went with the last worker: the next one must come back to the port that clients know.
      if (ready.size === 0) asked = taken;
      if (livedMs > HEALTHY_AFTER_MS) delayMs = RESTART_DELAY_MS.first;
      replaceLater();
    });
    return member;
  }

  function replaceLater(): void {
    setTimeout(() => {
      if (stopping) return;
      serve(start()).catch((error: unknown) => {
        options.warn('A gateway worker could not be replaced; trying again.', { error: String(error) });
        replaceLater();
      });
    }, delayMs).unref();
    delayMs = Math.min(delayMs * 2, RESTART_DELAY_MS.most);
  }

  async function serve(member: Member): Promise<number> {
    // From here on it is told of every change, and calls arrive in order: the list first.
    told.add(member);
    const port = await member.serve({ host: options.host, port: asked, stages: options.stages() });
    ready.add(member);
    return port;
  }

  async function leave(member: Member, graceMs: number): Promise<void> {
    leaving.add(member);
    ready.delete(member);
    await member.end(graceMs);
  }

  async function tell(news: (link: Link<WorkerCalls>) => Promise<void>): Promise<void> {
    // A worker that ends while it is told needs the news no more: its successor starts with the whole list.
    await Promise.all(
      [...told].map((member) => Promise.race([news(member.link).catch(() => member.gone), member.gone])),
    );
  }

  return {
    async listen() {
      const [port = options.port] = await Promise.all(first.map(serve));
      taken = port;
      return port;
    },
    get size() {
      return ready.size;
    },
    get replaced() {
      return replaced;
    },
    loads: () => [...ready].flatMap((member) => member.load ?? []),
    async resize(workers) {
      const missing = Math.max(workers - ready.size, 0);
      await Promise.all(Array.from({ length: missing }, () => serve(start())));
      await Promise.all([...ready].slice(workers).map((member) => leave(member, options.drainMs)));
    },
    async reload() {
      for (const old of [...ready]) {
        await serve(start());
        options.info('A gateway worker is replaced by a new one.', { pid: old.pid });
        await leave(old, options.drainMs);
      }
    },
    putStage: (ref) => tell((link) => link.call('putStage', ref)),
    removeStage: (ref) => tell((link) => link.call('removeStage', ref)),
    setStages: (refs) => tell((link) => link.call('setStages', refs)),
    async stop(graceMs) {
      stopping = true;
      await Promise.all([...members].map((member) => member.end(graceMs)));
    },
  };
}
