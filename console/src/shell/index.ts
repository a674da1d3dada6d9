/** What stands around every page: top bar, navigation, theme. */
export { Shell } from './shell.tsx';
export { applyTheme, storedTheme } from './theme.ts';
