import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { placeMade, SYSTEM_PATH } from './launch-place.ts';

/** What functions see of this machine: a mount namespace, from which each instance takes its copy. */
export interface RootView {
  /** It, and the user namespace in which it may be changed where we are not root. */
  readonly fds: readonly [mounts: number] | readonly [mounts: number, users: number];
  close(): void;
}

/**
 * Builds it. Nothing of it is seen outside, and no process is left: the namespaces live by our file descriptors.
 * @param script `prepare-root.sh`
 * @param folder becomes its root
 * @throws with what the first program wrote that failed
 */
export async function openRootView(
  script: string,
  folder: string,
  bootstraps: string,
  asRoot: boolean,
): Promise<RootView> {
  await mkdir(folder, { recursive: true });
  const ownUsers = asRoot ? [] : ['--user', '--map-root-user'];
  const child = spawn('unshare', [...ownUsers, '--mount', 'sh', '-c', script, 'sh', folder, bootstraps], {
    env: { PATH: SYSTEM_PATH },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => child.stdin.destroy());
  try {
    await placeMade(child);
    const mounts = openSync(`/proc/${child.pid}/ns/mnt`, 'r');
    const fds = asRoot ? ([mounts] as const) : ([mounts, openSync(`/proc/${child.pid}/ns/user`, 'r')] as const);
    return { fds, close: () => fds.forEach((fd) => void closeSync(fd)) };
  } finally {
    child.stdin.destroy();
  }
}
