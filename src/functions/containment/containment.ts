import type { FunctionContainment, FunctionVersion } from '../../model/index.ts';
import type { ManagedLaunch } from '../interpreters.ts';
import type { Place, TemplatePlace, Tenant } from './place.ts';

/** What it keeps them to. */
export type Abilities = Omit<FunctionContainment, 'missing'>;

/** Keeps functions from their neighbours and from what is not theirs. */
export interface Containment {
  readonly abilities: Abilities;
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
