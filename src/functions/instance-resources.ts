import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FunctionCredentials, FunctionVersion } from '../model/index.ts';
import { serveChannel } from './channel/index.ts';
import { instanceCommand } from './command.ts';
import type { Containment, Watch } from './containment/index.ts';
import { instanceEnvironment } from './environment.ts';
import { type ExternalExtension, extensionEnvironment } from './extensions/index.ts';
import {
  adoptProcess,
  CHANNEL_FD,
  type InstanceProcess,
  type ProcessListener,
  startProcess,
} from './instance-process.ts';
import type { Launch } from './interpreters.ts';
import { LIMITS } from './limits.ts';
import { killGroup } from './process-group.ts';
import { listenRuntimeApi, type RuntimeApi, type RuntimeApiHandler } from './runtime-api.ts';
import { fitsTemplate, type Template, type Templates } from './templates.ts';

/** What an instance needs of its surroundings. */
export interface InstanceHost {
  /** The folder of our language bootstraps. */
  readonly bootstraps: string;
  /** An existing folder in which every instance makes its own. */
  readonly workDirectory: string;
  readonly containment: Containment;
  readonly watch: Watch;
  /** Processes that are ready to become instances; undefined for a language that has none. */
  templates(launch: Launch): Templates | undefined;
  /** Credentials of the version's role, for a new instance; undefined for a role that nobody knows. */
  credentialsOf(version: FunctionVersion): Promise<FunctionCredentials | undefined>;
  /** Milliseconds since the epoch. */
  now(): number;
  uuid(): string;
  onLog(logged: LoggedLine): void;
}

/** A line of a function's log. */
export interface LoggedLine {
  readonly version: FunctionVersion;
  /** Of the instance, as its environment names it. */
  readonly logStream: string;
  readonly requestId: string;
  /** Without its end. */
  readonly line: string;
}

/** What the resources ask and tell of the instance that has them. */
export interface InstanceOwner {
  /** What it calls its stream in the function's log group. */
  readonly logStream: string;
  /** Whether the function may be doing something. */
  isBusy(): boolean;
  /** An invocation that begins from now on could outlive the credentials. Never called for an instance without any. */
  onExpiring(): void;
  /** Its runtime is of no use any more. */
  onBroken(): void;
  /** Its runtime has ended, or could not be started; it has port and folder until this resolves. */
  beforeRelease(): Promise<void>;
}

/** What a running instance takes of the machine. */
export interface InstanceResources {
  readonly process: InstanceProcess;
  /** When the process was started, in milliseconds since the epoch. */
  readonly startedAtMs: number;
  /** Gives back port and folder; the process has ended before. */
  release(): Promise<void>;
}

/**
 * Opens an instance's folder and port and starts its process.
 * @throws when the machine cannot; nothing is left then
 */
export async function openInstance(
  version: FunctionVersion,
  launch: Launch,
  host: InstanceHost,
  handler: RuntimeApiHandler,
  listener: ProcessListener,
  owner: InstanceOwner,
): Promise<InstanceResources> {
  let template: Template | undefined;
  let folder: string | undefined;
  let api: RuntimeApi | undefined;
  const watched: (() => void)[] = [];
  let expiry: NodeJS.Timeout | undefined;
  const release = async () => {
    clearTimeout(expiry);
    await owner.beforeRelease();
    for (const stopWatching of watched) stopWatching();
    api?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const credentials = await host.credentialsOf(version);
    api = await listenRuntimeApi(handler, LIMITS.maxResponseBytes);
    // Nothing is waited for from here until it is adopted: one that ended meanwhile would end unheard.
    template = launch.kind === 'nodejs' && fitsTemplate(version) ? host.templates(launch)?.take() : undefined;
    folder = template?.folder ?? (await mkdtemp(join(host.workDirectory, 'instance-')));
    const startedAtMs = host.now();
    const withChannel = launch.kind !== 'provided';
    const environment = {
      ...instanceEnvironment(version, {
        launch,
        runtimeApi: api.address,
        runtimeDirectory: host.bootstraps,
        temporaryDirectory: folder,
        logStreamName: owner.logStream,
        credentials,
      }),
      ...(withChannel && { SALLYPORT_CHANNEL: String(CHANNEL_FD) }),
    };
    const command = host.containment.wrap(instanceCommand(launch, version, host.bootstraps));
    const instanceFolder = folder;
    const watch = (process: InstanceProcess, onExceeded: (what: string) => void) =>
      host.watch.add({
        pid: process.pid,
        memoryBytes: version.memorySizeMb * 1_048_576,
        folder: instanceFolder,
        folderBytes: (version.ephemeralStorageMb ?? LIMITS.defaultStorageMb) * 1_048_576,
        isBusy: owner.isBusy,
        exceeded(what) {
          if (what !== 'memory') onExceeded(`has exceeded its limit of ${what} and is ended.`);
          process.kill();
        },
      });
    const startExtension = (extension: ExternalExtension, heard: ProcessListener): InstanceProcess => {
      const program = host.containment.wrap({ file: extension.path, args: [] });
      const started = startProcess(program, '/', extensionEnvironment(environment), heard, false);
      watched.push(watch(started, (text) => heard.onLine(`The extension ${extension.name} ${text}`)));
      return started;
    };
    // A template is for functions without layers, and extensions come in layers.
    if (version.layerDirectories !== undefined && !(await handler.extensions.start(startedAtMs, startExtension))) {
      throw new Error('The instance was ended before its runtime was started.');
    }
    const process = template
      ? adoptProcess(template.child, command, listener)
      : startProcess(command, version.codeDirectory, environment, listener, withChannel);
    if (withChannel && process.channel !== undefined) {
      serveChannel(process.channel, handler, LIMITS.maxResponseBytes, owner.onBroken);
    }
    template?.assign(environment, version.codeDirectory, version.memorySizeMb);
    watched.push(watch(process, (text) => listener.onLine(`The function ${text}`)));
    if (credentials !== undefined) {
      const usableMs = credentials.expiresAtMs - version.timeoutMs - startedAtMs;
      expiry = setTimeout(owner.onExpiring, usableMs).unref();
    }
    return { process, startedAtMs, release };
  } catch (error) {
    if (template?.child.pid !== undefined) killGroup(template.child.pid);
    await release();
    throw error;
  }
}
