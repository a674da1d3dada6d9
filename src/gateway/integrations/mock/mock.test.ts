import { describe, expect, it } from 'vitest';
import type { Integration } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { type CallOptions, startGateway } from '../../testing/harness.ts';
import { integration } from '../../testing/snapshots.ts';

const keep = closing();

const ok = { 200: { statusCode: '200', responseTemplates: { 'application/json': '{"ok":true}' } } };

async function mock(
  change: Partial<Integration>,
  { query = '', ...options }: CallOptions & { query?: string } = { method: 'POST' },
) {
  const gateway = await keep(
    startGateway({
      methods: {
        '/mock': {
          POST: {
            methodResponses: { 200: { statusCode: '200' }, 404: { statusCode: '404' }, 500: { statusCode: '500' } },
            methodIntegration: integration({ type: 'MOCK', integrationResponses: ok, ...change }),
          },
        },
      },
    }),
  );
  return { ...(await gateway.call(`/mock?${query}`, options)), warnings: gateway.warnings };
}

describe('MOCK (fact D63)', () => {
  it('answers with the integration response for the status that the request template names', async () => {
    const answer = await mock({
      requestTemplates: { 'application/json': '{"statusCode": 404}' },
      integrationResponses: {
        ...ok,
        404: { statusCode: '404', selectionPattern: '404', responseTemplates: { 'application/json': 'gone' } },
      },
    });
    expect(answer).toMatchObject({ status: 404, body: 'gone' });
    expect(answer.headers['content-type']).toBe('application/json');
  });

  it('answers with the default response without any template', async () => {
    expect(await mock({})).toMatchObject({ status: 200, body: '{"ok":true}' });
  });

  it.each(['not json', '{"statusCode": "x"}', '{}'])(
    'fails when the template %j names no integer status',
    async (text) => {
      expect(await mock({ requestTemplates: { 'application/json': text } })).toMatchObject({
        status: 500,
        body: '{"message": "Internal server error"}',
      });
    },
  );

  it('takes the status from the body when no template fits', async () => {
    const templates = { 'application/xml': '{"statusCode": 500}' };
    const body = { method: 'POST', body: '{"statusCode": 200}' };
    expect(await mock({ requestTemplates: templates }, body)).toMatchObject({ status: 200 });
  });

  it('gives no X-Amzn-Trace-Id (fact D18; recorded)', async () => {
    expect((await mock({})).headers['x-amzn-trace-id']).toBeUndefined();
  });

  it('refuses a media type by passthroughBehavior (fact D21)', async () => {
    const answer = await mock(
      { passthroughBehavior: 'NEVER', requestTemplates: { 'application/json': '{"statusCode": 200}' } },
      { method: 'POST', headers: ['Content-Type', 'text/plain'] },
    );
    expect(answer).toMatchObject({ status: 415, body: '{"message": "Unsupported Media Type"}' });
    expect(answer.headers['x-amzn-errortype']).toBe('BadRequestException');
  });

  it('takes the status from a template’s rendering (guide, "Set up mock integrations")', async () => {
    const template = '{ "statusCode": #if($input.params("scope") == "internal") 404 #else 500 #end }';
    const integrationResponses = {
      404: { statusCode: '404', selectionPattern: '404' },
      500: { statusCode: '500', selectionPattern: '5\\d{2}' },
    };
    const change = { requestTemplates: { 'application/json': template }, integrationResponses };
    expect(await mock(change, { method: 'POST', query: 'scope=internal' })).toMatchObject({ status: 404 });
    expect(await mock(change, { method: 'POST', query: 'scope=public' })).toMatchObject({ status: 500, body: '' });
  });

  it('fails with a template that is not valid, and the operator hears which and where', async () => {
    const answer = await mock({ requestTemplates: { 'application/json': '{"statusCode":\n #if( }' } });
    expect(answer.status).toBe(500);
    expect(answer.warnings.join()).toMatch(/POST \/mock: Request template "application\/json" .* line 2, column \d/);
  });
});

describe('integration responses', () => {
  it('must match or have a default (fact D52)', async () => {
    const answer = await mock({
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: { 404: { statusCode: '404', selectionPattern: '404' } },
    });
    expect(answer).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
    expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
    expect(answer.warnings).toContain(
      'Execution failed due to configuration error: No match for output mapping and no default output mapping configured. Endpoint Response Status Code: 200',
    );
  });

  it('must stand for a declared method response (fact D53)', async () => {
    const answer = await mock({
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: { 201: { statusCode: '201' } },
    });
    expect(answer.status).toBe(500);
  });

  it('set headers from static values, stage variables and the context', async () => {
    const answer = await mock({
      integrationResponses: {
        200: {
          statusCode: '200',
          responseParameters: {
            'method.response.header.Access-Control-Allow-Origin': "'*'",
            'method.response.header.Content-Type': "'text/html'",
            'method.response.header.X-Path': 'context.resourcePath',
            'method.response.header.X-None': 'stageVariables.none',
            'method.response.header.Server': "'mine'",
          },
        },
      },
    });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'text/html',
      'x-path': '/mock',
      // Fact D32: mapped responses have these renamed, with exactly this spelling.
      'x-amzn-remapped-server': 'mine',
    });
    expect(answer.rawHeaders).toContain('x-amzn-Remapped-Server');
    expect(answer.headers['x-none']).toBeUndefined();
    expect(answer.headers.server).toBeUndefined();
  });

  it('answer HEAD without a body', async () => {
    const gateway = await keep(
      startGateway({
        methods: {
          '/': {
            HEAD: {
              methodResponses: { 200: { statusCode: '200' } },
              methodIntegration: integration({ integrationResponses: ok }),
            },
          },
        },
      }),
    );
    const answer = await gateway.call('/', { method: 'HEAD' });
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['content-length']).toBe('11');
  });
});
