import type { FunctionVersion, StreamEnd } from '../model/index.ts';
import { type AnswerSink, gatheringSink, type SinkEnd, streamSink } from './answer-sink.ts';
import { AnswerStream } from './answer-stream.ts';
import {
  errorPayload,
  failureOutcome,
  type InstanceFailure,
  responseTooLarge,
  timedOut,
  truncatedResponse,
} from './function-errors.ts';
import { type InstanceHost, type InstanceResources, openInstance } from './instance-resources.ts';
import type { Launch } from './interpreters.ts';
import { type InvocationLog, invocationLog } from './invocation-log.ts';
import { LIMITS } from './limits.ts';
import { type InvocationReport, timeoutLine } from './platform-log.ts';
import type { RuntimeApiHandler, RuntimeEvent, RuntimeReply } from './runtime-api.ts';

/** What an instance tells its owner. */
export interface InstanceListener {
  /** It asks for work, for the first time or again. */
  onAvailable(instance: Instance): void;
  /** Its credentials will not last for another invocation. */
  onExpiring(instance: Instance): void;
  /** It takes no more work, and its processes have ended. */
  onEnded(instance: Instance): void;
}

/** One invocation on its way to an instance. */
export interface Invocation extends Omit<RuntimeEvent, 'deadlineMs'> {
  /** Whether the caller takes an answer piece by piece. One that waits for the whole of it gets it so, however it is sent. */
  readonly streams: boolean;
}

export interface WholeOutcome {
  readonly kind: 'whole';
  readonly payload: Uint8Array;
  readonly functionError?: 'Unhandled';
  readonly logTail: string;
}

/** An answer that has begun. */
export interface StreamOutcome {
  readonly kind: 'stream';
  readonly contentType: string;
  readonly body: AsyncIterator<Uint8Array, StreamEnd>;
  /** Resolves when the function has ended its answer, or was ended itself. */
  readonly ended: Promise<void>;
}

export type InvocationOutcome = WholeOutcome | StreamOutcome;

type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'available'; readonly deliver: (event: RuntimeEvent) => void }
  | { readonly kind: 'running'; readonly run: Run }
  /** It has answered, and has not asked for more yet. */
  | { readonly kind: 'finishing'; readonly timer: NodeJS.Timeout }
  /** Its end has been decided; the process may still be there for a moment. */
  | { readonly kind: 'ended' };

interface Run {
  readonly requestId: string;
  readonly streams: boolean;
  readonly startedAtMs: number;
  readonly timer: NodeJS.Timeout;
  /** Called once: with the outcome, or when a streamed answer begins. */
  readonly resolve: (outcome: InvocationOutcome) => void;
  /** Set while an answer comes in piece by piece: what then happens to the invocation is told at its end. */
  answering?: ((outcome: WholeOutcome) => void) | undefined;
}

/**
 * One execution environment: a process group, its Runtime API listener and its folder. It runs one invocation at a time.
 * Whatever the function does, each invocation has exactly one outcome, and after the end nothing is left behind.
 */
export class Instance {
  readonly version: FunctionVersion;
  /** Undefined when the runtime asks for work; a failure when it never will. Never rejects. */
  readonly initialised: Promise<InstanceFailure | undefined>;
  /** Resolves when processes, port and folder are gone. */
  readonly gone: Promise<void>;
  readonly #host: InstanceHost;
  readonly #listener: InstanceListener;
  readonly #log: InvocationLog;
  readonly #resources: Promise<InstanceResources | undefined>;
  #phase: Phase = { kind: 'starting' };
  #isNew = true;
  /** Undefined until the process has been started. */
  #open: InstanceResources | undefined;
  /** From its first asking for work until its first invocation has been reported. */
  #initDurationMs: number | undefined;
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
    this.#log = invocationLog(requestId, (id, line) => host.onLog(version.arn, id, line));
    this.initialised = new Promise((resolve) => {
      this.#settleInit = resolve;
    });
    this.gone = new Promise((resolve) => {
      this.#settleGone = resolve;
    });
    this.#resources = this.#start(launch);
  }

  /** Whether its first invocation is still to come. */
  get isNew(): boolean {
    return this.#isNew;
  }

  /** Whether it waits for work. */
  get available(): boolean {
    return this.#phase.kind === 'available';
  }

  /** Whether it has answered and is about to ask for work again. */
  get finishing(): boolean {
    return this.#phase.kind === 'finishing';
  }

  /**
   * Hands an invocation to the runtime. Only for an instance that is available.
   * @param timeoutMs after which the function is ended
   */
  run(invocation: Invocation, timeoutMs: number): Promise<InvocationOutcome> {
    const phase = this.#phase;
    if (phase.kind !== 'available') throw new Error(`An instance that is ${phase.kind} takes no invocation.`);
    const { requestId, streams } = invocation;
    this.#isNew = false;
    return new Promise((resolve) => {
      const startedAtMs = this.#host.now();
      const timer = setTimeout(() => this.#onTimeout(), timeoutMs);
      this.#phase = { kind: 'running', run: { requestId, streams, startedAtMs, timer, resolve } };
      this.#log.begin(requestId, this.version.version);
      phase.deliver({ ...invocation, deadlineMs: Math.ceil(startedAtMs + timeoutMs) });
    });
  }

  /** The outcome of an invocation that could not be handed over, because the instance failed before. */
  failed(requestId: string, failure: InstanceFailure): WholeOutcome {
    this.#log.begin(requestId, this.version.version);
    return this.#failure(requestId, this.#startedAtMs(), failure);
  }

  /** The outcome of an invocation that could not be handed over in time. Ends the instance. */
  timedOutBefore(requestId: string): WholeOutcome {
    this.#log.begin(requestId, this.version.version);
    this.end();
    return this.#timeout(requestId, this.#startedAtMs());
  }

  /** Ends it now, whatever it does; an invocation that runs fails. */
  end(): void {
    const phase = this.#phase;
    if (phase.kind === 'finishing') clearTimeout(phase.timer);
    if (phase.kind !== 'running') this.#phase = { kind: 'ended' };
    void this.#resources.then((open) => open?.process.kill());
  }

  async #start(launch: Launch): Promise<InstanceResources | undefined> {
    const api: RuntimeApiHandler = {
      next: (deliver) => this.#onNext(deliver),
      nextAborted: () => this.#onNextAborted(),
      response: (requestId, body) => this.#onAnswer(requestId, body),
      stream: (requestId, contentType, resume) => this.#onStream(requestId, contentType, resume),
      error: (requestId, body) => this.#onAnswer(requestId, body, 'Unhandled'),
      initError: (body) => this.#onInitError(body),
    };
    try {
      this.#open = await openInstance(
        this.version,
        launch,
        this.#host,
        api,
        {
          onLine: this.#log.add,
          onExit: (failure) => this.#onExit(failure),
        },
        {
          isBusy: () => this.#phase.kind === 'running' || this.#phase.kind === 'starting',
          onExpiring: () => this.#listener.onExpiring(this),
        },
      );
      return this.#open;
    } catch (error) {
      // No folder or no port: it is told like a program that could not be started.
      this.#onExit({ kind: 'launch', command: this.version.runtime, code: String(error) });
      return undefined;
    }
  }

  #onNext(deliver: (event: RuntimeEvent) => void): boolean {
    const phase = this.#phase;
    if (phase.kind === 'starting') this.#initDurationMs = this.#host.now() - this.#startedAtMs();
    else if (phase.kind === 'finishing') clearTimeout(phase.timer);
    else return false;
    this.#phase = { kind: 'available', deliver };
    this.#settleInit(undefined);
    this.#listener.onAvailable(this);
    return true;
  }

  /** The connection broke on which the runtime waited: it is about to exit, or it asks again soon. */
  #onNextAborted(): void {
    if (this.#phase.kind !== 'available') return;
    this.#phase = { kind: 'finishing', timer: setTimeout(() => this.end(), LIMITS.initTimeoutMs) };
  }

  #onAnswer(requestId: string, body: Uint8Array | 'too-large', functionError?: 'Unhandled'): RuntimeReply {
    const phase = this.#phase;
    if (phase.kind !== 'running' || phase.run.requestId !== requestId) return 'invalid-request-id';
    if (phase.run.answering !== undefined) return 'invalid-state';
    this.#finish(phase.run, phase.run.resolve, body, functionError);
    return 'accepted';
  }

  /** A runtime streams its answer, which its caller takes as it comes or waits for. */
  #onStream(requestId: string, contentType: string, resume: () => void): AnswerSink | RuntimeReply {
    const phase = this.#phase;
    if (phase.kind !== 'running' || phase.run.requestId !== requestId) return 'invalid-request-id';
    if (phase.run.answering !== undefined) return 'invalid-state';
    const { run } = phase;
    if (!run.streams) {
      run.answering = run.resolve;
      return gatheringSink((end, body) => this.#onStreamEnd(run, end, body));
    }
    const body = new AnswerStream(resume);
    const ended = new Promise<void>((resolve) => {
      run.answering = ({ functionError, payload, logTail }) => {
        const error = functionError && { code: functionError, details: Buffer.from(payload).toString('utf8') };
        body.end({ ...(error && { error }), logTail });
        resolve();
      };
    });
    run.resolve({ kind: 'stream', contentType, body, ended });
    return streamSink(body, (end) => this.#onStreamEnd(run, end, new Uint8Array()));
  }

  #onStreamEnd(run: Run, end: SinkEnd, body: Uint8Array): void {
    const phase = this.#phase;
    if (phase.kind !== 'running' || phase.run !== run || run.answering === undefined) return;
    const { answering } = run;
    if (end === 'cut') {
      // Most often the process is about to exit, which tells more.
      const truncated = {
        error: { code: 'Unhandled', details: JSON.stringify(truncatedResponse(run.requestId)) },
        tooLarge: false,
      };
      setTimeout(() => this.#onStreamEnd(run, truncated, body), LIMITS.finishingGraceMs);
    } else if (end.error !== undefined) this.#finish(run, answering, Buffer.from(end.error.details), 'Unhandled');
    else this.#finish(run, answering, end.tooLarge ? 'too-large' : body);
  }

  /** The runtime has answered: the invocation is over when what it wrote before has been read. */
  #finish(
    run: Run,
    resolve: (outcome: WholeOutcome) => void,
    body: Uint8Array | 'too-large',
    functionError?: 'Unhandled',
  ): void {
    const durationMs = this.#host.now() - run.startedAtMs;
    // The timeout stays in force until the runtime asks for more.
    this.#phase = { kind: 'finishing', timer: run.timer };
    // What the function wrote before it answered is readable now, and has been read when this turn is over.
    setImmediate(() => {
      const logTail = this.#conclude(run.requestId, durationMs);
      const limit = run.streams ? LIMITS.maxStreamedBytes : LIMITS.maxResponseBytes;
      if (body !== 'too-large')
        resolve({ kind: 'whole', payload: body, ...(functionError && { functionError }), logTail });
      else
        resolve({ kind: 'whole', payload: errorPayload(responseTooLarge(limit)), functionError: 'Unhandled', logTail });
    });
  }

  #onInitError(body: Uint8Array | 'too-large'): RuntimeReply {
    if (this.#phase.kind !== 'starting') return 'invalid-state';
    if (body === 'too-large') return 'accepted';
    this.#settleInit({ kind: 'reported', payload: body });
    this.end();
    return 'accepted';
  }

  #onTimeout(): void {
    const phase = this.#phase;
    this.#phase = { kind: 'ended' };
    if (phase.kind === 'running') settle(phase.run, this.#timeout(phase.run.requestId, phase.run.startedAtMs));
    this.end();
  }

  #onExit(failure: InstanceFailure): void {
    const phase = this.#phase;
    this.#phase = { kind: 'ended' };
    this.#settleInit(failure);
    if (phase.kind === 'finishing') clearTimeout(phase.timer);
    if (phase.kind === 'running') {
      clearTimeout(phase.run.timer);
      settle(phase.run, this.#failure(phase.run.requestId, phase.run.startedAtMs, failure));
    }
    this.#listener.onEnded(this);
    // A folder that cannot be removed (somebody outside the group writes to it) is removed at the next start.
    void this.#resources.then((open) => open?.release()).then(this.#settleGone, this.#settleGone);
  }

  #failure(requestId: string, startedAtMs: number, failure: InstanceFailure): WholeOutcome {
    const { errorType, payload, line } = failureOutcome(failure, requestId);
    if (line !== undefined) this.#log.add(line);
    const durationMs = this.#host.now() - startedAtMs;
    const logTail = this.#conclude(requestId, durationMs, { status: 'error', ...(errorType && { errorType }) });
    return { kind: 'whole', payload, functionError: 'Unhandled', logTail };
  }

  #timeout(requestId: string, startedAtMs: number): WholeOutcome {
    const { timeoutMs } = this.version;
    this.#log.add(timeoutLine(requestId, timeoutMs, this.#host.now()));
    const durationMs = this.#host.now() - startedAtMs;
    const logTail = this.#conclude(requestId, durationMs, { status: 'timeout' });
    const payload = errorPayload(timedOut(requestId, timeoutMs));
    return { kind: 'whole', payload, functionError: 'Unhandled', logTail };
  }

  /** Writes END and REPORT; gives the tail of the invocation's log. */
  #conclude(requestId: string, durationMs: number, end: Pick<InvocationReport, 'status' | 'errorType'> = {}): string {
    const initDurationMs = this.#initDurationMs;
    this.#initDurationMs = undefined;
    const maxMemoryUsedBytes = this.#open?.process.peakMemoryBytes();
    return this.#log.conclude({
      requestId,
      durationMs,
      memorySizeMb: this.version.memorySizeMb,
      ...(initDurationMs !== undefined && { initDurationMs }),
      ...(maxMemoryUsedBytes !== undefined && { maxMemoryUsedBytes }),
      ...end,
    });
  }

  /** When the process was started; now, if it has not been. */
  #startedAtMs(): number {
    return this.#open?.startedAtMs ?? this.#host.now();
  }
}

/** Tells how an invocation came to its end that its runtime did not bring about. */
function settle(run: Run, outcome: WholeOutcome): void {
  (run.answering ?? run.resolve)(outcome);
}
