import type { ProtocolName } from '../schema/index.ts';
import { awsJson10, awsJson11 } from './aws-json/index.ts';
import { awsQuery } from './aws-query/index.ts';
import type { Protocol } from './protocol.ts';
import { restJson } from './rest-json/index.ts';
import { rpcV2Cbor } from './rpc-v2-cbor/index.ts';

/** Every protocol, by its name. */
export const PROTOCOLS: Readonly<Record<ProtocolName, Protocol>> = {
  'rest-json': restJson,
  'aws-json-1.0': awsJson10,
  'aws-json-1.1': awsJson11,
  'aws-query': awsQuery,
  'rpc-v2-cbor': rpcV2Cbor,
};
