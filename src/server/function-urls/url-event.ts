import type { Principal } from '../../aws/index.ts';
import type { Exchange, HeaderList } from '../../http/index.ts';
import { headerOf } from '../header-of.ts';
import type { UrlCaller } from './url-caller.ts';

/** What an event says of its request besides the request itself. */
export interface EventFacts {
  readonly urlId: string;
  readonly requestId: string;
  readonly nowMs: number;
  /** The account of the function. */
  readonly accountId: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The event of a function URL (Lambda guide, "Invoking Lambda function URLs", request payload format 2.0), as JSON. */
export function urlEvent(exchange: Exchange, { principal, body }: UrlCaller, facts: EventFacts): Buffer {
  const { urlId, requestId, nowMs } = facts;
  const { method, target, headers, httpVersion, peer } = exchange;
  const mark = target.indexOf('?');
  const rawPath = mark < 0 ? target : target.slice(0, mark);
  const rawQueryString = mark < 0 ? '' : target.slice(mark + 1);
  const query = joined(new URLSearchParams(rawQueryString));
  const cookies = (headerOf(headers, 'cookie') ?? '').split('; ').filter((cookie) => cookie !== '');
  const isBase64Encoded = body.length > 0 && !isText(headerOf(headers, 'content-type') ?? '');
  const domainName = headerOf(headers, 'host') ?? '';
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers: joined(headerPairs(headers)),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: principal === undefined ? 'anonymous' : facts.accountId,
      apiId: urlId,
      ...(principal && { authentication: null, authorizer: { iam: iamOf(principal) } }),
      domainName,
      domainPrefix: urlId,
      http: {
        method,
        path: decoded(rawPath),
        protocol: httpVersion,
        sourceIp: peer.address,
        userAgent: headerOf(headers, 'user-agent') ?? '',
      },
      requestId,
      routeKey: '$default',
      stage: '$default',
      time: logTime(nowMs),
      timeEpoch: nowMs,
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
  return Buffer.from(JSON.stringify(event));
}

/** Who signed (Lambda guide, request payload format, `requestContext.authorizer.iam`). */
function iamOf({ accessKeyId, accountId, arn, userId }: Principal) {
  return {
    accessKey: accessKeyId,
    accountId,
    callerId: userId,
    cognitoIdentity: null,
    principalOrgId: null,
    userArn: arn,
    userId,
  };
}

/** Names in lower case; cookies stand by themselves. */
function* headerPairs(headers: HeaderList): Generator<readonly [string, string]> {
  for (let at = 0; at < headers.length; at += 2) {
    const name = (headers[at] ?? '').toLowerCase();
    if (name !== 'cookie') yield [name, headers[at + 1] ?? ''];
  }
}

/** Values of one name are joined by commas. Without a prototype: any name may be sent. */
function joined(pairs: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of pairs) {
    const before = values[name];
    values[name] = before === undefined ? value : `${before},${value}`;
  }
  return values;
}

/** Bodies of other types are given in base64. */
function isText(contentType: string): boolean {
  return (
    contentType === '' ||
    /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded)|[^;]*\+(json|xml))/i.test(contentType)
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `22/Nov/2026:12:00:00 +0000` */
function logTime(nowMs: number): string {
  const [date = '', time = ''] = new Date(nowMs).toISOString().slice(0, 19).split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time} +0000`;
}
