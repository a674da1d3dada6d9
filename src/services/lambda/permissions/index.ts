/** A function's resource policy: who else may invoke it. Statements are added and removed one by one, as AWS has it. */
export { allowsInvocation, opensUrl } from './evaluate.ts';
export { permissionHandlers } from './permission-handlers.ts';
