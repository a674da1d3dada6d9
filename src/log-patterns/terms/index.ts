/** Filter patterns of words, for events of any form. */
export { compileTerms, type Terms } from './compile-terms.ts';
