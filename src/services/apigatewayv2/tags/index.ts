/** Tags of APIs, stages and domain names (features A1.11). */
export { tagHandlers } from './handlers.ts';
