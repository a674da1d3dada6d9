import { atEndOfTurn } from '../event-loop/index.ts';
import type { FunctionVersion, InstanceLease, LeaseAnswer, LentStreams, UnfinishedLog } from '../model/index.ts';
import { logStreamName } from './environment.ts';
import { InstanceExtensions, type ShutdownReason } from './extensions/index.ts';
import type { InstanceFailure } from './function-errors.ts';
import { type InstanceHost, type InstanceResources, openInstance } from './instance-resources.ts';
import type { Launch } from './interpreters.ts';
import type { Invocation, InvocationOutcome, WholeOutcome } from './invocation.ts';
import { type InvocationLog, invocationLog } from './invocation-log.ts';
import { Runner } from './runner.ts';
import type { RuntimeApiHandler, RuntimeReply } from './runtime-api.ts';

/** What an instance tells its owner. */
export interface InstanceListener {
  /** It asks for work, for the first time or again. */
  onAvailable(instance: Instance): void;
  /** Its credentials will not last for another invocation. */
  onExpiring(instance: Instance): void;
  /** It takes no more work, and its processes have ended. */
  onEnded(instance: Instance): void;
}

/** What a borrower is given of an instance. */
export interface Loan {
  readonly streams: LentStreams;
  readonly lease: Omit<InstanceLease, 'id' | 'firstTimeoutMs'>;
}

/** Who an instance is lent to. */
export interface InstanceBorrower {
  /** It is wanted back as soon as it runs nothing. */
  recall(): void;
  answer(answer: LeaseAnswer): Promise<boolean>;
  ended(failure: InstanceFailure): void;
}

/**
 * One execution environment: a process group, its way to the platform and its folder. It runs one invocation at a time, and after its
 * end nothing is left behind.
 */
export class Instance {
  readonly version: FunctionVersion;
  /** Undefined when the runtime asks for work; a failure when it never will. Never rejects. */
  readonly initialised: Promise<InstanceFailure | undefined>;
  /** Resolves when processes, port and folder are gone. */
  readonly gone: Promise<void>;
  readonly #host: InstanceHost;
  readonly #listener: InstanceListener;
  readonly #runner: Runner;
  readonly #extensions: InstanceExtensions;
  readonly #log: InvocationLog;
  readonly #logStream: string;
  readonly #resources: Promise<InstanceResources | undefined>;
  /** Undefined until the process has been started. */
  #open: InstanceResources | undefined;
  /** Set when an extension has ended the instance. */
  #extensionFailure: InstanceFailure | undefined;
  #ending: { readonly reason: ShutdownReason; readonly beganAtMs: number } | undefined;
  #borrower: InstanceBorrower | undefined;
  #hasExited = false;
  #settleInit: (failure: InstanceFailure | undefined) => void = () => undefined;
  #settleGone: () => void = () => undefined;

  /**
   * Starts it.
   * @param requestId of the invocation that it is started for
   */
  constructor(
    version: FunctionVersion,
    launch: Launch,
    requestId: string,
    host: InstanceHost,
    listener: InstanceListener,
  ) {
    this.version = version;
    this.#host = host;
    this.#listener = listener;
    const logStream = logStreamName(version.version, host.now(), host.uuid());
    this.#logStream = logStream;
    this.#log = invocationLog(requestId, (id, line, traceId) =>
      host.onLog({ version, logStream, requestId: id, traceId, line }),
    );
    this.#extensions = new InstanceExtensions(version, host, {
      onReady: () => this.#runner.extensionsReady(),
      onFailure: (failure) => this.#onExtensionFailure(failure),
      onLine: this.#log.add,
    });
    this.#runner = new Runner(version, {
      log: this.#log,
      now: host.now,
      startedAtMs: () => this.#startedAtMs(),
      initDurationMs: () => host.now() - this.#startedAtMs(),
      peakMemoryBytes: () => this.#open?.process.peakMemoryBytes(),
      catchUp: () => this.#open?.process.catchUp(),
      extensions: this.#extensions,
      kill: () => this.#endFor('timeout'),
      onAvailable: () => {
        this.#settleInit(undefined);
        listener.onAvailable(this);
      },
    });
    this.initialised = new Promise((resolve) => {
      this.#settleInit = resolve;
    });
    this.gone = new Promise((resolve) => {
      this.#settleGone = resolve;
    });
    this.#resources = this.#start(launch, logStream);
  }

  /** Whether its first invocation is still to come. */
  get isNew(): boolean {
    return this.#runner.isNew;
  }

  /** Whether it waits for work. */
  get available(): boolean {
    return this.#runner.available;
  }

  /** Whether it has answered and is about to ask for work again. */
  get finishing(): boolean {
    return this.#runner.finishing;
  }

  /**
   * Hands an invocation to the runtime. Only for an instance that is available.
   * @param timeoutMs after which the function is ended
   */
  run(invocation: Invocation, timeoutMs: number): Promise<InvocationOutcome> {
    return this.#runner.run(invocation, timeoutMs);
  }

  /** The outcome of an invocation that could not be handed over, because the instance failed before. */
  failed(requestId: string, failure: InstanceFailure): WholeOutcome {
    return this.#runner.failed(requestId, failure);
  }

  /** The outcome of an invocation that could not be handed over in time. Ends the instance. */
  timedOutBefore(requestId: string): WholeOutcome {
    this.#endFor('timeout');
    return this.#runner.timedOutBefore(requestId);
  }

  /** Whether another process can hand it invocations: extensions would have to be told of each. */
  get lendable(): boolean {
    return this.#open?.process.channel !== undefined && !this.#extensions.any;
  }

  /**
   * Lets another process hand it invocations. Only for an instance that is available and lendable.
   * @returns undefined when it has ended meanwhile
   */
  async lend(borrower: InstanceBorrower): Promise<Loan | undefined> {
    const initDurationMs = this.#runner.lend();
    // What this turn has read is dealt with in its end.
    await new Promise<void>(atEndOfTurn);
    const lent = this.#hasExited ? undefined : this.#open?.process.lend();
    if (lent === undefined) return undefined;
    this.#borrower = borrower;
    return {
      streams: lent.streams,
      lease: {
        version: leasedVersion(this.version),
        logStream: this.#logStream,
        pid: lent.pid,
        startedAtMs: this.#startedAtMs(),
        ...(initDurationMs !== undefined && { initDurationMs }),
        log: { requestId: this.#log.requestId, ...lent.begun },
      },
    };
  }

  /** It is lent no more, and runs nothing. */
  takeBack({ requestId, ...begun }: UnfinishedLog): void {
    this.#borrower = undefined;
    this.#log.goOn(requestId);
    this.#open?.process.takeBack(begun);
    this.#runner.takeBack();
  }

  /** Asks for it where it is lent to. */
  recall(): void {
    this.#borrower?.recall();
  }

  /** Ends it now, whatever it does; an invocation that runs fails. */
  end(): void {
    this.#endFor(this.#runner.available ? 'spindown' : 'failure');
  }

  /** The first reason counts. A runtime that waits for work has, beside extensions, a moment to end by itself. */
  #endFor(reason: ShutdownReason): void {
    this.#ending ??= { reason, beganAtMs: this.#host.now() };
    const graceMs = this.#runner.available ? this.#extensions.runtimeGraceMs : 0;
    this.#runner.stop();
    this.#extensions.abort();
    if (graceMs > 0) this.#open?.process.terminate(graceMs);
    else void this.#resources.then((open) => open?.process.kill());
  }

  async #start(launch: Launch, logStream: string): Promise<InstanceResources | undefined> {
    const runner = this.#runner;
    const api: RuntimeApiHandler = {
      next: (deliver) => runner.next(deliver),
      nextAborted: () => runner.nextAborted(),
      response: (requestId, body) =>
        this.#lentAnswer({ requestId, body, isError: false }) ?? runner.response(requestId, body),
      stream: (requestId, contentType, resume) => runner.stream(requestId, contentType, resume),
      error: (requestId, body) => this.#lentAnswer({ requestId, body, isError: true }) ?? runner.error(requestId, body),
      initError: (body) => this.#onInitError(body),
      extensions: this.#extensions,
    };
    try {
      this.#open = await openInstance(
        this.version,
        launch,
        this.#host,
        api,
        {
          onLine: (line) => {
            this.#log.add(line);
            this.#extensions.functionLine(line);
          },
          onExit: (failure) => this.#onExit(failure),
        },
        {
          logStream,
          isBusy: () => runner.busy,
          onExpiring: () => this.#listener.onExpiring(this),
          onBroken: () => {
            if (!this.#hasExited) this.end();
          },
          beforeRelease: () => this.#shutDownExtensions(),
        },
      );
      return this.#open;
    } catch (error) {
      // No folder or no port: it is told like a program that could not be started.
      this.#onExit({ kind: 'launch', command: this.version.runtime, code: String(error) });
      return undefined;
    }
  }

  /** Functions may answer in their runtime's place, wherever their invocations come from. */
  #lentAnswer(answer: LeaseAnswer): Promise<RuntimeReply> | undefined {
    return this.#borrower?.answer(answer).then((counts) => (counts ? 'accepted' : 'invalid-request-id'));
  }

  #onInitError(body: Uint8Array | 'too-large'): RuntimeReply {
    if (!this.#runner.isStarting) return 'invalid-state';
    if (body === 'too-large') return 'accepted';
    this.#settleInit({ kind: 'reported', payload: body });
    this.end();
    return 'accepted';
  }

  /** What runs, fails with it when the processes have ended; nothing else is run. */
  #onExtensionFailure(failure: InstanceFailure): void {
    this.#extensionFailure = failure;
    const { busy, isStarting } = this.#runner;
    this.#endFor('failure');
    if (busy && !isStarting) return;
    this.#settleInit(failure);
    this.#listener.onEnded(this);
  }

  #shutDownExtensions(): Promise<void> {
    const { reason, beganAtMs } = this.#ending ?? { reason: 'failure', beganAtMs: this.#host.now() };
    return this.#extensions.shutdown(reason, beganAtMs);
  }

  #onExit(reason: InstanceFailure): void {
    const failure = this.#extensionFailure ?? reason;
    this.#hasExited = true;
    this.#settleInit(failure);
    this.#runner.exited(failure);
    this.#borrower?.ended(failure);
    this.#borrower = undefined;
    this.#listener.onEnded(this);
    // A folder that cannot be removed (somebody outside the group writes to it) is removed at the next start.
    void this.#resources.then((open) => open?.release()).then(this.#settleGone, this.#settleGone);
  }

  /** When the process was started; now, if it has not been. */
  #startedAtMs(): number {
    return this.#open?.startedAtMs ?? this.#host.now();
  }
}

/** What a borrower needs to know of a version: not its environment, which may hold secrets. */
function leasedVersion(version: FunctionVersion): InstanceLease['version'] {
  const { arn, functionName, accountId, region, revisionId, memorySizeMb, timeoutMs } = version;
  return { arn, functionName, accountId, region, version: version.version, revisionId, memorySizeMb, timeoutMs };
}
