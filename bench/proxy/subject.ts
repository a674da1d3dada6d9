import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { listening } from '../../test/support/ports.ts';
import { pinned } from '../support/cores.ts';

/** A proxy that can be measured. */
export interface Subject {
  readonly name: string;
  /** What it does for a request, for the table. */
  readonly does: string;
  /** Headers that its clients send. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined where what it needs is not installed. */
  start(places: Places): Promise<Running | undefined>;
}

/** Where a proxy finds its surroundings. */
export interface Places {
  readonly upstreamPort: number;
  /** A folder for its files, removed after the run. */
  readonly folder: string;
}

export interface Running {
  readonly pid: number;
  readonly port: number;
  /** What is called instead of the plain path on that port. */
  readonly url?: string;
  /** What is sent besides, as only the start of the proxy could tell. */
  readonly headers?: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Runs a command that serves `port`, pinned to a core where the system can pin. */
export async function startOn(core: number, port: number, command: string, args: readonly string[]): Promise<Running> {
  const [file, ...rest] = pinned(core, command, args);
  const child = spawn(file, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  await listening(port, child);
  return {
    pid: child.pid ?? 0,
    port,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
