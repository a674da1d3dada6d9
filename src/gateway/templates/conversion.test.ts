import { describe, expect, it } from 'vitest';
import type { Integration, IntegrationResponse, Method, Model } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { type CallOptions, type Reply, startBackend, startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

// Issue 5, "JSON and XML": a method declares automatic conversion driven by its model and its content types (docs/guides/xml.md).
const opened = closing();

const Pet: Model = {
  id: 'pet',
  name: 'Pet',
  contentType: 'application/json',
  schema: JSON.stringify({
    type: 'object',
    xml: { name: 'pet' },
    required: ['name'],
    properties: {
      id: { type: 'integer', xml: { attribute: true } },
      name: { type: 'string', maxLength: 5 },
      tags: { type: 'array', items: { type: 'string', xml: { name: 'tag' } }, xml: { wrapped: true } },
    },
  }),
};
const XML = '<pet id="1"><name>Rex</name><tags><tag>a</tag></tags></pet>';
const JSON_TEXT = '{"id":1,"name":"Rex","tags":["a"]}';

interface Given {
  readonly request?: Partial<Integration>;
  readonly response?: Partial<IntegrationResponse>;
  readonly method?: Partial<Method>;
  readonly reply?: Reply;
}

async function start({ request, response, method, reply = {} }: Given) {
  const backend = await opened(startBackend(() => reply));
  const methodIntegration = integration({
    type: 'HTTP',
    httpMethod: 'POST',
    uri: backend.url,
    integrationResponses: { 200: { statusCode: '200', ...response } },
    ...request,
  });
  const POST = { methodIntegration, methodResponses: { 200: { statusCode: '200' } }, ...method };
  const gateway = await opened(
    startGateway({
      methods: { '/pets': { POST } },
      deployment: {
        models: [Pet],
        requestValidators: [{ id: 'v', name: 'v', validateRequestBody: true, validateRequestParameters: false }],
      },
    }),
  );
  return { ...gateway, seen: backend.seen };
}

const post = (type: string, body: string, ...more: string[]): CallOptions => ({
  method: 'POST',
  headers: ['Content-Type', type, ...more],
  body,
});

describe('a request template of one line', () => {
  const fromXml = { requestTemplates: { 'application/xml': '##sallyport:json-from-xml Pet' } };

  it('gives the backend JSON for XML, and JSON as it is', async () => {
    const { call, seen } = await start({ request: fromXml });
    await call('/pets', post('application/xml', XML));
    await call('/pets', post('application/json', '{"as":"it is"}'));
    expect(seen.map(({ body }) => body)).toEqual([JSON_TEXT, '{"as":"it is"}']);
    expect(seen[0]?.headers['content-type']).toBe('application/json');
  });

  it('gives the backend XML for JSON', async () => {
    const requestTemplates = { 'application/json': '##sallyport:xml-from-json Pet\n' };
    const { call, seen } = await start({ request: { requestTemplates } });
    await call('/pets', post('application/json', JSON_TEXT));
    expect(seen[0]?.body).toBe(`<?xml version="1.0" encoding="UTF-8"?>${XML}`);
    expect(seen[0]?.headers['content-type']).toBe('application/xml');
    expect(await call('/pets', post('application/json', '{'))).toMatchObject({ status: 400 });
    expect(await call('/pets', post('application/json', '{"no":1}'))).toMatchObject({
      status: 400,
      body: '{"message": "Invalid request body"}',
    });
  });

  it('refuses what is not like the model, and what would expand', async () => {
    const { call, seen } = await start({ request: fromXml });
    const bomb = '<!DOCTYPE pet [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><pet><name>&b;</name></pet>';
    for (const body of ['<pet><no/></pet>', '<pet>', '', bomb])
      expect(await call('/pets', post('application/xml', body)), body).toMatchObject({
        status: 400,
        body: '{"message": "Invalid request body"}',
      });
    expect(seen).toHaveLength(0);
  });

  it('fails its requests when the model cannot be used', async () => {
    const requestTemplates = { 'application/xml': '##sallyport:json-from-xml No' };
    const { call, warnings } = await start({ request: { requestTemplates } });
    expect((await call('/pets', post('application/xml', XML))).status).toBe(500);
    expect(warnings.join()).toContain('The model "No" is no JSON Schema');
  });
});

describe('a response template of one line', () => {
  const toXml = { responseTemplates: { 'application/json': '', 'application/xml': '##sallyport:xml-from-json Pet' } };

  it('gives the client XML where it accepts that first', async () => {
    const { call } = await start({ response: toXml, reply: { body: JSON_TEXT } });
    const xml = await call('/pets', post('application/json', '{}', 'Accept', 'application/xml'));
    expect(xml.body).toBe(`<?xml version="1.0" encoding="UTF-8"?>${XML}`);
    expect(xml.headers['content-type']).toBe('application/xml');
    const json = await call('/pets', post('application/json', '{}', 'Accept', 'application/json'));
    expect(json).toMatchObject({ body: JSON_TEXT, headers: { 'content-type': 'application/json' } });
  });

  it('answers 500 for a backend whose answer is not like the model', async () => {
    const { call, warnings } = await start({ response: toXml, reply: { body: '{"no":1}' } });
    const answer = await call('/pets', post('application/json', '{}', 'Accept', 'application/xml'));
    expect(answer).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
    expect(warnings.join()).toContain('The member "no" is not known at /pet');
  });
});

it('a validator checks XML by the model that its content type has', async () => {
  const method = { requestValidatorId: 'v', requestModels: { 'application/xml': 'Pet' } };
  const { call, seen } = await start({ method });
  expect((await call('/pets', post('application/xml', XML))).status).toBe(200);
  expect(seen[0]?.body).toBe(XML);
  for (const body of ['<pet id="1"/>', '<pet><name>too long</name></pet>', '<pet><no/></pet>'])
    expect(await call('/pets', post('application/xml', body)), body).toMatchObject({ status: 400 });
});
