import type { OperatorRequest } from '../../../control/index.ts';
import type { ExplainOrder } from '../../../model/index.ts';
import { badRequest, fieldsOf, textOf } from '../json-body.ts';

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** What a field's value may hold (RFC 9110 section 5.5). */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** What a request target may hold (RFC 9112 section 3.2). */
const TARGET = /^\/[\x21-\x7e]*$/;

/**
 * Reads `{ apiId, stage, httpMethod, pathWithQueryString, headers: [[name, value]], body, sourceIp, withBodies }`, the body as base64;
 * all but the first four may be absent.
 * @throws {ServiceError} 400
 */
export function readOrder({ body, sourceIp }: Pick<OperatorRequest, 'body' | 'sourceIp'>): ExplainOrder {
  const order = fieldsOf(body);
  return {
    apiId: textOf(order, 'apiId', /^[\w-]{1,128}$/),
    stage: textOf(order, 'stage', /^[\w$-]{1,128}$/),
    httpMethod: textOf(order, 'httpMethod', TOKEN),
    pathWithQueryString: textOf(order, 'pathWithQueryString', TARGET),
    headers: headersOf(order.headers ?? []),
    body: Buffer.from(order.body === undefined ? '' : textOf(order, 'body', /^[A-Za-z0-9+/=]*$/), 'base64'),
    withBodies: order.withBodies === true,
    sourceIp: order.sourceIp === undefined ? sourceIp : textOf(order, 'sourceIp', /^[0-9A-Fa-f.:]{2,45}$/),
  };
}

function headersOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw badRequest('headers must be a list of pairs.');
  return value.flatMap((pair: unknown) => {
    const [name, text] = Array.isArray(pair) ? pair : [];
    if (typeof name === 'string' && typeof text === 'string' && TOKEN.test(name) && VALUE.test(text))
      return [name, text];
    throw badRequest('headers must be a list of pairs of a name and a value.');
  });
}
