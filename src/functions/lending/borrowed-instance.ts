import type { SendHandle } from 'node:child_process';
import { Socket } from 'node:net';
import { atEndOfTurn } from '../../event-loop/index.ts';
import type {
  ExecutionRequest,
  InstanceLease,
  InvocationResult,
  LeaseAnswer,
  LeaseEnd,
  LentStreams,
  LogSource,
  StreamingResult,
  UnfinishedLog,
} from '../../model/index.ts';
import { openChannel, serveChannel } from '../channel/index.ts';
import type { InstanceFailure } from '../function-errors.ts';
import type { InvocationOutcome } from '../invocation.ts';
import { type InvocationLog, invocationLog } from '../invocation-log.ts';
import { LIMITS } from '../limits.ts';
import { MemoryLook } from '../memory-look.ts';
import { type Output, readOutput } from '../output.ts';
import { toResult, toStream } from '../results.ts';
import { Runner, type RunnerExtensions } from '../runner.ts';
import { toInvocation } from '../to-invocation.ts';
import { lendHandle } from './handles.ts';

/** What a borrowed instance needs of the process that has it, and tells it. */
export interface BorrowedHost {
  /** Milliseconds since the epoch. */
  now(): number;
  /** A random UUID, version 4. */
  uuid(): string;
  /** A line of the function's log, without its end. */
  onLine(logged: Pick<InstanceLease, 'version' | 'logStream'> & LogSource & { readonly line: string }): void;
  /** It waits for work. */
  onAvailable(instance: BorrowedInstance): void;
  /** It is of no use any more: its owner shall end it. It has let go of everything. */
  onBroken(instance: BorrowedInstance): void;
}

/** Instances with extensions are not lent. */
const NO_EXTENSIONS: RunnerExtensions = {
  any: false,
  allReady: true,
  onRuntimeReady: () => undefined,
  endInit: () => undefined,
  invoke: () => undefined,
  concluded: () => undefined,
};

/** An instance of another process, to hand invocations to. */
export class BorrowedInstance {
  readonly lease: InstanceLease;
  readonly #host: BorrowedHost;
  readonly #runner: Runner;
  readonly #log: InvocationLog;
  readonly #channel: SendHandle;
  readonly #memory: MemoryLook;
  readonly #sockets: Socket[] = [];
  readonly #stdout: Output | undefined;
  readonly #stderr: Output | undefined;
  #isFirst = true;
  #isClosed = false;

  constructor(lease: InstanceLease, streams: LentStreams, host: BorrowedHost) {
    this.lease = lease;
    this.#host = host;
    const { version, logStream } = lease;
    // `LogResult` is for callers of Invoke, who come to the lender.
    const onLine = (requestId: string, line: string, traceId: string | undefined) =>
      host.onLine({ version, logStream, requestId, traceId, line });
    this.#log = invocationLog(lease.log.requestId, onLine, false);
    this.#memory = new MemoryLook(() => lease.pid);
    this.#runner = new Runner(lease.version, {
      log: this.#log,
      now: host.now,
      startedAtMs: () => lease.startedAtMs,
      initDurationMs: () => lease.initDurationMs,
      peakMemoryBytes: () => this.#memory.peakBytes(),
      catchUp: () => {
        this.#stdout?.catchUp();
        this.#stderr?.catchUp();
      },
      extensions: NO_EXTENSIONS,
      kill: () => this.#broken(),
      onAvailable: () => host.onAvailable(this),
    });
    this.#stdout = this.#read(streams.stdout, lease.log.stdout);
    this.#stderr = this.#read(streams.stderr, lease.log.stderr);
    this.#channel = streams.channel;
  }

  /** Begins to listen to it: it waits for work from now on. */
  start(): void {
    const open = (onBytes: (chunk: Buffer) => void) => this.#keep(openChannel(this.#channel, onBytes));
    serveChannel(open, this.#runner, LIMITS.maxResponseBytes, () => this.#broken(), true);
  }

  /** Whether it waits for work. */
  get available(): boolean {
    return this.#runner.available;
  }

  /** Runs an invocation. Only for one that is available. */
  async invoke(request: ExecutionRequest): Promise<InvocationResult> {
    return toResult(await this.#run(request, false), this.lease.version);
  }

  /** As above, for a caller who takes the answer as it comes. */
  async invokeStreaming(request: ExecutionRequest): Promise<StreamingResult> {
    return toStream(await this.#run(request, true), this.lease.version);
  }

  /** The function answers in its runtime's place. @returns whether that counts */
  answer({ requestId, body, isError }: LeaseAnswer): boolean {
    const reply = isError ? this.#runner.error(requestId, body) : this.#runner.response(requestId, body);
    return reply === 'accepted';
  }

  /** Its processes have ended. */
  ended(why: LeaseEnd): void {
    // What it wrote last is readable now, and has been read when this turn of the event loop is over.
    atEndOfTurn(() => {
      this.#stdout?.end();
      this.#stderr?.end();
      this.#runner.exited(why as InstanceFailure);
      this.#close();
    });
  }

  /** Lets go of it; it runs nothing. */
  giveBack(): UnfinishedLog {
    this.#runner.stop();
    const begun = { stdout: this.#stdout?.take() ?? '', stderr: this.#stderr?.take() ?? '' };
    this.#close();
    return { requestId: this.#log.requestId, ...begun };
  }

  #run(request: ExecutionRequest, streams: boolean): Promise<InvocationOutcome> {
    const { firstTimeoutMs, version } = this.lease;
    const timeoutMs = this.#isFirst ? firstTimeoutMs : version.timeoutMs;
    this.#isFirst = false;
    return this.#runner.run(toInvocation(request, streams, this.#host), timeoutMs);
  }

  #broken(): void {
    if (this.#isClosed) return;
    this.#host.onBroken(this);
    this.#runner.stop();
    // An invocation that runs hears why from the end of its instance.
    if (!this.#runner.busy) this.#close();
  }

  #read(handle: SendHandle | undefined, begun: string): Output | undefined {
    if (handle !== undefined) return readOutput(this.#open(handle), this.#log.add, begun);
    // It has been closed, and what stands there is all that comes.
    if (begun !== '') this.#log.add(begun);
    return undefined;
  }

  #open(handle: SendHandle): Socket {
    return this.#keep(new Socket({ handle, readable: true, writable: true } as object));
  }

  #keep(socket: Socket): Socket {
    this.#sockets.push(socket);
    return socket;
  }

  #close(): void {
    this.#isClosed = true;
    this.#memory.close();
    for (const socket of this.#sockets) {
      socket.removeAllListeners();
      lendHandle(socket);
      socket.destroy();
    }
  }
}
