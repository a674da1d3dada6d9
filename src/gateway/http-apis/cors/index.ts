/** CORS of HTTP APIs: preflights without a route, and answers that browsers let pages see (facts D131, D132). */
export { compileCors, PREFLIGHT } from './compile-cors.ts';
