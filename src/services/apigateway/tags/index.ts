/** Tags on what can carry them: APIs and stages (features A1.11). */
export { tagHandlers } from './handlers.ts';
