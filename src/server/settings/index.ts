/**
 * The settings of `sallyport start`: one table (`table.ts`), from which the flags, the environment variables, the keys of
 * the file, the checks, `--help` and the reference page follow.
 */
export { usesHttps } from './contradictions.ts';
export { settingsHelp } from './help.ts';
export { loadSettings } from './load-settings.ts';
export { configurationReference } from './reference.ts';
export { Secret } from './secret.ts';
export type { Surroundings } from './setting.ts';
export type { Settings } from './table.ts';
