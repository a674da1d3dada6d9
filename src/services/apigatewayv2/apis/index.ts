/** APIs of the protocol HTTP: their settings, CORS, and quick create (features A3.2, A3.7). */
export { apiHandlers } from './handlers.ts';
