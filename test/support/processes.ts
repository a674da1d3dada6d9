import { readFileSync } from 'node:fs';

/** The ids of a process's children, from the kernel (proc(5)): of a server, its workers and its functions' instances. */
export function childrenOf(pid: number | undefined): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** Of those its gateway workers alone: what a start tries of namespaces has processes for a moment, too. */
export function workersOf(pid: number | undefined): number[] {
  return childrenOf(pid).filter((child) => /worker\.js\0/.test(commandOf(child)));
}

/** The command line, each word with a zero byte behind it (proc(5)); empty for a process that has just gone. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ESRCH')
      return '';
    throw error;
  }
}

/** Longer than anything takes on a busy machine. */
const PATIENCE_MS = 60_000;

/** Asks again and again until something holds. @throws with the detail when it never does */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  detail: () => string = () => '',
): Promise<void> {
  const untilMs = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > untilMs) throw new Error(`Waited in vain: ${what}. ${detail()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
