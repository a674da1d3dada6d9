/** Chooses the integration response for what a backend answered: by selection pattern, or the default one. */
export { JavaRegexError } from './java-regex/index.ts';
export { compileSelection, type Selectable, type Selection } from './select.ts';
