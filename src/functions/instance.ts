import type { FunctionVersion } from '../model/index.ts';
import { logStreamName } from './environment.ts';
import { InstanceExtensions, type ShutdownReason } from './extensions/index.ts';
import type { InstanceFailure } from './function-errors.ts';
import { type InstanceHost, type InstanceResources, openInstance } from './instance-resources.ts';
import type { Launch } from './interpreters.ts';
import type { Invocation, InvocationOutcome, WholeOutcome } from './invocation.ts';
import { invocationLog } from './invocation-log.ts';
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
  readonly #addLine: (line: string) => void;
  readonly #resources: Promise<InstanceResources | undefined>;
  /** Undefined until the process has been started. */
  #open: InstanceResources | undefined;
  /** Set when an extension has ended the instance. */
  #extensionFailure: InstanceFailure | undefined;
  #ending: { readonly reason: ShutdownReason; readonly beganAtMs: number } | undefined;
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
    const log = invocationLog(requestId, (id, line) => host.onLog({ version, logStream, requestId: id, line }));
    this.#extensions = new InstanceExtensions(version, host, {
      onReady: () => this.#runner.extensionsReady(),
      onFailure: (failure) => this.#onExtensionFailure(failure),
      onLine: log.add,
    });
    this.#addLine = (line) => {
      log.add(line);
      this.#extensions.functionLine(line);
    };
    this.#runner = new Runner(version, {
      log,
      now: host.now,
      startedAtMs: () => this.#startedAtMs(),
      initDurationMs: () => host.now() - this.#startedAtMs(),
      peakMemoryBytes: () => this.#open?.process.peakMemoryBytes(),
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
      response: (requestId, body) => runner.response(requestId, body),
      stream: (requestId, contentType, resume) => runner.stream(requestId, contentType, resume),
      error: (requestId, body) => runner.error(requestId, body),
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
          onLine: this.#addLine,
          onExit: (failure) => this.#onExit(failure),
        },
        {
          logStream,
          isBusy: () => runner.busy,
          onExpiring: () => this.#listener.onExpiring(this),
          onBroken: () => this.end(),
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
    this.#settleInit(failure);
    this.#runner.exited(failure);
    this.#listener.onEnded(this);
    // A folder that cannot be removed (somebody outside the group writes to it) is removed at the next start.
    void this.#resources.then((open) => open?.release()).then(this.#settleGone, this.#settleGone);
  }

  /** When the process was started; now, if it has not been. */
  #startedAtMs(): number {
    return this.#open?.startedAtMs ?? this.#host.now();
  }
}
