/**
 * Connections as streams of bytes: accepted or opened, read into one shared buffer, written with few system calls. Knows
 * nothing of HTTP.
 */
export { acceptInto } from './accept.ts';
export { Carry } from './carry.ts';
export { ChunkPool } from './chunk-pool.ts';
export { type Address, type DialEvents, dial } from './dial.ts';
export { Outlet } from './outlet.ts';
export { COPIED_BYTES, send, sendBetween, sendLarge } from './send.ts';
export { type OnSocket, type WireEvents, watchWithData } from './wire-events.ts';
