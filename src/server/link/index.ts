/** The typed calls between the control process and its gateway workers. */
export type { ControlCalls, Served, ServeOrder, WorkerCalls } from './calls.ts';
export { type Channel, type Link, openLink } from './link.ts';
