import { spawnSync } from 'node:child_process';

/** The proxy under test on one core, the load and the backend on the other, so that neither takes the other's time. */
export const CORES = { subject: 1, load: 0 } as const;

export function installed(command: string, ...probe: readonly string[]): boolean {
  const { error } = spawnSync(command, probe, { stdio: 'ignore' });
  return error === undefined;
}

/** One core, or wherever the system likes. */
export type Core = number | 'any';

/** The command line that runs a command on one core, where the system can pin. */
export function pinned(core: Core, command: string, args: readonly string[]): readonly [string, ...string[]] {
  const isPinned = core !== 'any' && installed('taskset', '-V');
  return isPinned ? ['taskset', '-c', String(core), command, ...args] : [command, ...args];
}

/** Moves running processes to one core, with all their threads, where the system can pin. */
export function pin(core: number, pids: readonly number[]): void {
  if (!installed('taskset', '-V')) return;
  for (const pid of pids) spawnSync('taskset', ['-acp', String(core), String(pid)]);
}
