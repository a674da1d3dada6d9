import type { FunctionVersion } from '../../model/index.ts';
import type { InstanceFailure } from '../function-errors.ts';
import type { InvocationReport } from '../platform-log.ts';
import { findExternalExtensions } from './external.ts';
import { ExternalProcesses, type StartExtension } from './external-processes.ts';
import { exitFailure, extensionFailure, launchFailure } from './failures.ts';
import { EXTENSION_LIMITS } from './limits.ts';
import {
  initReport,
  initStart,
  invocationReport,
  invocationStart,
  type RuntimeStatus,
  runtimeDone,
} from './platform-events.ts';
import { type Extension, type ExtensionRefusal, ExtensionRegistry } from './registry.ts';
import { readSubscription, type SubscriptionRefusal, Telemetry } from './telemetry/index.ts';

/** Why an instance ends (Lambda guide, "Extensions API", `shutdownReason`). */
export type ShutdownReason = 'spindown' | 'timeout' | 'failure';

/** An invocation, as far as extensions hear of it. */
export interface InvokedEvent {
  readonly requestId: string;
  readonly functionArn: string;
  /** Milliseconds since the epoch at which the function times out. */
  readonly deadlineMs: number;
  readonly traceId: string;
}

/** What the extensions of an instance tell it. */
export interface ExtensionsListener {
  /** All wait for their next event. */
  onReady(): void;
  /** One of them has failed, and with it the instance. */
  onFailure(failure: InstanceFailure): void;
  /** For the function's log: what an extension wrote, or the platform about one. */
  onLine(line: string): void;
}

/** The extensions of one instance, from its start to its end. */
export class InstanceExtensions {
  readonly version: FunctionVersion;
  readonly uuid: () => string;
  readonly registry: ExtensionRegistry;
  readonly #now: () => number;
  readonly #listener: ExtensionsListener;
  readonly #processes: ExternalProcesses;
  /** Made with the first extension. */
  #telemetry: Telemetry | undefined;
  #registered: () => void = () => undefined;
  #failure: InstanceFailure | undefined;
  #isEnding = false;

  constructor(
    version: FunctionVersion,
    { now, uuid }: { now(): number; uuid(): string },
    listener: ExtensionsListener,
  ) {
    this.version = version;
    this.uuid = uuid;
    this.#now = now;
    this.#listener = listener;
    this.registry = new ExtensionRegistry(uuid, () => this.#onChange());
    this.#processes = new ExternalProcesses({
      onLine: (line) => this.#onLine(line),
      onExit: (name, failure) => this.#onExit(name, failure),
    });
  }

  get any(): boolean {
    return this.registry.all.length > 0;
  }

  /** Whether none has anything to do. */
  get allReady(): boolean {
    return this.registry.allReady;
  }

  /** How long the runtime may take to end by itself when the instance is no longer needed; 0 without extensions: AWS then kills it. */
  get runtimeGraceMs(): number {
    if (!this.any) return 0;
    const { internal, external } = EXTENSION_LIMITS.runtimeShutdownMs;
    return this.#processes.isEmpty ? internal : external;
  }

  /**
   * Starts the external ones, before the runtime is: that one starts when all of them have registered.
   * @param start starts the process of one of them
   * @returns false when one has failed, which the listener has been told, or the instance has been ended meanwhile
   */
  async start(startedAtMs: number, start: StartExtension): Promise<boolean> {
    const externals = await findExternalExtensions(this.version.layerDirectories ?? []);
    if (externals.length === 0 || this.#isEnding) return !this.#isEnding;
    this.#telemetry = new Telemetry(this.#now);
    this.#telemetry.emit('platform.initStart', initStart(this.version), startedAtMs);
    for (const { name } of externals) this.registry.expect(name);
    if (externals.length > EXTENSION_LIMITS.extensions) {
      const message = `Extension limit (${EXTENSION_LIMITS.extensions}) reached`;
      this.#fail(extensionFailure('Extension.TooManyExtensions', message));
      return false;
    }
    for (const extension of externals) this.#processes.start(extension, start);
    if (!this.registry.allRegistered && this.#failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#registered = resolve;
      });
    }
    return this.#failure === undefined && !this.#isEnding;
  }

  /** The runtime asks for work for the first time: no further extension may come. */
  onRuntimeReady(): void {
    this.registry.close();
  }

  /** Every one is ready, and the instance with them. */
  endInit(initDurationMs: number): void {
    if (!this.any) return;
    const telemetry = this.#openTelemetry();
    for (const extension of this.registry.all) this.#describe(extension, 'Ready');
    telemetry.emit('platform.initRuntimeDone', { ...initStart(this.version), status: 'success' });
    telemetry.emit('platform.initReport', initReport(this.version, initDurationMs));
    telemetry.endInit();
  }

  /** Hands an invocation to all who asked for it. */
  invoke({ requestId, deadlineMs, functionArn, traceId }: InvokedEvent): void {
    this.#telemetry?.emit('platform.start', invocationStart(requestId, this.version.version, traceId));
    const tracing = { type: 'X-Amzn-Trace-Id', value: traceId };
    this.registry.send({ eventType: 'INVOKE', deadlineMs, requestId, invokedFunctionArn: functionArn, tracing });
  }

  /** A line that the function wrote. */
  functionLine(line: string): void {
    this.#telemetry?.emit('function', line);
  }

  /** An invocation is over. @param producedBytes of its answer; undefined where there is none */
  concluded(report: InvocationReport, status: RuntimeStatus, producedBytes?: number): void {
    if (this.#telemetry === undefined) return;
    this.#telemetry.emit('platform.runtimeDone', runtimeDone(report, status, producedBytes));
    this.#telemetry.emit('platform.report', invocationReport(report, status));
  }

  /** Undefined when an extension's subscription is taken. */
  subscribe(id: string, text: string): SubscriptionRefusal | undefined {
    const extension = this.registry.find(id);
    if (extension === undefined) {
      const errorMessage = `Unknown extension ${id}`;
      return { status: 403, errorType: 'Extension.UnknownExtensionIdentifier', errorMessage };
    }
    const subscription = readSubscription(text);
    if ('errorType' in subscription) return subscription;
    const telemetry = this.#openTelemetry();
    if (!telemetry.isOpen) {
      const errorMessage = 'Telemetry API subscription is closed already';
      return { status: 403, errorType: 'Telemetry.SubscriptionClosed', errorMessage };
    }
    telemetry.subscribe(id, subscription);
    const { name } = extension;
    const { types } = subscription;
    this.#listener.onLine(`TELEMETRY\tName: ${name}\tState: Subscribed\tTypes: [${types.join(',')}]`);
    telemetry.emit('platform.telemetrySubscription', { name, state: 'Subscribed', types });
    return undefined;
  }

  /** An extension says that it failed, in words of its own. */
  fail(id: string, when: 'InitError' | 'ExitError', type: string): ExtensionRefusal | undefined {
    const refusal = this.registry.fail(id, when);
    const extension = this.registry.find(id);
    if (refusal !== undefined || extension === undefined) return refusal;
    this.#describe(extension, when, type);
    this.#fail(extensionFailure(`Extension.${when}`, type));
    return undefined;
  }

  /** Whoever waits for an extension waits no more: the instance is about to end. */
  abort(): void {
    this.#isEnding = true;
    this.#registered();
  }

  /** The shutdown phase, after the runtime has ended. Resolves when no extension is left. */
  async shutdown(reason: ShutdownReason, beganAtMs: number): Promise<void> {
    this.abort();
    if (!this.#processes.isEmpty) {
      const deadlineMs = Math.ceil(beganAtMs + EXTENSION_LIMITS.shutdownMs);
      void this.#telemetry?.flush();
      this.registry.send({ eventType: 'SHUTDOWN', deadlineMs, shutdownReason: reason });
      const told = this.registry.all.filter(({ events }) => events.includes('SHUTDOWN')).map(({ name }) => name);
      await this.#processes.end(told, deadlineMs - this.#now());
    }
    this.#telemetry?.close();
  }

  #onChange(): void {
    if (this.registry.allRegistered) this.#registered();
    if (this.registry.allReady) this.#listener.onReady();
  }

  #onLine(line: string): void {
    this.#listener.onLine(line);
    this.#telemetry?.emit('extension', line);
  }

  #onExit(name: string, failure: InstanceFailure): void {
    if (this.#isEnding) return;
    const told = failure.kind === 'launch' ? launchFailure(name, failure.code) : exitFailure(failure);
    const extension = this.registry.all.find((each) => each.isExternal && each.name === name);
    if (extension) this.#describe(extension, failure.kind === 'launch' ? 'LaunchError' : 'Exited', told.errorType);
    this.#fail(told);
  }

  /** The first failure is the one that counts. */
  #fail(failure: InstanceFailure): void {
    if (this.#failure !== undefined || this.#isEnding) return;
    this.#failure = failure;
    this.#registered();
    this.#listener.onFailure(failure);
  }

  /** As AWS writes it into the log, and as its event. */
  #describe({ name, events }: Extension, state: string, errorType?: string): void {
    const error = errorType === undefined ? '' : `\tError Type: ${errorType}`;
    this.#listener.onLine(`EXTENSION\tName: ${name}\tState: ${state}\tEvents: [${events.join(',')}]${error}`);
    this.#telemetry?.emit('platform.extension', { name, state, events, ...(errorType && { errorType }) });
  }

  #openTelemetry(): Telemetry {
    this.#telemetry ??= new Telemetry(this.#now);
    return this.#telemetry;
  }
}
