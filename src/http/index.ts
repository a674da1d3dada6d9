/**
 * HTTP as the data plane sees it: an `Exchange` for a request that came in, an `UpstreamClient` for one that goes out.
 * This room knows connections and messages, nothing of APIs.
 */
export {
  type BodySource,
  BodyTooLargeError,
  type Exchange,
  type HeaderList,
  type Peer,
  type PeerTls,
  type TrustedClient,
} from './exchange.ts';
export { FieldLines, FieldName, listOf } from './field-lines.ts';
export { H1Client, type H1ClientOptions, type H1Listener, H1Server, listenH1, type ServerLimits } from './h1/index.ts';
export { type HeldSocket, holdSocket } from './held-socket.ts';
export type { ListenAt, SocketHandle } from './listening.ts';
export type {
  Certificate,
  CertificateFiles,
  CertificatePem,
  CertificateStore,
  MinTlsVersion,
  TlsListener,
  TlsListenOptions,
  WatchOptions,
} from './tls/index.ts';
export { CHALLENGE_PATH, type Redirect, redirectTarget } from './tls/redirect.ts';
export {
  type RouteRequest,
  type UpstreamCall,
  type UpstreamClient,
  UpstreamError,
  type UpstreamFailure,
  type UpstreamHandler,
  type UpstreamOrigin,
  type UpstreamRequest,
  type UpstreamResponse,
  type UpstreamRoute,
  type UpstreamTls,
} from './upstream.ts';

/** HTTPS and HTTP/2: several megabytes that only a process with certificates needs, so it is loaded when asked for. */
export const loadTls = (): Promise<typeof import('./tls/index.ts')> => import('./tls/index.ts');
export { WrappedExchange } from './wrapped-exchange.ts';
