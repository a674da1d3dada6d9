/** What callers of the control API must be allowed to do (features A1.12). */
export { apiGatewayAccess } from './access.ts';
