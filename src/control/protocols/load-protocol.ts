import type { ProtocolName } from '../schema/index.ts';
import type { Protocol } from './protocol.ts';

/** Each protocol's code is read when its first request comes. */
export async function loadProtocol(name: ProtocolName): Promise<Protocol> {
  switch (name) {
    case 'rest-json':
      return (await import('./rest-json/index.ts')).restJson;
    case 'aws-json-1.0':
      return (await import('./aws-json/index.ts')).awsJson10;
    case 'aws-json-1.1':
      return (await import('./aws-json/index.ts')).awsJson11;
    case 'aws-query':
      return (await import('./aws-query/index.ts')).awsQuery;
    case 'rpc-v2-cbor':
      return (await import('./rpc-v2-cbor/index.ts')).rpcV2Cbor;
  }
}
