import type { HeaderList } from '../../http/index.ts';
import type { GatewayFailure } from '../gateway-responses/render.ts';

/** A body as far as it is known: a text, bytes, or undefined for one that passes through as it comes in. */
type TracedBody = Uint8Array | undefined;

/** What a phase has to tell. */
export type TraceEvent =
  | {
      /** A request has found its method. */
      readonly kind: 'routed';
      readonly requestId: string;
      readonly httpMethod: string;
      /** The path as received, without the stage. */
      readonly path: string;
      readonly resourcePath: string;
      readonly pathParameters: Readonly<Record<string, string>>;
      readonly query: readonly (readonly [string, string])[];
      readonly headers: HeaderList;
    }
  /** A phase before the integration has let the request pass, or not. */
  | { readonly kind: 'guarded'; readonly phase: string; readonly failure: GatewayFailure | undefined }
  /** The request's body has been read, with its transport coding undone. */
  | { readonly kind: 'requestBody'; readonly body: Uint8Array }
  /** The cache of the stage answers, has no answer, or refuses to give one. */
  | { readonly kind: 'cache'; readonly result: 'hit' | 'miss' | 'refused' }
  /** A mapping template has been rendered. */
  | {
      readonly kind: 'rendered';
      readonly side: 'request' | 'response';
      readonly input: Uint8Array;
      readonly output: Uint8Array;
    }
  /** A backend is called. */
  | {
      readonly kind: 'integrationRequest';
      readonly method: string;
      readonly uri: string;
      readonly headers: HeaderList;
      readonly body: TracedBody;
    }
  /** A backend has answered. */
  | {
      readonly kind: 'integrationResponse';
      readonly status: number;
      readonly headers: HeaderList;
      readonly body: TracedBody;
    }
  /** The request ends with a gateway response; `failure.detail` is its text for the operator. */
  | { readonly kind: 'failed'; readonly failure: GatewayFailure; readonly status: number }
  /** The method's answer is on its way to the client. */
  | { readonly kind: 'answered'; readonly status: number; readonly headers: HeaderList; readonly body: TracedBody };

/** Is told of one request, in order. What it is given may be borrowed: bytes are good until `record` returns. */
export interface Trace {
  record(event: TraceEvent): void;
}

/** An event with the time at which it was told, in milliseconds since the epoch. */
export interface TimedEvent {
  readonly atMs: number;
  readonly event: TraceEvent;
}

/** A request as whoever begins its trace sees it. */
export interface TracedRequest {
  readonly requestId: string;
  /** Lets the request have come with an API key. */
  openedBy(apiKey: { readonly apiKey: string; readonly apiKeyId: string }): void;
}

/** Begins the trace of a request; undefined for one that is not traced. */
export type StartTrace = (request: TracedRequest) => Trace | undefined;
