/** Cross-origin access to a resource, written into an API as the console's wizard writes it (guide: "Enable CORS on a resource"). */
export { allowOrigin, allowOriginOfErrors } from './answers.ts';
export { type CorsChoices, type CorsHeaders, corsHeadersOf } from './headers.ts';
export { writePreflight } from './preflight.ts';
