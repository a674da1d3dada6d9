/** The account's settings (features A1.14). */
export { accountHandlers } from './handlers.ts';
