import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Containment } from './containment.ts';
import type { FunctionFolders } from './function-folders.ts';
import { tryPlace } from './try-place.ts';
import { asOurselves, asUsers, inNamespaces } from './ways.ts';

export interface ContainmentOptions extends FunctionFolders {
  /** How far: as far as this machine can, or no further than limits, among all else that runs here. */
  readonly containment: 'full' | 'limits';
  /** The Node.js that runs every `nodejs*` runtime: it has to run wherever instances do. */
  readonly nodePath: string;
  readonly network: 'host' | 'none';
  /** Called where functions are other users and see this machine's folders: lets them reach those that are theirs. */
  letOthersThrough?(): Promise<void>;
}

/** The most that this machine can do. */
export interface FoundContainment {
  readonly containment: Containment;
  /** Why it is not more, a sentence each. */
  readonly missing: readonly string[];
  /** Why no function may run, a sentence for the user: what the operator asked for cannot be had. */
  readonly forbidden?: string;
}

/** Finds it by doing it; never rejects. */
export async function findContainment(options: ContainmentOptions): Promise<FoundContainment> {
  // Whoever writes code there hears what is wrong with it.
  await mkdir(options.codeRoot, { recursive: true }).catch(() => undefined);
  const found = await findMost(options);
  if (options.network === 'host' || found.containment.abilities.namespaces !== undefined) return found;
  const forbidden = 'Functions are to have no network, and this machine gives them no namespaces.';
  return { ...found, forbidden };
}

async function findMost(options: ContainmentOptions): Promise<FoundContainment> {
  if (options.containment === 'limits') return { containment: asOurselves(options), missing: ['It is not asked for'] };
  const asRoot = process.geteuid?.() === 0;
  const missing = asRoot ? [] : ['A user of its own: only root can become others'];
  const attempt = async (what: string, open: () => Promise<Containment>) => {
    try {
      return await proved(await open(), options);
    } catch (error) {
      missing.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  const inView = await attempt('A view of its own', () => inNamespaces(options, asRoot, options.network));
  if (inView !== undefined || !asRoot) return { containment: inView ?? asOurselves(options), missing };
  const asOthers = await attempt('A user of its own', () => letThrough(options));
  return { containment: asOthers ?? asOurselves(options), missing };
}

async function letThrough(options: ContainmentOptions): Promise<Containment> {
  await options.letOthersThrough?.();
  await chmod(options.workDirectory, 0o711);
  await chmod(options.codeRoot, 0o711);
  return asUsers(options);
}

async function proved(containment: Containment, { workDirectory, nodePath }: ContainmentOptions): Promise<Containment> {
  const folder = await mkdtemp(join(workDirectory, 'instance-'));
  try {
    await tryPlace(containment.openTemplate({ kind: 'nodejs', interpreter: nodePath }, folder));
    return containment;
  } catch (error) {
    containment.close();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
