import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FunctionVersion } from '../model/index.ts';
import type { Command } from './command.ts';
import { CHANNEL_FD } from './instance-process.ts';
import { LIMITS } from './limits.ts';
import { isErrno, killGroup } from './process-group.ts';

/** A process that has loaded its language's bootstrap, and waits to be told which function it is. */
export interface Template {
  readonly child: ChildProcess;
  /** Its private folder, which becomes the instance's. */
  readonly folder: string;
  /** Tells it: it takes this environment for its own, and goes into this folder. */
  assign(environment: Readonly<Record<string, string>>, folder: string, heapMb: number): void;
}

/**
 * Keeps one such process ready once instances are being started, because starting Node.js is most of a cold start. There is
 * none before the first instance, and none any more when no instance has been started for a while.
 */
export interface Templates {
  /** The one that is ready, for an instance from now on; another is started soon. */
  take(): Template | undefined;
  close(): Promise<void>;
}

export interface TemplateOptions {
  readonly workDirectory: string;
  readonly command: Command;
  /** After which one that nobody takes is ended. */
  readonly idleTimeoutMs: number;
}

/** What Node.js, its thread pool, the C library and the loader of shared libraries read when they start. */
const EARLY = /^(NODE_(?!ENV$)|UV_|LD_|MALLOC_|GLIBC_|OPENSSL_|SSL_CERT_|LANG$|LC_)/;

/** Whether a function can be run by a process that had started before its settings were known. */
export function fitsTemplate({ environment, layerDirectories, codeDirectory }: FunctionVersion): boolean {
  if (layerDirectories !== undefined || Object.keys(environment).some((name) => EARLY.test(name))) return false;
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

export function createTemplates({ workDirectory, command, idleTimeoutMs }: TemplateOptions): Templates {
  let ready: Template | undefined;
  let starting: Promise<void> | undefined;
  let later: NodeJS.Timeout | undefined;
  let expiry: NodeJS.Timeout | undefined;
  let closed = false;

  const start = async () => {
    const folder = await mkdtemp(join(workDirectory, 'instance-'));
    const child = spawn(command.file, command.args, {
      cwd: folder,
      // The folder is what strays of a killed runtime are told by.
      env: { TMPDIR: folder, SALLYPORT_TEMPLATE: '1' },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const template: Template = {
      child,
      folder,
      assign(environment, directory, heapMb) {
        child.stdin?.end(JSON.stringify({ environment, directory, heapMb }));
      },
    };
    const forget = () => {
      if (ready === template) ready = undefined;
    };
    child.once('exit', forget);
    child.once('error', forget);
    // Its pipe breaks when it ends; what that means is told by its exit.
    child.stdin?.on('error', forget);
    child.stdio[CHANNEL_FD]?.on('error', forget);
    if (closed || child.pid === undefined) return end(template);
    ready = template;
    expiry = setTimeout(() => void drop(), idleTimeoutMs).unref();
  };
  const end = async ({ child, folder }: Template) => {
    if (child.pid !== undefined) killGroup(child.pid);
    await rm(folder, { recursive: true, force: true });
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
      // Without one, instances start as they always can.
      starting = start()
        .catch(() => undefined)
        .finally(() => {
          starting = undefined;
        });
    }, LIMITS.templateDelayMs).unref();
  };

  return {
    take() {
      const template = ready;
      ready = undefined;
      clearTimeout(expiry);
      startSoon();
      return template?.child.exitCode === null ? template : undefined;
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
