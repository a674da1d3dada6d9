import { describe, expect, it } from 'vitest';
import { readIntegration } from './check.ts';
import { mergedParameters, mergedResponses } from './parameters.ts';

// API reference of version 2, CreateIntegration; guide page http-api-parameter-mapping. Texts are AWS's where a test names its fact.
const http = { IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'GET', IntegrationUri: 'https://example.com/{proxy}' };
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const lambda = { IntegrationType: 'AWS_PROXY', IntegrationUri: functionArn, PayloadFormatVersion: '2.0' };
const refused = (message: string | RegExp, statusCode = 400) =>
  expect.objectContaining({
    statusCode,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });

describe('an integration', () => {
  it('is read with AWS’s defaults', () => {
    expect(readIntegration(http)).toEqual({
      ...http,
      ConnectionType: 'INTERNET',
      PayloadFormatVersion: '1.0',
      TimeoutInMillis: 30_000,
    });
    expect(readIntegration(lambda)).toMatchObject({ IntegrationMethod: 'POST', PayloadFormatVersion: '2.0' });
  });

  it.each([
    functionArn,
    `${functionArn}:live`,
    `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
    functionArn.replace(/f$/, `$${'{stageVariables.name}'}`),
  ])('calls the function %s', (IntegrationUri) => {
    expect(readIntegration({ ...lambda, IntegrationUri }).IntegrationUri).toBe(IntegrationUri);
  });

  it.each(['AWS', 'HTTP', 'MOCK', 'x'])('cannot be %s (fact D136)', (IntegrationType) => {
    expect(() => readIntegration({ ...http, IntegrationType })).toThrow(
      refused(
        'Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)',
      ),
    );
  });

  it.each([
    [{ ...http, IntegrationUri: 'ftp://x' }, /^Invalid Integration URI specified: ftp/],
    [{ ...http, IntegrationUri: undefined }, /^Invalid Integration URI specified/],
    [{ ...http, IntegrationMethod: undefined }, /^Invalid integration method specified/],
    [{ ...http, PayloadFormatVersion: '2.0' }, /^HTTP_PROXY integrations only support/],
    [{ ...lambda, IntegrationUri: 'https://x' }, /^Invalid Integration URI specified/],
    [{ ...lambda, PayloadFormatVersion: '3.0' }, /^Invalid payload format version/],
    [{ ...http, TimeoutInMillis: 49 }, /^Timeout should be between 50 ms and 30000 ms/],
    [{ ...http, TimeoutInMillis: 30_001 }, /^Timeout should be/],
    [{ ...http, Description: 'x'.repeat(1_025) }, /^Description can have at most 1024/],
    [{ ...http, PassthroughBehavior: 'NEVER' }, /only supported for WebSocket APIs/],
    [{ ...http, RequestTemplates: { a: 'b' } }, /only supported for WebSocket APIs/],
  ])('cannot be %j', (input, message) => {
    expect(() => readIntegration(input)).toThrow(refused(message));
  });

  it.each([{ IntegrationSubtype: 'SQS-SendMessage' }, { ConnectionType: 'VPC_LINK' }])(
    'with %j is refused by name',
    (change) =>
      expect(() => readIntegration({ ...lambda, ...change })).toThrow(refused(/^Sallyport does not support/, 501)),
  );
});

describe('parameter mappings', () => {
  it.each(['append:header.x', 'overwrite:header.X-Y', 'remove:header.x', 'append:querystring.a b', 'overwrite:path'])(
    'may set %s',
    (key) => {
      expect(readIntegration({ ...http, RequestParameters: { [key]: 'x' } }).RequestParameters).toEqual({ [key]: 'x' });
    },
  );

  it.each(['header.x', 'set:header.x', 'append:path', 'append:header.', 'append:header.a b', 'overwrite:statuscode'])(
    'cannot set %s',
    (key) => {
      expect(() => readIntegration({ ...http, RequestParameters: { [key]: 'x' } })).toThrow(
        refused(/^Invalid mapping expression specified/),
      );
    },
  );

  it.each(['Authorization', 'access-control-allow-origin', 'apigw-x', 'X-Amz-Date', 'x-amzn-x', 'Via', 'Forwarded'])(
    'leave the header %s alone (fact D133)',
    (name) => {
      const parameters = { [`append:header.${name}`]: 'x' };
      expect(() => readIntegration({ ...http, RequestParameters: parameters })).toThrow(refused(/are restricted$/));
      expect(() => readIntegration({ ...http, ResponseParameters: { '200': parameters } })).toThrow(
        refused(/are restricted$/),
      );
    },
  );

  it('read no recursive descent and no filters (fact D133)', () => {
    for (const value of ['$request.body..name', '$request.body.a[?(@.b)]']) {
      expect(() => readIntegration({ ...http, RequestParameters: { 'append:header.x': value } })).toThrow(
        refused(/^Invalid mapping expression/),
      );
    }
  });

  it('of responses are set by status', () => {
    const ResponseParameters = { '500': { 'overwrite:statuscode': '403', 'append:header.x': 'y' } };
    expect(readIntegration({ ...http, ResponseParameters })).toMatchObject({ ResponseParameters });
    for (const status of ['100', '6xx', 'default']) {
      expect(() => readIntegration({ ...http, ResponseParameters: { [status]: {} } })).toThrow(refused(/status code/));
    }
  });

  it('are removed by an empty text, and those of a status by an empty map (fact D134)', () => {
    const before = { 'append:header.a': '1', 'append:header.b': '2' };
    expect(mergedParameters(before, { 'append:header.a': '', 'append:header.c': '3' })).toEqual({
      'append:header.b': '2',
      'append:header.c': '3',
    });
    expect(mergedParameters(before, { 'append:header.a': '', 'append:header.b': '' })).toBeUndefined();
    expect(mergedParameters(before, undefined)).toBe(before);
    expect(mergedResponses({ '200': before, '404': before }, { '200': {} })).toEqual({ '404': before });
    expect(mergedResponses({ '200': before }, { '200': {} })).toBeUndefined();
  });
});
