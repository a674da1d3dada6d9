/** The regular expressions of filter patterns: no groups, no back references, matched by an automaton. */
export { compileRegex } from './automaton.ts';
