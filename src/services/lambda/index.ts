/**
 * The Lambda service (`lambda`, 2015-03-31): functions as documents, their code on the disk, their resource policies, and the
 * one door through which API Gateway and callers of `Invoke` reach them. What executes them is a `FunctionRuntime` that it is
 * given. Knows nothing of HTTP.
 */
export { type FunctionRoles, type IdentitySource, lambdaAccess } from './access/index.ts';
export { createLambdaService, type LambdaService } from './service.ts';
export type { Cors, ServedFunctionUrl } from './urls/index.ts';
