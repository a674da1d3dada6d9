import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { StageRef } from '../../model/index.ts';
import { type ControlCalls, type Link, openLink, type Served, type WorkerCalls } from '../link/index.ts';

export interface WorkerPoolOptions {
  /** The built worker, `dist/worker.js`. */
  readonly workerFile: string;
  readonly count: number;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly answers: ControlCalls;
  /** The stages that a worker that starts now shall serve; read in the moment in which it begins to be told of changes. */
  stages(): readonly StageRef[];
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** The gateway workers of this machine, seen from the control process. */
export interface WorkerPool {
  /** Resolves when every worker listens. @throws {ListenError} */
  listen(): Promise<number>;
  /** Workers that listen now. */
  readonly size: number;
  /** Each resolves when every worker that serves has taken the news. */
  putStage(ref: StageRef): Promise<void>;
  removeStage(ref: StageRef): Promise<void>;
  setStages(refs: readonly StageRef[]): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

/** The gateway's port could not be taken; `code` is the system's, such as `EADDRINUSE`. */
export class ListenError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`The gateway cannot listen: ${code}`);
    this.name = 'ListenError';
    this.code = code;
  }
}

interface Member {
  readonly worker: Worker;
  readonly link: Link<WorkerCalls>;
  readonly gone: Promise<unknown>;
}

/** A worker inherits the environment; it has no use for the root user's key. */
const NO_SECRETS = { SALLYPORT_ROOT_ACCESS_KEY_ID: '', SALLYPORT_ROOT_SECRET_ACCESS_KEY: '' } as const;
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

  /** Those that are told of changes. */
  const serving = new Set<Member>();
  /** Those that listen. */
  const ready = new Set<Member>();
  const members = new Set<Member>();
  let port = options.port;
  let stopping = false;
  let delayMs: number = RESTART_DELAY_MS.first;
  const first = Array.from({ length: options.count }, start);

  function start(): Member {
    const worker = cluster.fork(NO_SECRETS);
    const link = openLink<ControlCalls, WorkerCalls>(
      'parent',
      {
        send: (message, callback) => worker.send(message, callback),
        on: (event, listener) => worker.on(event, listener),
      },
      options.answers,
    );
    const member = { worker, link, gone: once(worker, 'exit') };
    members.add(member);
    const startedAtMs = performance.now();
    // A channel that breaks is followed by `exit`, which says all there is to say.
    worker.on('error', () => undefined);
    worker.once('exit', (code, signal) => {
      members.delete(member);
      const served = serving.delete(member);
      ready.delete(member);
      link.close('The gateway worker has ended.');
      if (stopping || !served) return;
      options.warn('A gateway worker ended and is replaced.', { pid: worker.process.pid, code, signal });
      if (performance.now() - startedAtMs > HEALTHY_AFTER_MS) delayMs = RESTART_DELAY_MS.first;
      setTimeout(replace, delayMs).unref();
      delayMs = Math.min(delayMs * 2, RESTART_DELAY_MS.most);
    });
    return member;
  }

  function replace(): void {
    if (stopping) return;
    serve(start()).catch((error: unknown) => {
      options.warn('A gateway worker could not be replaced; trying again.', { error: String(error) });
      setTimeout(replace, delayMs).unref();
    });
  }

  async function serve(member: Member): Promise<number> {
    // From here on it is told of every change, and calls arrive in order: the list first.
    serving.add(member);
    const served = await member.link.call('serve', { host: options.host, port, stages: options.stages() });
    if ('port' in served) {
      ready.add(member);
      return served.port;
    }
    serving.delete(member);
    member.worker.kill('SIGKILL');
    throw new ListenError((served as Extract<Served, { code: string }>).code);
  }

  async function tell(news: (link: Link<WorkerCalls>) => Promise<void>): Promise<void> {
    // A worker that ends while it is told needs the news no more: its successor starts with the whole list.
    await Promise.all([...serving].map((member) => Promise.race([news(member.link), member.gone])));
  }

  return {
    async listen() {
      const [head, ...rest] = first;
      // The first takes the port; with port 0 the others must be given the one that it got.
      if (head) port = await serve(head);
      await Promise.all(rest.map(serve));
      return port;
    },
    get size() {
      return ready.size;
    },
    putStage: (ref) => tell((link) => link.call('putStage', ref)),
    removeStage: (ref) => tell((link) => link.call('removeStage', ref)),
    setStages: (refs) => tell((link) => link.call('setStages', refs)),
    async stop(graceMs) {
      stopping = true;
      await Promise.all([...members].map((member) => end(member, serving.has(member), graceMs)));
    },
  };
}

/** How long a worker that has drained may take to end before it is killed. */
const EXIT_MS = 1_000;

async function end(member: Member, served: boolean, graceMs: number): Promise<void> {
  const { process } = member.worker;
  if (served) {
    const drained = member.link.call('drain', graceMs).catch(() => undefined);
    await Promise.race([drained, member.gone, wait(graceMs + EXIT_MS)]);
    // Hearing nobody any more, it ends by itself.
    if (process.connected) process.disconnect();
  } else {
    // It has nothing to finish, and may not even have loaded what would hear us.
    process.kill('SIGKILL');
  }
  const killer = setTimeout(() => process.kill('SIGKILL'), EXIT_MS);
  await member.gone;
  clearTimeout(killer);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
