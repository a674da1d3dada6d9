import { atEndOfTurn } from '../event-loop/index.ts';
import type { FunctionVersion } from '../model/index.ts';
import { type AnswerSink, gatheringSink, type SinkEnd, streamSink } from './answer-sink.ts';
import { AnswerStream } from './answer-stream.ts';
import type { RuntimeStatus } from './extensions/index.ts';
import {
  errorPayload,
  failureOutcome,
  type InstanceFailure,
  responseTooLarge,
  timedOut,
  truncatedResponse,
} from './function-errors.ts';
import type { Invocation, InvocationOutcome, WholeOutcome } from './invocation.ts';
import type { InvocationLog } from './invocation-log.ts';
import { LIMITS } from './limits.ts';
import { type InvocationReport, timeoutLine } from './platform-log.ts';
import type { RuntimeApiHandler, RuntimeEvent, RuntimeReply } from './runtime-api.ts';

/** What a runner needs to know of the version that its instance runs. */
export type RunnerVersion = Pick<FunctionVersion, 'version' | 'memorySizeMb' | 'timeoutMs'>;

/** What a runner asks and tells of its instance's extensions; one without any is ready when its runtime is. */
export interface RunnerExtensions {
  readonly any: boolean;
  /** Whether none has anything to do. */
  readonly allReady: boolean;
  /** The runtime asks for work for the first time. */
  onRuntimeReady(): void;
  endInit(initDurationMs: number): void;
  invoke(event: RuntimeEvent): void;
  /** @param producedBytes of its answer; undefined where there is none */
  concluded(report: InvocationReport, status: RuntimeStatus, producedBytes?: number): void;
}

/** What a runner asks and tells of the instance whose invocations it runs. */
export interface RunnerHost {
  readonly log: InvocationLog;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds since the epoch at which the instance was started; now, if it has not been. */
  startedAtMs(): number;
  /** How long the init phase took, where it has not been reported yet; asked when the runtime asks for work for the first time. */
  initDurationMs(): number | undefined;
  peakMemoryBytes(): number | undefined;
  /** Reads what the instance has written until now, where that is held back. */
  catchUp(): void;
  readonly extensions: RunnerExtensions;
  /** Ends the instance's processes for taking too long, whatever they do; `exited` follows. */
  kill(): void;
  /** The runtime asks for work, for the first time or again. */
  onAvailable(): void;
}

type Deliver = (event: RuntimeEvent) => void;

type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'available'; readonly deliver: Deliver }
  /** Another process hands it invocations meanwhile. */
  | { readonly kind: 'lent'; readonly deliver: Deliver }
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
 * Runs invocations on one instance, one at a time, by whatever its runtime speaks. Whatever the function does, each invocation has
 * exactly one outcome.
 */
export class Runner implements Omit<RuntimeApiHandler, 'initError' | 'extensions'> {
  readonly #version: RunnerVersion;
  readonly #host: RunnerHost;
  #phase: Phase = { kind: 'starting' };
  #isNew = true;
  /** The runtime has asked for work, and an extension is not ready for it. */
  #held: Deliver | undefined;
  /** From its first asking for work until its first invocation has been reported. */
  #initDurationMs: number | undefined;

  constructor(version: RunnerVersion, host: RunnerHost) {
    this.#version = version;
    this.#host = host;
  }

  /** Whether its first invocation is still to come. */
  get isNew(): boolean {
    return this.#isNew;
  }

  get isStarting(): boolean {
    return this.#phase.kind === 'starting';
  }

  /** Whether it waits for work. */
  get available(): boolean {
    return this.#phase.kind === 'available';
  }

  /** Whether the function may be doing something. */
  get busy(): boolean {
    return this.#phase.kind === 'running' || this.#phase.kind === 'starting' || this.#phase.kind === 'lent';
  }

  /** Whether it has answered and is about to ask for work again. */
  get finishing(): boolean {
    return this.#phase.kind === 'finishing';
  }

  /**
   * Hands an invocation to the runtime. Only for one that is available.
   * @param timeoutMs after which the function is ended
   */
  run(invocation: Invocation, timeoutMs: number): Promise<InvocationOutcome> {
    const phase = this.#phase;
    if (phase.kind !== 'available') throw new Error(`An instance that is ${phase.kind} takes no invocation.`);
    const { requestId, traceId, streams } = invocation;
    this.#isNew = false;
    return new Promise((resolve) => {
      const startedAtMs = this.#host.now();
      const timer = setTimeout(() => this.#onTimeout(), timeoutMs);
      this.#phase = { kind: 'running', run: { requestId, streams, startedAtMs, timer, resolve } };
      this.#host.log.begin(requestId, this.#version.version, traceId);
      const { functionArn, clientContext, payload } = invocation;
      const deadlineMs = Math.ceil(startedAtMs + timeoutMs);
      const event = { requestId, functionArn, deadlineMs, traceId, clientContext, payload };
      const { extensions } = this.#host;
      if (extensions.any) extensions.invoke(event);
      phase.deliver(event);
    });
  }

  /** The outcome of an invocation that could not be handed over, because the instance failed before. */
  failed(requestId: string, failure: InstanceFailure): WholeOutcome {
    this.#host.log.begin(requestId, this.#version.version);
    return this.#failure(requestId, this.#host.startedAtMs(), failure);
  }

  /** The outcome of an invocation that could not be handed over in time. */
  timedOutBefore(requestId: string): WholeOutcome {
    this.#host.log.begin(requestId, this.#version.version);
    return this.#timeout(requestId, this.#host.startedAtMs());
  }

  /** Hands it nothing any more; an invocation that runs goes on. */
  stop(): void {
    if (this.#phase.kind === 'finishing') clearTimeout(this.#phase.timer);
    if (this.#phase.kind !== 'running') this.#phase = { kind: 'ended' };
  }

  /** The instance's processes are gone, or never were: an invocation that runs fails. */
  exited(failure: InstanceFailure): void {
    const phase = this.#phase;
    this.#phase = { kind: 'ended' };
    if (phase.kind === 'finishing') clearTimeout(phase.timer);
    if (phase.kind !== 'running') return;
    clearTimeout(phase.run.timer);
    settle(phase.run, this.#failure(phase.run.requestId, phase.run.startedAtMs, failure));
  }

  /**
   * Another process runs its invocations from now on. Only for one that is available.
   * @returns how long the init phase took, where that is still to be reported
   */
  lend(): number | undefined {
    if (this.#phase.kind !== 'available') throw new Error(`An instance that is ${this.#phase.kind} cannot be lent.`);
    this.#phase = { kind: 'lent', deliver: this.#phase.deliver };
    this.#isNew = false;
    const initDurationMs = this.#initDurationMs;
    this.#initDurationMs = undefined;
    return initDurationMs;
  }

  /** That is over: it waits for work. */
  takeBack(): void {
    if (this.#phase.kind !== 'lent') return;
    this.#phase = { kind: 'available', deliver: this.#phase.deliver };
    this.#host.onAvailable();
  }

  next(deliver: Deliver): boolean {
    const { kind } = this.#phase;
    if ((kind !== 'starting' && kind !== 'finishing') || this.#held !== undefined) return false;
    const { extensions } = this.#host;
    if (kind === 'starting') extensions.onRuntimeReady();
    if (extensions.allReady) this.#becomeAvailable(deliver);
    else this.#held = deliver;
    return true;
  }

  /** All extensions wait for their next event. */
  extensionsReady(): void {
    const deliver = this.#held;
    this.#held = undefined;
    const { kind } = this.#phase;
    if (deliver !== undefined && (kind === 'starting' || kind === 'finishing')) this.#becomeAvailable(deliver);
  }

  /** Runtime and extensions wait for work: the init phase, or an invocation, is over. */
  #becomeAvailable(deliver: Deliver): void {
    const phase = this.#phase;
    if (phase.kind === 'finishing') clearTimeout(phase.timer);
    else {
      this.#initDurationMs = this.#host.initDurationMs();
      this.#host.extensions.endInit(this.#initDurationMs ?? 0);
    }
    this.#phase = { kind: 'available', deliver };
    this.#host.onAvailable();
  }

  /** The connection broke on which the runtime waited: it is about to exit, or it asks again soon. */
  nextAborted(): void {
    this.#held = undefined;
    if (this.#phase.kind !== 'available') return;
    this.#phase = { kind: 'finishing', timer: setTimeout(() => this.#onTimeout(), LIMITS.initTimeoutMs) };
  }

  response(requestId: string, body: Uint8Array | 'too-large'): RuntimeReply {
    return this.#onAnswer(requestId, body);
  }

  error(requestId: string, body: Uint8Array | 'too-large'): RuntimeReply {
    return this.#onAnswer(requestId, body, 'Unhandled');
  }

  /** A runtime streams its answer, which its caller takes as it comes or waits for. */
  stream(requestId: string, contentType: string, resume: () => void): AnswerSink | RuntimeReply {
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
      const answering = ({ functionError, payload, logTail }: WholeOutcome) => {
        const error = functionError && { code: functionError, details: Buffer.from(payload).toString('utf8') };
        body.end({ ...(error && { error }), logTail });
        resolve();
      };
      run.answering = answering;
    });
    run.resolve({ kind: 'stream', contentType, body, ended });
    return streamSink(body, (end) => this.#onStreamEnd(run, end, new Uint8Array()));
  }

  #onAnswer(requestId: string, body: Uint8Array | 'too-large', functionError?: 'Unhandled'): RuntimeReply {
    const phase = this.#phase;
    if (phase.kind !== 'running' || phase.run.requestId !== requestId) return 'invalid-request-id';
    if (phase.run.answering !== undefined) return 'invalid-state';
    this.#finish(phase.run, phase.run.resolve, body, functionError);
    return 'accepted';
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
    // What the function wrote before it answered is readable now, and has been read when this turn is over, unless it wrote too fast.
    atEndOfTurn(() => {
      this.#host.catchUp();
      const status = functionError === undefined ? 'success' : 'error';
      // A streamed answer has gone by; nobody has counted it.
      const producedBytes = body === 'too-large' || run.streams ? undefined : body.byteLength;
      const logTail = this.#conclude(run.requestId, durationMs, status, {}, producedBytes);
      const limit = run.streams ? LIMITS.maxStreamedBytes : LIMITS.maxResponseBytes;
      if (body !== 'too-large') resolve({ kind: 'whole', payload: body, functionError, logTail });
      else
        resolve({ kind: 'whole', payload: errorPayload(responseTooLarge(limit)), functionError: 'Unhandled', logTail });
    });
  }

  #onTimeout(): void {
    const phase = this.#phase;
    this.#phase = { kind: 'ended' };
    if (phase.kind === 'running') settle(phase.run, this.#timeout(phase.run.requestId, phase.run.startedAtMs));
    this.#host.kill();
  }

  #failure(requestId: string, startedAtMs: number, failure: InstanceFailure): WholeOutcome {
    const { errorType, payload, line } = failureOutcome(failure, requestId);
    if (line !== undefined) this.#host.log.add(line);
    const durationMs = this.#host.now() - startedAtMs;
    const report = { status: 'error', ...(errorType && { errorType }) } as const;
    const logTail = this.#conclude(requestId, durationMs, 'failure', report);
    return { kind: 'whole', payload, functionError: 'Unhandled', logTail };
  }

  #timeout(requestId: string, startedAtMs: number): WholeOutcome {
    const { timeoutMs } = this.#version;
    this.#host.log.add(timeoutLine(requestId, timeoutMs, this.#host.now()));
    const durationMs = this.#host.now() - startedAtMs;
    const logTail = this.#conclude(requestId, durationMs, 'timeout', { status: 'timeout' });
    const payload = errorPayload(timedOut(requestId, timeoutMs));
    return { kind: 'whole', payload, functionError: 'Unhandled', logTail };
  }

  /** Writes END and REPORT; gives the tail of the invocation's log. */
  #conclude(
    requestId: string,
    durationMs: number,
    status: RuntimeStatus,
    end: Pick<InvocationReport, 'status' | 'errorType'> = {},
    producedBytes?: number,
  ): string {
    const initDurationMs = this.#initDurationMs;
    this.#initDurationMs = undefined;
    const maxMemoryUsedBytes = this.#host.peakMemoryBytes();
    const report: InvocationReport = {
      requestId,
      durationMs,
      initDurationMs,
      memorySizeMb: this.#version.memorySizeMb,
      maxMemoryUsedBytes,
      status: end.status,
      errorType: end.errorType,
    };
    this.#host.extensions.concluded(report, status, producedBytes);
    return this.#host.log.conclude(report);
  }
}

/** Tells how an invocation came to its end that its runtime did not bring about. */
function settle(run: Run, outcome: WholeOutcome): void {
  (run.answering ?? run.resolve)(outcome);
}
