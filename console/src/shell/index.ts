/** What stands around every page: top bar and navigation. */
export { Shell } from './shell.tsx';
