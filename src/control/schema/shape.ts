/** What a member's value is. Shapes may contain themselves; they are resolved once and never change. */
export type Shape =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'document' }
  | TimestampShape
  | BlobShape
  | ListShape
  | MapShape
  | StructureShape;

/** How a timestamp is written; absent means the protocol's own way (Smithy, `timestampFormat`). */
export type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds';

interface TimestampShape {
  readonly kind: 'timestamp';
  readonly format?: TimestampFormat;
}

interface BlobShape {
  readonly kind: 'blob';
}

export interface ListShape {
  readonly kind: 'list';
  readonly member: Member;
}

export interface MapShape {
  readonly kind: 'map';
  readonly key: Member;
  readonly value: Member;
}

export interface StructureShape {
  readonly kind: 'structure' | 'union';
  readonly name: string;
  readonly members: readonly Member[];
  readonly error?: ErrorTrait;
}

export interface Member {
  /** The SDK's name of it, which is also the key of handlers' inputs and outputs. */
  readonly name: string;
  readonly shape: Shape;
  readonly traits: Traits;
  readonly required: boolean;
}

/** The Smithy traits that a server acts on. */
export interface Traits {
  /** Key in a JSON body of rest-json. */
  readonly jsonName?: string;
  readonly httpLabel?: true;
  readonly httpQuery?: string;
  readonly httpQueryParams?: true;
  readonly httpHeader?: string;
  readonly httpPrefixHeaders?: string;
  readonly httpPayload?: true;
  readonly httpResponseCode?: true;
  readonly xmlName?: string;
  readonly xmlFlattened?: true;
  readonly timestampFormat?: TimestampFormat;
  readonly idempotencyToken?: true;
  readonly sensitive?: true;
  readonly mediaType?: string;
  /** On a blob: a body of any length. On a union: an event stream. */
  readonly streaming?: true;
  /** The member is an event's whole payload. */
  readonly eventPayload?: true;
}

/** What makes a structure an error. */
export interface ErrorTrait {
  readonly statusCode: number;
  /** The code under which aws-query knows the error, where it is not the shape's name. */
  readonly awsQueryCode?: string;
}
