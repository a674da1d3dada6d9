/**
 * The wire protocols of AWS services (Smithy, "AWS protocols"), server side and generic: a schema tells what an operation
 * takes and gives, a protocol how that looks on the wire. No service's name stands in this folder.
 */
export { detectProtocol } from './detect-protocol.ts';
export type { Protocol, Values, WireRequest, WireResponse } from './protocol.ts';
export { PROTOCOLS } from './protocols.ts';
export { SerializationError } from './serialization-error.ts';
