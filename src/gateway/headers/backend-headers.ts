import { FieldLines, FieldName, type HeaderList } from '../../http/index.ts';
import type { MethodRequest } from '../method/index.ts';
import { FieldRules } from './field-rules.ts';
import { isSigV4 } from './sigv4.ts';

/**
 * Never pass from a client to an HTTP_PROXY backend (facts D12, D31), are ours to set (D33, D34), or belong to the client's
 * connection alone (RFC 9110 section 7.6.1; so `Connection` is not passed, although the guide's table says that it is).
 */
const DROPPED = [
  'content-length',
  'content-md5',
  'expect',
  'host',
  'keep-alive',
  'max-forwards',
  'proxy-authenticate',
  'proxy-connection',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'www-authenticate',
  'x-amzn-apigateway-api-id',
  'x-amzn-trace-id',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-http-method-override',
];

type Rule = 'pass' | 'drop' | 'accept' | 'authorization' | 'connection' | 'user-agent' | 'x-forwarded-for';

const RULES = new FieldRules<Rule>(
  [
    ...DROPPED.map((name): [string, Rule] => [name, 'drop']),
    ...(['accept', 'authorization', 'connection', 'user-agent', 'x-forwarded-for'] as const).map(
      (name): [string, Rule] => [name, name],
    ),
  ],
  'pass',
);

const NONE: ReadonlySet<string> = new Set();

const ACCEPT = new FieldName('Accept');
const USER_AGENT = new FieldName('User-Agent');
const TRACE_ID = new FieldName('X-Amzn-Trace-Id');
const API_ID = new FieldName('X-Amzn-Apigateway-Api-Id');
const FORWARDED_FOR = new FieldName('X-Forwarded-For');
const FORWARDED_PORT = new FieldName('X-Forwarded-Port');
const FORWARDED_PROTO = new FieldName('X-Forwarded-Proto');

/**
 * The header fields that an HTTP_PROXY backend gets of the client's, without `Host`, with AWS's defaults and additions
 * (facts D33, D34).
 * @param replaced lower-case names of headers that a mapping sets instead
 */
export function backendHeaders(request: MethodRequest, replaced: ReadonlySet<string> = NONE): FieldLines {
  const { headers, context } = request;
  const { apiId } = context.stageFacts;
  const { address, encrypted } = request.exchange.peer;
  const sent = new FieldLines();
  let hasAccept = replaced.has('accept');
  let hasUserAgent = replaced.has('user-agent');
  let forwardedFor = '';
  const hidden = hiddenNames(headers, replaced);
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    const value = headers[i + 1] as string;
    const field = RULES.of(name);
    const { rule } = field;
    if (rule === 'drop' || rule === 'connection') continue;
    if (rule === 'x-forwarded-for') {
      if (forwardedFor === '') forwardedFor = `${value}, `;
      continue;
    }
    if (hidden !== NONE && hidden.has(name.toLowerCase())) continue;
    if (rule === 'accept') hasAccept = true;
    else if (rule === 'user-agent') hasUserAgent = true;
    else if (rule === 'authorization' && isSigV4(value)) continue;
    sent.pass(field.name, value);
  }
  if (!hasAccept) sent.pass(ACCEPT, 'application/json');
  if (!hasUserAgent) sent.pass(USER_AGENT, `AmazonAPIGateway_${apiId}`);
  sent.pass(TRACE_ID, context.traceId);
  sent.pass(API_ID, apiId);
  // The peer appended to what the client sent, port and protocol as the client used them here (fact D34).
  sent.pass(FORWARDED_FOR, forwardedFor + address);
  sent.pass(FORWARDED_PORT, request.address.port ?? (encrypted ? '443' : '80'));
  sent.pass(FORWARDED_PROTO, encrypted ? 'https' : 'http');
  return sent;
}

/** Names to leave out beside those of the table: replaced ones, and those that `Connection` keeps to this connection. */
function hiddenNames(headers: HeaderList, replaced: ReadonlySet<string>): ReadonlySet<string> {
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    if (name.length !== 10 || name.toLowerCase() !== 'connection') continue;
    const options = (headers[i + 1] as string).toLowerCase();
    if (options !== 'keep-alive' && options !== 'close')
      return new Set([...replaced, ...options.split(',').map((option) => option.trim())]);
  }
  return replaced;
}
