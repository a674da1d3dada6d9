/** The installation as a whole: its processes, how they are used, and what lies on the disk. */
export { createDataSize } from './data-size.ts';
export { type SystemOptions, systemEndpoint } from './endpoint.ts';
