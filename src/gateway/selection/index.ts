/** Chooses the integration response for what a backend answered: by selection pattern, or the default one. */
export { compileSelection, type Selectable, type Selection } from './select.ts';
