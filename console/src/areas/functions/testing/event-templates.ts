import type { functions } from '../../../texts/en/functions.ts';

export type EventTemplate = keyof typeof functions.test.templates;

const ARN = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5';
const AGENT = 'curl/8.7.1';

/** What API Gateway gives a function (guide, "Lambda proxy integrations in API Gateway", "Input to a Lambda authorizer"). */
const EVENTS: Readonly<Record<EventTemplate, unknown>> = {
  hello: { key1: 'value1', key2: 'value2', key3: 'value3' },
  proxy: {
    resource: '/users/{id}',
    path: '/users/7',
    httpMethod: 'GET',
    headers: {
      Accept: 'application/json',
      Host: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
      'User-Agent': AGENT,
    },
    multiValueHeaders: {
      Accept: ['application/json'],
      Host: ['a1b2c3d4e5.execute-api.us-east-1.amazonaws.com'],
      'User-Agent': [AGENT],
    },
    queryStringParameters: { name: 'Ada' },
    multiValueQueryStringParameters: { name: ['Ada'] },
    pathParameters: { id: '7' },
    stageVariables: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'a1b2c3d4e5',
      domainName: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'a1b2c3d4e5',
      extendedRequestId: 'JKJaXmPLvHcESHA=',
      httpMethod: 'GET',
      identity: { sourceIp: '192.0.2.1', userAgent: AGENT },
      path: '/prod/users/7',
      protocol: 'HTTP/1.1',
      requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
      requestTime: '28/Nov/2026:09:00:00 +0000',
      requestTimeEpoch: 1_795_856_400_000,
      resourceId: '123456',
      resourcePath: '/users/{id}',
      stage: 'prod',
    },
    body: null,
    isBase64Encoded: false,
  },
  'http-api': {
    version: '2.0',
    routeKey: 'GET /users/{id}',
    rawPath: '/users/7',
    rawQueryString: 'name=Ada',
    headers: { accept: 'application/json', 'user-agent': AGENT },
    queryStringParameters: { name: 'Ada' },
    requestContext: {
      accountId: '123456789012',
      apiId: 'a1b2c3d4e5',
      domainName: 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'a1b2c3d4e5',
      http: { method: 'GET', path: '/users/7', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: AGENT },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: 'GET /users/{id}',
      stage: '$default',
      time: '28/Nov/2026:09:00:00 +0000',
      timeEpoch: 1_795_856_400_000,
    },
    pathParameters: { id: '7' },
    isBase64Encoded: false,
  },
  'token-authorizer': { type: 'TOKEN', authorizationToken: 'allow', methodArn: `${ARN}/prod/GET/users` },
  'request-authorizer': {
    type: 'REQUEST',
    methodArn: `${ARN}/prod/GET/users`,
    resource: '/users',
    path: '/users',
    httpMethod: 'GET',
    headers: { Accept: 'application/json', 'x-key': 'open-sesame' },
    queryStringParameters: {},
    pathParameters: {},
    stageVariables: {},
    requestContext: {
      accountId: '123456789012',
      apiId: 'a1b2c3d4e5',
      httpMethod: 'GET',
      identity: { sourceIp: '192.0.2.1', userAgent: AGENT },
      path: '/prod/users',
      requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
      resourceId: '123456',
      resourcePath: '/users',
      stage: 'prod',
    },
  },
};

export const EVENT_TEMPLATES = Object.keys(EVENTS) as readonly EventTemplate[];

/** As it is shown to be edited. */
export function eventText(template: EventTemplate): string {
  return JSON.stringify(EVENTS[template], null, 2);
}
