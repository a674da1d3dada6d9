/** Where the server serves the console (`base` in vite.config.ts). */
export const BASE = '/console';
