import type { FunctionContainment, FunctionVersion } from '../../model/index.ts';
import type { ManagedLaunch } from '../interpreters.ts';
import type { Group } from './groups/index.ts';
import type { Place, TemplatePlace, Tenant } from './place.ts';

/** What places keep them from. */
export type PlaceAbilities = Pick<FunctionContainment, 'namespaces' | 'users' | 'countsProcesses' | 'network'>;

/** Where instances live: what they see of this machine, and who they are. */
export interface Places {
  readonly abilities: PlaceAbilities;
  /**
   * @param folder of this machine, the instance's own
   * @throws when there is no user left, or its layers cannot be shown
   */
  open(tenant: Tenant, folder: string): Place;
  openTemplate(launch: ManagedLaunch, folder: string): TemplatePlace;
  /** Whether a template can become an instance of this version. */
  fitsTemplate(version: FunctionVersion): boolean;
  close(): void;
}

/** Keeps functions from their neighbours and from what is not theirs. Each place has a group, of what may be taken of the machine. */
export interface Containment extends Omit<Places, 'open' | 'openTemplate'> {
  readonly abilities: Omit<FunctionContainment, 'missing'>;
  open(...of: Parameters<Places['open']>): Place & Grouped;
  openTemplate(...of: Parameters<Places['openTemplate']>): TemplatePlace & Grouped;
}

export interface Grouped {
  readonly group: Group;
}
