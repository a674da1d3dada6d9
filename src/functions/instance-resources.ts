import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FunctionVersion } from '../model/index.ts';
import { instanceCommand } from './command.ts';
import type { Containment, Watch } from './containment/index.ts';
import { instanceEnvironment, logStreamName } from './environment.ts';
import { adoptProcess, type InstanceProcess, type ProcessListener, startProcess } from './instance-process.ts';
import type { Launch } from './interpreters.ts';
import { LIMITS } from './limits.ts';
import { killGroup } from './process-group.ts';
import { listenRuntimeApi, type RuntimeApi, type RuntimeApiHandler } from './runtime-api.ts';
import { fitsTemplate, type Templates } from './templates.ts';

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
  /** Milliseconds since the epoch. */
  now(): number;
  uuid(): string;
  /** One line of a function's log, without its end. */
  onLog(functionArn: string, requestId: string, line: string): void;
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
 * @param isBusy whether the function may be doing something
 * @throws when the machine cannot; nothing is left then
 */
export async function openInstance(
  version: FunctionVersion,
  launch: Launch,
  host: InstanceHost,
  handler: RuntimeApiHandler,
  listener: ProcessListener,
  isBusy: () => boolean,
): Promise<InstanceResources> {
  const template = launch.kind === 'nodejs' && fitsTemplate(version) ? host.templates(launch)?.take() : undefined;
  const folder = template?.folder ?? (await mkdtemp(join(host.workDirectory, 'instance-')));
  let api: RuntimeApi | undefined;
  let stopWatching: (() => void) | undefined;
  const release = () => {
    stopWatching?.();
    api?.close();
    return rm(folder, { recursive: true, force: true });
  };
  try {
    api = await listenRuntimeApi(handler, LIMITS.maxResponseBytes);
    const startedAtMs = host.now();
    const environment = instanceEnvironment(version, {
      launch,
      runtimeApi: api.address,
      runtimeDirectory: host.bootstraps,
      temporaryDirectory: folder,
      logStreamName: logStreamName(version.version, startedAtMs, host.uuid()),
    });
    const command = host.containment.wrap(instanceCommand(launch, version, host.bootstraps));
    const process = template
      ? adoptProcess(template.child, command, listener)
      : startProcess(command, version.codeDirectory, environment, listener);
    template?.assign(environment, version.codeDirectory, version.memorySizeMb);
    stopWatching = host.watch.add({
      pid: process.pid,
      memoryBytes: version.memorySizeMb * 1_048_576,
      folder,
      folderBytes: (version.ephemeralStorageMb ?? LIMITS.defaultStorageMb) * 1_048_576,
      isBusy,
      exceeded(what) {
        if (what !== 'memory') listener.onLine(`The function has exceeded its limit of ${what} and is ended.`);
        process.kill();
      },
    });
    return { process, startedAtMs, release };
  } catch (error) {
    if (template?.child.pid !== undefined) killGroup(template.child.pid);
    await release();
    throw error;
  }
}
