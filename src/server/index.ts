/**
 * The composition root: settings, data directory, and (loaded only when a server really starts) the process tree that joins
 * the rooms of both planes.
 */
export { layoutOf, type RootCredentials, readStoredRootCredentials, rotateMasterKey } from './data-directory/index.ts';
export {
  loadSettings,
  type Settings,
  type Surroundings,
  settingsHelp,
} from './settings/index.ts';
export type { RunningServer } from './start.ts';
export { StartError } from './start-error.ts';

/** Loads what starting needs; the other commands are quicker without it. */
export function loadServer(): Promise<typeof import('./start.ts')> {
  return import('./start.ts');
}

/** Loads what makes development certificates. */
export function loadDevCertificates(): Promise<typeof import('./tls/dev/index.ts')> {
  return import('./tls/dev/index.ts');
}
