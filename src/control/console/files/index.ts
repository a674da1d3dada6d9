/** The console's files: a page and what it loads, as `npm run build` left them in `dist/console`. */
export { createFileServer, redirectToConsole } from './serve-files.ts';
