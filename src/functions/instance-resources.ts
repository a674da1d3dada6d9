import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { FunctionCredentials, FunctionVersion } from '../model/index.ts';
import { serveChannel } from './channel/index.ts';
import { instanceCommand } from './command.ts';
import { type Containment, type Grouped, holdsSocket, type Place, peerOf, type Watch } from './containment/index.ts';
import { instanceEnvironment } from './environment.ts';
import { type ExternalExtension, extensionEnvironment, hasExtensions } from './extensions/index.ts';
import { CHANNEL_FD, type InstanceProcess, type ProcessListener } from './instance-process.ts';
import type { Launch, ManagedLaunch } from './interpreters.ts';
import { LIMITS } from './limits.ts';
import { listenRuntimeApi, type RuntimeApi, type RuntimeApiHandler } from './runtime-api.ts';
import { startProgram } from './start-program.ts';
import { fitsTemplate, type Templates } from './templates.ts';

/** What an instance needs of its surroundings. */
export interface InstanceHost {
  /** The folder of our language bootstraps. */
  readonly bootstraps: string;
  /** An existing folder in which every instance makes its own. */
  readonly workDirectory: string;
  /** Where instances live; found before the first is started. */
  containment(): Promise<Containment>;
  readonly watch: Watch;
  /** Processes that are ready to become instances; undefined where there are to be none. */
  templates(launch: ManagedLaunch, memorySizeMb: number): Templates | undefined;
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
  /** As `X-Amzn-Trace-Id` has it; absent before the first invocation. */
  readonly traceId?: string | undefined;
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
  let place: (Place & Grouped) | undefined;
  let api: RuntimeApi | undefined;
  const watched: (() => void)[] = [];
  /** Of its programs. */
  const pids: number[] = [];
  let expiry: NodeJS.Timeout | undefined;
  const release = async () => {
    clearTimeout(expiry);
    await owner.beforeRelease();
    for (const stopWatching of watched) stopWatching();
    api?.close();
    await place?.group.release();
    place?.release();
    if (place !== undefined) await rm(place.folder, { recursive: true, force: true });
  };
  try {
    const containment = await host.containment();
    const credentials = await host.credentialsOf(version);
    const isOurs = async (socket: Socket): Promise<boolean> => {
      const peer = await peerOf(socket);
      if (peer === undefined || place === undefined) return false;
      if (place.userId !== undefined) return peer.userId === place.userId;
      for (const pid of pids) if (await holdsSocket(pid, peer.inode)) return true;
      return false;
    };
    const { users, namespaces } = containment.abilities;
    const admits = users || namespaces !== undefined ? isOurs : undefined;
    api = await listenRuntimeApi(handler, LIMITS.maxResponseBytes, admits);
    // Nothing is waited for from here until it is adopted: a template that ended meanwhile would end unheard.
    place = takeTemplate(version, launch, host, containment);
    place ??= containment.open({ version, launch }, await mkdtemp(join(host.workDirectory, 'instance-')));
    const { view } = place;
    const storageMb = version.ephemeralStorageMb ?? LIMITS.defaultStorageMb;
    const { group } = place;
    group.allot({ memorySizeMb: version.memorySizeMb, storageMb: place.boundsStorage ? storageMb : 0 });
    const startedAtMs = host.now();
    const withChannel = launch.kind !== 'provided';
    const environment = {
      ...instanceEnvironment(view.version, {
        launch: view.launch,
        runtimeApi: api.address,
        runtimeDirectory: view.bootstraps,
        temporaryDirectory: view.temporaryDirectory,
        logStreamName: owner.logStream,
        credentials,
      }),
      ...(withChannel && { SALLYPORT_CHANNEL: String(CHANNEL_FD) }),
    };
    const own = place;
    const watch = (pid: number | undefined, onExceeded: (what: string) => void, kill: () => void) =>
      host.watch.add({
        pid,
        memoryBytes: version.memorySizeMb * 1_048_576,
        ...(!containment.abilities.countsProcesses && { maxProcesses: LIMITS.maxProcesses }),
        ...(!own.boundsStorage && {
          folder: own.folder,
          folderBytes: storageMb * 1_048_576,
        }),
        isBusy: owner.isBusy,
        exceeded(what) {
          if (what !== 'memory') onExceeded(`has exceeded its limit of ${what} and is ended.`);
          kill();
        },
      });
    const startExtension = ({ name, path }: ExternalExtension, heard: ProcessListener): InstanceProcess => {
      const command = { file: own.seen(path), args: [] };
      const program = {
        command,
        folder: '/',
        environment: extensionEnvironment(environment),
        withChannel: false,
        admit: group.add,
      };
      const started = startProgram(own, program, path, heard);
      if (started.pid !== undefined) pids.push(started.pid);
      watched.push(watch(started.pid, (text) => heard.onLine(`The extension ${name} ${text}`), started.kill));
      return started;
    };
    // A template is for functions without layers, and extensions come in layers.
    if (hasExtensions(version)) {
      await own.share();
      if (!(await handler.extensions.start(startedAtMs, startExtension))) {
        throw new Error('The instance was ended before its runtime was started.');
      }
    }
    const command = instanceCommand(view.launch, view.version, view.bootstraps);
    const program = { command, folder: view.version.codeDirectory, environment, withChannel, admit: group.add };
    const path = launch.kind === 'provided' ? instanceCommand(launch, version, '').file : undefined;
    const process = startProgram(own, program, path, listener);
    if (process.pid !== undefined) pids.push(process.pid);
    const { channel } = process;
    if (withChannel && channel !== undefined) {
      serveChannel((onBytes) => channel.on('data', onBytes), handler, LIMITS.maxResponseBytes, owner.onBroken);
    }
    watched.push(watch(process.pid, (text) => listener.onLine(`The function ${text}`), process.kill));
    if (credentials !== undefined) {
      const usableMs = credentials.expiresAtMs - version.timeoutMs - startedAtMs;
      expiry = setTimeout(owner.onExpiring, usableMs).unref();
    }
    return { process, startedAtMs, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** A process that waits to become an instance, if there is one and this version can be run by it. */
function takeTemplate(
  version: FunctionVersion,
  launch: Launch,
  host: InstanceHost,
  containment: Containment,
): (Place & Grouped) | undefined {
  if (launch.kind === 'provided') return undefined;
  const fits = fitsTemplate(version, launch.kind) && containment.fitsTemplate(version);
  return fits ? host.templates(launch, version.memorySizeMb)?.take({ version, launch }) : undefined;
}
