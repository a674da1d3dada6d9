import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Containment, Grouped, Places } from './containment.ts';
import type { FunctionFolders } from './function-folders.ts';
import { findGroups, type Groups } from './groups/index.ts';
import { tryPlace } from './try-place.ts';
import { asOurselves, asUsers, inNamespaces } from './ways.ts';

export interface ContainmentOptions extends FunctionFolders {
  /** How far: as far as this machine can, or no further than limits, among all else that runs here. */
  readonly containment: 'full' | 'limits';
  /** The Node.js that runs every `nodejs*` runtime: it has to run wherever instances do. */
  readonly nodePath: string;
  readonly network: 'host' | 'none';
  /** Whether an instance may have more than its share of the CPU when nobody else wants it, or never. */
  readonly cpu: 'share' | 'limit';
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
  const { places, missing } = await findMost(options);
  const { groups, missing: undivided } = await findGroups(options.cpu === 'limit');
  const abilities = {
    ...places.abilities,
    ...groups.abilities,
    countsProcesses: places.abilities.countsProcesses || groups.abilities.countsProcesses,
  };
  const containment: Containment = {
    abilities,
    open: (tenant, folder) => grouped(groups, () => places.open(tenant, folder)),
    openTemplate: (launch, folder) => grouped(groups, () => places.openTemplate(launch, folder)),
    fitsTemplate: places.fitsTemplate,
    close() {
      places.close();
      groups.close();
    },
  };
  const found = { containment, missing: [...missing, ...undivided] };
  const forbidden = whyForbidden(options, abilities);
  return forbidden === undefined ? found : { ...found, forbidden };
}

function grouped<P>(groups: Groups, open: () => P): P & Grouped {
  const group = groups.open();
  try {
    return { ...open(), group };
  } catch (error) {
    void group.release();
    throw error;
  }
}

function whyForbidden(
  { network, cpu }: ContainmentOptions,
  { namespaces, capsCpu }: Containment['abilities'],
): string | undefined {
  if (network === 'none' && namespaces === undefined)
    return 'Functions are to have no network, and this machine gives them no namespaces.';
  if (cpu === 'limit' && !capsCpu)
    return 'Functions are to have no more than their share of the CPU, and this machine gives us no control groups.';
  return undefined;
}

interface FoundPlaces {
  readonly places: Places;
  readonly missing: readonly string[];
}

async function findMost(options: ContainmentOptions): Promise<FoundPlaces> {
  if (options.containment === 'limits') return { places: asOurselves(options), missing: ['It is not asked for'] };
  const asRoot = process.geteuid?.() === 0;
  const missing = asRoot ? [] : ['A user of its own: only root can become others'];
  const attempt = async (what: string, open: () => Promise<Places>) => {
    try {
      return await proved(await open(), options);
    } catch (error) {
      missing.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  const inView = await attempt('A view of its own', () => inNamespaces(options, asRoot, options.network));
  if (inView !== undefined || !asRoot) return { places: inView ?? asOurselves(options), missing };
  const asOthers = await attempt('A user of its own', () => letThrough(options));
  return { places: asOthers ?? asOurselves(options), missing };
}

async function letThrough(options: ContainmentOptions): Promise<Places> {
  await options.letOthersThrough?.();
  await chmod(options.workDirectory, 0o711);
  await chmod(options.codeRoot, 0o711);
  return asUsers(options);
}

async function proved(places: Places, { workDirectory, nodePath }: ContainmentOptions): Promise<Places> {
  const folder = await mkdtemp(join(workDirectory, 'instance-'));
  try {
    await tryPlace(places.openTemplate({ kind: 'nodejs', interpreter: nodePath }, folder));
    return places;
  } catch (error) {
    places.close();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
