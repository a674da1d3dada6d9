/**
 * What a method leads to: one folder for each kind of backend, and the choice among them. An integration that cannot be
 * served says why when it is compiled.
 */
export { compileIntegration } from './compile-integration.ts';
