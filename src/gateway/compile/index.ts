/** From a stage's snapshot to its plan: router, methods and integrations resolved ahead of the first request. */
export { compileStage } from './compile-stage.ts';
export { compileTest } from './compile-test.ts';
export type { CompileEnvironment } from './release-scope.ts';
