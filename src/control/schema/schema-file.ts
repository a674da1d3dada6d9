import type { ErrorTrait, Traits } from './shape.ts';

/** The wire protocols of AWS services, by their names in the Smithy specification with the version of aws-json. */
export type ProtocolName = 'rest-json' | 'aws-json-1.0' | 'aws-json-1.1' | 'aws-query' | 'rpc-v2-cbor';

export interface ServiceMetadata {
  /** The file's own name, such as `apigateway`. */
  readonly name: string;
  /** What AWS calls it, such as `API Gateway`. */
  readonly serviceId: string;
  readonly apiVersion: string;
  /** The service part of a SigV4 credential scope. */
  readonly signingName: string;
  /** Stands before an error's name in `__type`, such as `com.amazonaws.sts`. */
  readonly namespace: string;
  /** Stands before the operation in `X-Amz-Target` and in the path of rpc-v2-cbor. */
  readonly targetPrefix: string;
  /** Every protocol that the service's clients use, best one first. */
  readonly protocols: readonly ProtocolName[];
  readonly xmlNamespace?: string;
  /** The service spoke aws-query once, and its newer protocols carry the old error codes along. */
  readonly awsQueryCompatible?: true;
}

/** `dist/schemas/NAME.json` as `tools/schemas.mjs` writes it. */
export interface SchemaFile {
  readonly service: ServiceMetadata;
  readonly operations: Readonly<Record<string, OperationEntry>>;
  readonly shapes: Readonly<Record<string, ShapeEntry>>;
}

interface OperationEntry {
  /** Method, URI template (with fixed query literals), success status; only in REST services. */
  readonly http?: readonly [method: string, uri: string, statusCode: number];
  /** Name of a structure; absent when the operation takes nothing. */
  readonly input?: string;
  readonly output?: string;
}

/** A simple type by the SDK's sentinel number (`@smithy/core/schema`, `SCHEMA`), or a shape of this file by its name. */
export type TypeReference = number | string;
export type MemberReference = TypeReference | readonly [TypeReference, Traits];

export type ShapeEntry =
  | { readonly kind: 'list'; readonly member: MemberReference }
  | { readonly kind: 'map'; readonly key: MemberReference; readonly value: MemberReference }
  | {
      readonly kind: 'structure' | 'union';
      /** How many of the members, from the first, must be present. */
      readonly required?: number;
      readonly members: Readonly<Record<string, MemberReference>>;
      readonly error?: ErrorTrait;
    };
