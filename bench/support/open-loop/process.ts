import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../../src/package/index.ts';
import { CORES, pinned } from '../cores.ts';
import type { OpenLoopOptions } from './driver.ts';
import type { OpenLoopReport } from './samples.ts';

/** A driver in a process of its own, on the core for load where the system can pin. */
export interface LoadDriver {
  /** One run after the other; what the first ones cost, the code being cold, shows in them. */
  run(options: OpenLoopOptions): Promise<OpenLoopReport>;
  stop(): void;
}

export function startDriver(): LoadDriver {
  const script = join(packageRoot, 'bench', 'support', 'open-loop', 'main.ts');
  const [file, ...args] = pinned(CORES.load, process.execPath, [join(packageRoot, 'tools', 'run-ts.mjs'), script]);
  // `advanced` keeps what JSON has no number for.
  const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
  let waiting: { resolve(report: OpenLoopReport): void; reject(error: Error): void } | undefined;
  child.on('message', (report) => waiting?.resolve(report as OpenLoopReport));
  child.on('exit', (code) => waiting?.reject(new Error(`The load driver ended with ${code}.`)));
  return {
    run: (options) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        child.send(options);
      }),
    stop: () => child.disconnect(),
  };
}
