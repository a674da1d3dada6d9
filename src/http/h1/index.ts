/**
 * The HTTP/1.1 engine: a strict codec, a server and a client over `node:net` that meet without a promise, so that a request
 * that is only passed on goes from parsed head to upstream write, and back, in the same turn.
 */
export { type BodySink, type IncomingBody, type OutgoingBody, relay } from './body/index.ts';
export {
  Call,
  type CallHandler,
  type CallRequest,
  CLIENT_LIMITS,
  type ClientLimits,
  H1Client,
  type H1ClientOptions,
  type H1Response,
  type Origin,
  type StartBody,
} from './client/index.ts';
export { requestHead, writeFields } from './codec/index.ts';
export {
  H1Exchange,
  type H1Listener,
  type H1ListenOptions,
  H1Server,
  type H1ServerOptions,
  listenH1,
  SERVER_LIMITS,
  type ServerLimits,
  type UpgradedStream,
} from './server/index.ts';
