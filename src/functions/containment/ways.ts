import { release } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '../limits.ts';
import type { Places } from './containment.ts';
import type { FunctionFolders } from './function-folders.ts';
import { fitsNamespacedTemplate, namespacedPlace, namespacedTemplate } from './namespaced-place.ts';
import { plainPlace, plainTemplate } from './plain-place.ts';
import { openRootView } from './root-view.ts';
import { readScripts } from './scripts.ts';
import { ownUser, sameUser, type User } from './user.ts';
import { createUserIds, readUidMap, userIdRange } from './user-ids.ts';

/** In namespaces, as a user of its own if we are root, and else in a user namespace. @throws where this machine forbids it */
export async function inNamespaces(
  folders: FunctionFolders,
  asRoot: boolean,
  network: 'host' | 'none',
): Promise<Places> {
  const { codeRoot, workDirectory, bootstraps } = folders;
  const scripts = await readScripts(bootstraps);
  const rootView = await openRootView(scripts.prepareRoot, join(workDirectory, 'root'), bootstraps, asRoot);
  const namespaces = { rootView, scripts, codeRoot, network };
  const newUser = asRoot ? ownUsers() : () => sameUser(ownId(), COUNTS_BY_NAMESPACE);
  return {
    abilities: {
      namespaces: asRoot ? 'root' : 'user',
      users: asRoot,
      countsProcesses: asRoot || COUNTS_BY_NAMESPACE,
      network,
    },
    open(tenant, folder) {
      const storageMb = tenant.version.ephemeralStorageMb ?? LIMITS.defaultStorageMb;
      return namespacedPlace(namespaces, tenant, folder, newUser(), storageMb);
    },
    openTemplate: (launch, folder) => namespacedTemplate(namespaces, launch, folder, newUser()),
    fitsTemplate: (version) => fitsNamespacedTemplate(version, codeRoot),
    close: rootView.close,
  };
}

/** As users of their own, among all others. Only root can do that. */
export function asUsers(folders: FunctionFolders): Places {
  return among(folders, ownUsers(), { users: true, countsProcesses: true, network: 'host' });
}

/** As the user that we are. */
export function asOurselves(folders: FunctionFolders): Places {
  const user = sameUser(ownId(), false);
  return among(folders, () => user, { users: false, countsProcesses: false, network: 'host' });
}

function among(folders: FunctionFolders, newUser: () => User, abilities: Places['abilities']): Places {
  const { bootstraps, codeRoot } = folders;
  return {
    abilities,
    open: (tenant, folder) => plainPlace(tenant, bootstraps, folder, newUser()),
    openTemplate: (launch, folder) => plainTemplate(launch, { bootstraps, codeRoot }, folder, newUser()),
    fitsTemplate: () => true,
    close: () => undefined,
  };
}

function ownUsers(): () => User {
  const ids = createUserIds(userIdRange(readUidMap()));
  return () => ownUser(ids);
}

function ownId(): number {
  return process.geteuid?.() ?? 0;
}

/** Since Linux 5.14 the processes of a user are counted in each user namespace by itself (user_namespaces(7)). */
const COUNTS_BY_NAMESPACE = isSince(release(), 5, 14);

/** @param version for example `6.1.0-18-amd64` */
function isSince(version: string, major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number.parseFloat);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
