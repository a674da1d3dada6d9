import { readFileSync } from 'node:fs';

/** The ids of a process's children, from the kernel (proc(5)): of a server, its workers and its functions' instances. */
export function childrenOf(pid: number | undefined): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
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
