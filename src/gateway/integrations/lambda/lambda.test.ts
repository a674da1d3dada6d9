import { describe, expect, it } from 'vitest';
import type { Integration } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { failing, refusing, returning } from '../../testing/functions.ts';
import { startGateway, type TestFunction } from '../../testing/harness.ts';
import { integration } from '../../testing/snapshots.ts';

const keep = closing();

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:users';
const URI = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;

const start = (run: TestFunction, change: Partial<Integration> = {}) =>
  keep(
    startGateway(
      {
        methods: {
          '/users': {
            POST: {
              methodResponses: { 200: { statusCode: '200' }, 400: { statusCode: '400' }, 500: { statusCode: '500' } },
              methodIntegration: integration({
                type: 'AWS',
                httpMethod: 'POST',
                uri: URI,
                integrationResponses: { 200: { statusCode: '200' } },
                ...change,
              }),
            },
          },
        },
      },
      run,
    ),
  );

const post = { method: 'POST', body: '{"name":"Ada"}' };

describe('AWS towards Lambda', () => {
  it('passes the body in and the result out (recorded)', async () => {
    const users = returning({ message: 'hello world' });
    const { call } = await start(users);
    const answer = await call('/users', post);
    expect(answer).toMatchObject({ status: 200, body: '{"message":"hello world"}' });
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['x-amzn-trace-id']).toMatch(/^Root=1-/);
    expect(Buffer.from(users.calls[0]?.payload ?? []).toString()).toBe('{"name":"Ada"}');
    expect(users.calls[0]?.source?.sourceArn).toBe(
      'arn:aws:execute-api:us-east-1:123456789012:api1234567/dev/POST/users',
    );
  });

  it('gives an empty object for an empty body (recorded), and a static template for any', async () => {
    const users = returning({});
    await (await start(users)).call('/users', { method: 'POST' });
    expect(Buffer.from(users.calls[0]?.payload ?? []).toString()).toBe('{}');
    const templated = await start(users, { requestTemplates: { 'application/json': '{"list":true}' } });
    await templated.call('/users', post);
    expect(Buffer.from(users.calls[1]?.payload ?? []).toString()).toBe('{"list":true}');
  });

  it('chooses the response by the error’s message (fact D50), with the error as the body (recorded)', async () => {
    const integrationResponses = {
      200: { statusCode: '200' },
      400: { statusCode: '400', selectionPattern: '.*400.*' },
      500: { statusCode: '500', selectionPattern: '.+' },
    };
    const error = { errorMessage: 'Error: Raising 400 from within the Lambda function', errorType: 'Exception' };
    const bad = await start(failing(error), { integrationResponses });
    expect(await bad.call('/users', post)).toMatchObject({ status: 400, body: JSON.stringify(error) });
    const other = await start(failing({ errorMessage: 'other' }), { integrationResponses });
    expect(await other.call('/users', post)).toMatchObject({ status: 500 });
    const fine = await start(returning('"Pass"'), { integrationResponses });
    expect(await fine.call('/users', post)).toMatchObject({ status: 200, body: '"Pass"' });
  });

  it('gives an error that no pattern takes as the default response (fact D54)', async () => {
    const { call } = await start(failing({ errorMessage: 'boom' }));
    expect(await call('/users', post)).toMatchObject({ status: 200, body: '{"errorMessage":"boom"}' });
  });

  it('matches nothing in the result of a function that did not fail', async () => {
    const { call } = await start(returning({ errorMessage: 'just data' }), {
      integrationResponses: { 200: { statusCode: '200' }, 400: { statusCode: '400', selectionPattern: 'just.*' } },
    });
    expect(await call('/users', post)).toMatchObject({ status: 200 });
  });

  it.each([
    ['a static value', "'Event'", []],
    ['a header of the client', 'method.request.header.InvocationType', ['InvocationType', 'Event']],
  ])('invokes asynchronously by %s (fact D68)', async (_name, source, headers) => {
    const users = returning({});
    const { call } = await start(users, {
      requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': source },
    });
    expect(await call('/users', { ...post, headers })).toMatchObject({ status: 200, body: '' });
    expect(users.calls[0]?.type).toBe('Event');
  });

  it.each(['AccessDenied', 'TooManyRequests', 'NotFound'] as const)(
    'is 504 when Lambda refuses with %s (features A5.2)',
    async (reason) => {
      const { call } = await start(refusing(reason));
      expect(await call('/users', post)).toMatchObject({ status: 504, body: '{"message": "Internal server error"}' });
    },
  );
});

describe('another operation of Lambda', () => {
  it('is a call to the service, which needs credentials', async () => {
    const uri = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/';
    const { call, warnings } = await start(returning({}), { uri });
    expect(await call('/users', post)).toMatchObject({ status: 500 });
    expect(warnings.join()).toContain('There are no credentials for AWS services');
  });
});
