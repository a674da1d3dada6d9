import type { HeaderList } from '../../../http/index.ts';
import type { MappedHeaders } from '../../mapping/index.ts';
import type { MethodRequest } from '../../method/index.ts';
import { firstHeader, headerPairs } from '../../text/index.ts';
import { carriesBody } from './verb.ts';

/**
 * The headers of a mapped request: AWS's own (fact D33), each unless a mapping sets it, then the mapped ones.
 * @param verb towards the backend
 * @param typing what tells the body's type, where it is not the client's own
 */
export function mappedRequestHeaders(
  request: MethodRequest,
  verb: string,
  host: string,
  mapped: MappedHeaders,
  typing?: HeaderList,
): string[] {
  const { context } = request;
  const headers: string[] = [];
  const add = (name: string, value: string): void => {
    if (!mapped.names.has(name.toLowerCase())) headers.push(name, value);
  };
  add('Host', host);
  add('Accept', 'application/json');
  add('User-Agent', `AmazonAPIGateway_${context.stageFacts.apiId}`);
  if (typing !== undefined) for (const [name, value] of headerPairs(typing)) add(name, value);
  else if (carriesBody(verb)) add('Content-Type', firstHeader(request.headers, 'content-type') ?? 'application/json');
  headers.push('X-Amzn-Trace-Id', context.traceId, ...mapped.fields);
  return headers;
}
