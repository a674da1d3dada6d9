import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FunctionVersion } from '../model/index.ts';
import { instanceCommand } from './command.ts';
import { instanceEnvironment, logStreamName } from './environment.ts';
import { type InstanceProcess, type ProcessListener, startProcess } from './instance-process.ts';
import type { Launch } from './interpreters.ts';
import { LIMITS } from './limits.ts';
import { listenRuntimeApi, type RuntimeApi, type RuntimeApiHandler } from './runtime-api.ts';

/** What an instance needs of its surroundings. */
export interface InstanceHost {
  /** The folder of our language bootstraps. */
  readonly bootstraps: string;
  /** An existing folder in which every instance makes its own. */
  readonly workDirectory: string;
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

/** Opens an instance's folder and port and starts its process. @throws when the machine cannot; nothing is left then */
export async function openInstance(
  version: FunctionVersion,
  launch: Launch,
  host: InstanceHost,
  handler: RuntimeApiHandler,
  listener: ProcessListener,
): Promise<InstanceResources> {
  const folder = await mkdtemp(join(host.workDirectory, 'instance-'));
  let api: RuntimeApi | undefined;
  const release = () => {
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
    const command = instanceCommand(launch, version, host.bootstraps);
    return { process: startProcess(command, version.codeDirectory, environment, listener), startedAtMs, release };
  } catch (error) {
    await release();
    throw error;
  }
}
