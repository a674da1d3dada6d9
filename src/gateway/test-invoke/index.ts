/**
 * `TestInvokeAuthorizer` and `TestInvokeMethod`: a simulated request through the code that serves real ones, with a log of what
 * happened. A method's test runs through the same phases and integrations as at a stage (features A1.10); what it leaves out
 * (authorization, API key, throttles, the stage's cache) is left out of the snapshot that it is given. A request that is to be
 * explained leaves out nothing.
 */
export { createAuthorizerTester, type TestEnvironment } from './test-authorizer.ts';
export { createMethodTester } from './test-invoke.ts';
