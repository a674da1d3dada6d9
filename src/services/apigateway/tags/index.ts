/** Tags on what can carry them: APIs, stages, API keys and usage plans (features A1.11). */
export { tagHandlers } from './handlers.ts';
