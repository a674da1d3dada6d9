import { type ChildProcess, execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import type { FunctionVersion } from '../../model/index.ts';
import type { ManagedLaunch } from '../interpreters.ts';
import { LIMITS } from '../limits.ts';
import { killGroup } from '../process-group.ts';
import { dropOptions } from './drop-privileges.ts';
import { placeMade, SYSTEM_PATH, startInPlace, startTemplate } from './launch-place.ts';
import type { Entrance, Place, TemplatePlace, Tenant } from './place.ts';
import { lastChildOf } from './process-tree.ts';
import type { RootView } from './root-view.ts';
import type { LauncherScripts } from './scripts.ts';
import {
  layersArgument,
  ownView,
  SEEN_BOOTSTRAPS,
  SEEN_CODE,
  seenLaunch,
  seenPath,
  shownInterpreter,
} from './seen-paths.ts';
import type { User } from './user.ts';

/** What leads instances into namespaces. */
export interface Namespaces {
  readonly rootView: RootView;
  readonly scripts: LauncherScripts;
  /** The folder that holds the code of all functions. */
  readonly codeRoot: string;
  /** The machine's, or one of its own that leads nowhere. */
  readonly network: 'host' | 'none';
}

const run = promisify(execFile);

/** A place in namespaces of its own: another root folder and no other processes. The system's programs and its own code are all it sees. */
export function namespacedPlace(
  namespaces: Namespaces,
  tenant: Tenant,
  folder: string,
  user: User,
  storageMb: number,
): Place {
  const { version, launch } = tenant;
  const needsNetwork = () => {
    if (namespaces.network === 'none')
      throw new Error('Functions have no network here, and it reaches us by none else.');
  };
  if (launch.kind === 'provided') needsNetwork();
  const boundsStorage = storageMb <= LIMITS.memoryStorageMb;
  const entrance = enter(namespaces, folder, user, [
    boundsStorage ? memoryStorage(storageMb, user) : user.own(folder),
    version.codeDirectory,
    namespaces.codeRoot,
    shownInterpreter(launch),
    layersArgument(version.layerDirectories, namespaces.codeRoot),
  ]);
  let holder: ChildProcess | undefined;
  return {
    folder,
    view: ownView(tenant),
    userId: user.id,
    boundsStorage,
    seen: (path) => seenPath(version, path),
    async share() {
      needsNetwork();
      holder = await holdOpen(entrance);
    },
    start: (program) => startInPlace(holder === undefined ? entrance : beside(holder, entrance, user), program),
    programOf: lastChildOf,
    release() {
      if (holder?.pid !== undefined) killGroup(holder.pid);
      user.release();
    },
  };
}

/** Whether a template can become an instance of this version. */
export function fitsNamespacedTemplate(version: FunctionVersion, codeRoot: string): boolean {
  const { codeDirectory, ephemeralStorageMb = LIMITS.defaultStorageMb } = version;
  return dirname(codeDirectory) === codeRoot && ephemeralStorageMb === LIMITS.defaultStorageMb;
}

/** Such a place for a template, which sees the code of all functions until it is settled. */
export function namespacedTemplate(
  namespaces: Namespaces,
  launch: ManagedLaunch,
  folder: string,
  user: User,
): TemplatePlace {
  const storage = memoryStorage(LIMITS.defaultStorageMb, user);
  const entrance = enter(namespaces, folder, user, [storage, '', namespaces.codeRoot, shownInterpreter(launch), '']);
  let pid: number | undefined;
  return {
    folder,
    launch: seenLaunch(launch),
    userId: user.id,
    boundsStorage: true,
    bootstraps: SEEN_BOOTSTRAPS,
    mustEnter: SEEN_CODE,
    start(command, environment) {
      const child = startTemplate(entrance, command, environment);
      pid = child.pid;
      return child;
    },
    viewOf: ownView,
    async settle({ version }) {
      const inside = [...(user.id === undefined ? [`--user=/proc/${pid}/ns/user`, '--preserve-credentials'] : [])];
      const place = ['sh', '-c', namespaces.scripts.place, 'sh', basename(version.codeDirectory)];
      try {
        await run('nsenter', [...inside, `--mount=/proc/${pid}/ns/mnt`, ...place], { env: { PATH: SYSTEM_PATH } });
        return true;
      } catch {
        // It has ended, or its code is gone: whoever started it hears of its end.
        return false;
      }
    },
    programOf: lastChildOf,
    release: user.release,
  };
}

function enter(
  { rootView, scripts, network }: Namespaces,
  folder: string,
  user: User,
  furniture: readonly string[],
): Entrance {
  return {
    prefix: [
      ...['nsenter', ...(user.id === undefined ? ['--user=/proc/self/fd/5', '--preserve-credentials'] : [])],
      '--mount=/proc/self/fd/4',
      ...['unshare', '--mount', '--pid', '--ipc', '--uts', ...(network === 'none' ? ['--net'] : [])],
      ...['sh', '-c', scripts.start, 'sh', dropOptions(user.id).join(' '), network],
      ...['sh', '-c', scripts.furnish, 'sh', ...furniture],
      ...become(user),
    ],
    fds: rootView.fds,
    folder,
    ownUser: user.isOwn,
  };
}

/** The way to where another program of the instance is. */
function beside({ pid }: ChildProcess, { folder, ownUser }: Entrance, user: User): Entrance {
  const namespaces = `/proc/${pid}/ns`;
  return {
    prefix: [
      ...['nsenter', ...(user.id === undefined ? [`--user=${namespaces}/user`, '--preserve-credentials'] : [])],
      ...[`--mount=${namespaces}/mnt`, `--pid=${namespaces}/pid_for_children`],
      ...[`--ipc=${namespaces}/ipc`, `--uts=${namespaces}/uts`],
      ...become(user),
    ],
    fds: [],
    folder,
    ownUser,
  };
}

/** Takes all privileges away. In a user namespace of its own it is nobody else, and its processes are counted by themselves. */
function become({ id, seenId }: User): readonly string[] {
  const nested = id === undefined ? ['unshare', '--user', `--map-user=${seenId}`, `--map-group=${seenId}`] : [];
  return [...nested, 'setpriv', ...dropOptions(id)];
}

/** Starts what does nothing, so that the namespaces last longer than any program in them. */
async function holdOpen(entrance: Entrance): Promise<ChildProcess> {
  const command = { file: '/bin/sh', args: ['-c', 'echo; exec sleep infinity'] };
  const holder = startInPlace(entrance, { command, folder: '/', environment: {}, withChannel: false });
  await placeMade(holder);
  return holder;
}

/** The options of a file system in memory. */
function memoryStorage(storageMb: number, { id }: User): string {
  const owner = id === undefined ? '' : `,uid=${id},gid=${id}`;
  // As many files as there are pages: each takes memory, even an empty one.
  return `nosuid,nodev,mode=0700,size=${storageMb}m,nr_inodes=${storageMb * 256}${owner}`;
}
