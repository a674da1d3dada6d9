/** What becomes of the processes of an instance: ending the whole group, and how one ended. Linux and other POSIX systems. */

/** How a process ended: exactly one of the two is set by the operating system. */
export type ExitReason =
  | { readonly status: number; readonly signal?: never }
  | { readonly signal: string; readonly status?: never };

export function exitReason(code: number | null, signal: string | null): ExitReason {
  return signal === null ? { status: code ?? 0 } : { signal };
}

/**
 * Ends a process and everything that it started in its group, at once: SIGKILL can neither be caught nor ignored.
 * @param leader the process id of the group's first process; whether that one still lives does not matter
 */
export function killGroup(leader: number): void {
  signal(-leader, 'SIGKILL');
}

/** Asks a process to end; everything in its group, too, if it leads one. */
export function terminate(pid: number, isLeader: boolean): void {
  signal(isLeader ? -pid : pid, 'SIGTERM');
}

/** @param target a process, or a group by its leader's number below zero */
function signal(target: number, name: NodeJS.Signals): void {
  try {
    process.kill(target, name);
  } catch (error) {
    // ESRCH: nobody is left. EPERM: macOS says so when only zombies are left.
    if (!isErrno(error, 'ESRCH') && !isErrno(error, 'EPERM')) throw error;
  }
}

/** Whether `error` is a system error of this name (`ENOENT`, ...). */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
