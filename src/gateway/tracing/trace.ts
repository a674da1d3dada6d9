import type { HeaderList } from '../../http/index.ts';
import type { AuthorizerType, ServedRequest } from '../../model/index.ts';
import type { DecidingStatement } from '../../policy/index.ts';
import type { GatewayFailure } from '../gateway-responses/render.ts';
import type { StageFacts } from '../request-context/stage-facts.ts';

/** A body as far as it is known: bytes, or undefined for one that passes through as it comes in. */
type TracedBody = Uint8Array | undefined;

/** A resource that a request's path fits. */
export interface RouteCandidate {
  readonly resourcePath: string;
  /** The verbs that it declares. */
  readonly httpMethods: readonly string[];
  /** Whether it has a method for the request's verb. */
  readonly hasVerb: boolean;
}

/** Routing is over. What costs something is worked out when it is read. */
export interface RoutedEvent {
  readonly kind: 'routed';
  readonly requestId: string;
  readonly httpMethod: string;
  /** The path as received, without the stage. */
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: HeaderList;
  /** Undefined when no method was found. */
  readonly method: TracedMethod | undefined;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Every resource that the path fits, the most specific first; the one that was taken is among them. */
  readonly candidates: readonly RouteCandidate[];
}

/** The method that a request was led to. */
export interface TracedMethod {
  readonly resourceId: string;
  readonly resourcePath: string;
  /** As it was declared: perhaps `ANY`. */
  readonly declaredMethod: string;
}

/** A backend is called. */
export interface IntegrationRequestEvent {
  readonly kind: 'integrationRequest';
  readonly method: string;
  readonly uri: string;
  readonly headers: HeaderList;
  readonly body: TracedBody;
  /** Set where the body is the client's, as it came. */
  readonly isPassedOn?: true;
}

/** The method's answer is on its way to the client. */
export interface AnsweredEvent {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: TracedBody;
}

/** What a phase has to tell. */
export type TraceEvent =
  | RoutedEvent
  /** A phase before the integration has let the request pass, or not. */
  | { readonly kind: 'guarded'; readonly phase: string; readonly failure: GatewayFailure | undefined }
  /** Policies were asked whether the caller may do something. */
  | {
      readonly kind: 'policy';
      /** Whose: `resource policy`, `authorizer`, or `caller` for all those that have a say about who signed. */
      readonly asked: 'endpoint policy' | 'resource policy' | 'authorizer' | 'caller';
      readonly principal: string;
      readonly action: string;
      readonly resource: string;
      readonly result: string;
      /** The statement that decided; undefined where none is about the request. */
      readonly statement: DecidingStatement | undefined;
    }
  /** The request does not show what its authorizer identifies callers by: nobody is asked (fact D88). */
  | { readonly kind: 'unidentified'; readonly authorizer: TracedAuthorizer }
  | { readonly kind: 'authorizerStarted'; readonly authorizer: TracedAuthorizer }
  | { readonly kind: 'authorizerRequest'; readonly functionArn: string; readonly body: Uint8Array }
  | { readonly kind: 'authorizerResponse'; readonly body: Uint8Array }
  /** An authorizer knows the caller. */
  | {
      readonly kind: 'authorized';
      /** It was known from an earlier request. */
      readonly isKept: boolean;
      readonly principalId: string | undefined;
      /** What it says of the caller besides. */
      readonly facts: Readonly<Record<string, string>>;
    }
  /** Who signed the request. */
  | { readonly kind: 'signed'; readonly accessKeyId: string; readonly userArn: string }
  /** A method that wants an API key has looked for one. */
  | { readonly kind: 'apiKey'; readonly apiKey: string | undefined; readonly apiKeyId: string | undefined }
  /** A request was counted against a throttle. */
  | {
      readonly kind: 'throttle';
      readonly level: ThrottleLevel;
      readonly perSecond: number;
      readonly burst: number;
      readonly isWithin: boolean;
    }
  /** A request was counted against the quota of its usage plan. */
  | {
      readonly kind: 'quota';
      readonly planId: string;
      readonly limit: number;
      readonly period: string;
      readonly isWithin: boolean;
    }
  /** The request's body has been read, with its transport coding undone. */
  | { readonly kind: 'requestBody'; readonly body: Uint8Array }
  /** The cache of the stage answers, has no answer, or refuses to give one. */
  | { readonly kind: 'cache'; readonly result: 'hit' | 'miss' | 'refused'; readonly invalidation: Invalidation }
  /** A mapping template has been rendered. */
  | {
      readonly kind: 'rendered';
      readonly side: 'request' | 'response';
      /** The content type that the template is for. */
      readonly template: string;
      readonly input: Uint8Array;
      readonly body: Uint8Array;
    }
  | IntegrationRequestEvent
  /** A backend has answered. */
  | {
      readonly kind: 'integrationResponse';
      readonly status: number;
      readonly headers: HeaderList;
      readonly body: TracedBody;
    }
  /** An integration response was chosen. */
  | {
      readonly kind: 'selected';
      /** What selection patterns were matched with. */
      readonly value: string;
      /** Undefined for the one that is chosen when none matches. */
      readonly pattern: string | undefined;
      readonly statusCode: string;
    }
  | { readonly kind: 'compressed'; readonly coding: string }
  /** The request ends with a gateway response; `failure.detail` is its text for the operator. */
  | {
      readonly kind: 'failed';
      readonly failure: GatewayFailure;
      readonly status: number;
      readonly headers: HeaderList;
      readonly body: Uint8Array;
    }
  | AnsweredEvent;

export interface TracedAuthorizer {
  readonly id: string;
  readonly name: string;
  readonly type: AuthorizerType | 'JWT';
  readonly identitySource?: string;
}

/** Whose throttle it is. */
export type ThrottleLevel = 'usage plan' | 'method of the usage plan' | 'method of the stage' | 'account';

/** What became of a client's wish for a response that is fresh; `none` where there was no such wish. */
export type Invalidation = 'none' | 'free' | 'allowed' | 'ignored' | 'refused';

/** Is told of one request, in order. What it is given may be borrowed: bytes are good until `record` returns. */
export interface Trace {
  record(event: TraceEvent): void;
  /** Called once, when all is over. */
  ended(request: ServedRequest): void;
}

/** A body, or the beginning of it, that a trace keeps. */
export interface KeptBody {
  readonly bytes: number;
  /** A copy, as much of it as is kept. */
  readonly head: Buffer;
}

/** An event with its time, and a copy of what was borrowed. */
export interface TimedEvent {
  /** Since the request began, with fractions. */
  readonly atMs: number;
  readonly event: TraceEvent;
  /** Undefined for an event without one, and for a body that was not known. */
  readonly body: KeptBody | undefined;
  /** What a template was given. */
  readonly input: KeptBody | undefined;
}

/** A request as whoever begins its trace sees it. */
export interface TracedRequest {
  readonly requestId: string;
  readonly requestTimeEpoch: number;
  readonly stageFacts: StageFacts;
  readonly headers: HeaderList;
  /** What integrations and the client are told as `X-Amzn-Trace-Id`. */
  readonly traceId: string;
  /** From now on they are told this. */
  tracedAs(traceId: string): void;
  /** Lets the request have come with an API key. */
  openedBy(apiKey: { readonly apiKey: string; readonly apiKeyId: string }): void;
}

/** Begins the trace of a request; undefined for one that is not traced. */
export type StartTrace = (request: TracedRequest) => Trace | undefined;
