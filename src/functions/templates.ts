import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FunctionVersion } from '../model/index.ts';
import { templateCommand } from './command.ts';
import {
  type Containment,
  type Grouped,
  type Place,
  placeMade,
  type TemplatePlace,
  type Tenant,
} from './containment/index.ts';
import { templateEnvironment } from './environment.ts';
import { CHANNEL_FD } from './instance-process.ts';
import type { ManagedLaunch } from './interpreters.ts';
import { LIMITS } from './limits.ts';
import { isErrno, killGroup } from './process-group.ts';

/**
 * Keeps a process ready that has loaded its language's bootstrap, and waits to be told which function it is: starting an interpreter is
 * most of a cold start. There is none before the first instance, and none any more when no instance has been started for a while.
 */
export interface Templates {
  /** The one that is ready, as the place of an instance from now on; another is started soon. */
  take(tenant: Tenant): (Place & Grouped) | undefined;
  close(): Promise<void>;
}

export interface TemplateOptions {
  readonly workDirectory: string;
  containment(): Promise<Containment>;
  readonly launch: ManagedLaunch;
  /** Of the functions that it is for. */
  readonly memorySizeMb: number;
  /** After which one that nobody takes is ended. */
  readonly idleTimeoutMs: number;
}

/** One that is ready. */
interface Template {
  readonly place: TemplatePlace & Grouped;
  readonly child: ChildProcess;
}

/** What the C library and the loader of shared libraries read when they start, and what each interpreter does. */
const EARLY = {
  common: /^(LD_|MALLOC_|GLIBC_|OPENSSL_|SSL_CERT_|LANG$|LC_)/,
  nodejs: /^(NODE_(?!ENV$)|UV_)/,
  python: /^PYTHON/,
} as const;

/** Whether a function can be run by a process that had started before its settings were known. */
export function fitsTemplate(
  { environment, layerDirectories, codeDirectory }: FunctionVersion,
  language: ManagedLaunch['kind'],
): boolean {
  const isEarly = (name: string) => EARLY.common.test(name) || EARLY[language].test(name);
  if (layerDirectories !== undefined || Object.keys(environment).some(isEarly)) return false;
  return ![codeDirectory, join(codeDirectory, 'lib')].some(hasSharedLibraries);
}

/** The loader looks into `LD_LIBRARY_PATH` as it was at the start. */
function hasSharedLibraries(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => /\.so(\.|$)/.test(name));
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) return false;
    throw error;
  }
}

export function createTemplates({
  workDirectory,
  containment,
  launch,
  memorySizeMb,
  idleTimeoutMs,
}: TemplateOptions): Templates {
  let ready: Template | undefined;
  let starting: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;
  let expiry: NodeJS.Timeout | undefined;
  let closed = false;

  const start = async () => {
    const places = await containment();
    const place = places.openTemplate(launch, await mkdtemp(join(workDirectory, 'instance-')));
    const command = templateCommand(place.launch, memorySizeMb, place.bootstraps);
    const child = place.start(command, templateEnvironment(place.launch));
    const template = { place, child };
    const forget = () => {
      if (ready === template) ready = undefined;
    };
    child.once('exit', forget);
    child.once('error', forget);
    // Its pipe breaks when it ends; what that means is told by its exit.
    child.stdin?.on('error', forget);
    child.stdio[CHANNEL_FD]?.on('error', forget);
    try {
      await placeMade(child);
      if (child.pid !== undefined) await place.group.add(child.pid);
    } catch {
      // Without one, instances start as they always can.
      return end(template);
    }
    // It may have gone while its group was made.
    if (closed || hasEnded(child)) return end(template);
    ready = template;
    expiry = setTimeout(() => void drop(), idleTimeoutMs).unref();
  };
  const end = async ({ child, place }: Template) => {
    if (child.pid !== undefined) killGroup(child.pid);
    try {
      await place.group.release();
      place.release();
      await rm(place.folder, { recursive: true, force: true });
    } catch {
      // What is left goes with the work directory; nobody waits for this who could do more about it.
    }
  };
  const drop = async () => {
    const template = ready;
    ready = undefined;
    if (template !== undefined) await end(template);
  };
  /** Not at once: the instance that is being started needs the processor first. */
  const startSoon = () => {
    if (closed || later !== undefined || starting !== undefined) return;
    later = setTimeout(() => {
      later = undefined;
      starting = start()
        .catch(() => undefined)
        .finally(() => {
          starting = undefined;
        });
    }, LIMITS.templateDelayMs).unref();
  };

  return {
    take(tenant) {
      const template = ready;
      ready = undefined;
      clearTimeout(expiry);
      startSoon();
      if (template === undefined) return undefined;
      if (!hasEnded(template.child)) return settled(template, tenant);
      void end(template);
      return undefined;
    },
    async close() {
      closed = true;
      clearTimeout(later);
      clearTimeout(expiry);
      await starting;
      await drop();
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** A template as the place of this function: its program has been started, and is told what it is. */
function settled({ place, child }: Template, tenant: Tenant): Place & Grouped {
  const { folder, userId, boundsStorage, programOf, release, group } = place;
  const view = place.viewOf(tenant);
  return {
    folder,
    view,
    userId,
    boundsStorage,
    seen: (path) => path,
    share: async () => undefined,
    start({ environment }) {
      const directory = view.version.codeDirectory;
      void place.settle(tenant).then((isSettled) => {
        if (isSettled) child.stdin?.end(JSON.stringify({ environment, directory }));
        else if (child.pid !== undefined) killGroup(child.pid);
      });
      return child;
    },
    programOf,
    release,
    group,
  };
}
