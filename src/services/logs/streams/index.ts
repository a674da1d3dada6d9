/** Log streams: the sources of the events of a group. */
export { streamHandlers } from './stream-handlers.ts';
