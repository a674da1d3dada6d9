import type { ManagedLaunch } from '../interpreters.ts';
import { dropOptions } from './drop-privileges.ts';
import type { FunctionFolders } from './function-folders.ts';
import { startInPlace, startTemplate } from './launch-place.ts';
import type { Entrance, Place, TemplatePlace, Tenant, View } from './place.ts';
import type { User } from './user.ts';

/** A place among all others of this machine: as a user of its own if it may be one. */
export function plainPlace(tenant: Tenant, bootstraps: string, folder: string, user: User): Place {
  const view = plainView(tenant, bootstraps, user.own(folder));
  return {
    folder,
    view,
    userId: user.id,
    boundsStorage: false,
    seen: (path) => path,
    share: async () => undefined,
    start: (program) => startInPlace(enter(folder, user), program),
    programOf: (pid) => pid,
    release: user.release,
  };
}

export function plainTemplate(
  launch: ManagedLaunch,
  { bootstraps, codeRoot }: Pick<FunctionFolders, 'bootstraps' | 'codeRoot'>,
  folder: string,
  user: User,
): TemplatePlace {
  user.own(folder);
  return {
    folder,
    launch,
    bootstraps,
    mustEnter: codeRoot,
    userId: user.id,
    boundsStorage: false,
    // The folder is what strays of a killed runtime are told by.
    start: (command, environment) => startTemplate(enter(folder, user), command, { ...environment, TMPDIR: folder }),
    viewOf: (tenant) => plainView(tenant, bootstraps, folder),
    settle: async () => true,
    programOf: (pid) => pid,
    release: user.release,
  };
}

function plainView(tenant: Tenant, bootstraps: string, folder: string): View {
  return { ...tenant, bootstraps, temporaryDirectory: folder };
}

function enter(folder: string, { id, isOwn }: User): Entrance {
  const prefix = id === undefined ? [] : ['setpriv', ...dropOptions(id)];
  return { prefix, fds: [], folder, ownUser: isOwn };
}
