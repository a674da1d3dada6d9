/** Explained requests, in lines for people. */
export { printExplained } from './print.ts';
