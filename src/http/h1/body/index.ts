/**
 * Bodies on their way in and out of connections, with back-pressure by callbacks, so that a relay costs no promise.
 */
export type { BodySink } from './body-sink.ts';
export { type BodyOrigin, IncomingBody } from './incoming-body.ts';
export { type BodyDestination, OutgoingBody } from './outgoing-body.ts';
export { pump, relay, SLICE_BYTES, sendSlices } from './pump.ts';
