/**
 * What `TestInvokeAuthorizer` runs: a simulated request through the code that serves real ones, with a log of what happened
 * instead of an answer.
 */
export { createAuthorizerTester, type TestEnvironment } from './test-authorizer.ts';
