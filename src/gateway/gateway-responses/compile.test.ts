import { describe, expect, it } from 'vitest';
import type { GatewayResponse } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { type CallOptions, startGateway } from '../testing/harness.ts';
import { integration, type StageChange } from '../testing/snapshots.ts';

// Facts D48, D49, D82 to D85; guide, "Gateway responses in API Gateway" and "Gateway response types".
const closed = closing();

const MOCK = { GET: { methodIntegration: integration({ type: 'MOCK' }) } };
type Defined = Partial<GatewayResponse> & Pick<GatewayResponse, 'responseType'>;

function start(defined: readonly Defined[], change: Partial<StageChange> = {}) {
  const gatewayResponses = defined.map((response) => ({ responseParameters: {}, responseTemplates: {}, ...response }));
  return closed(startGateway({ methods: { '/pets/{petId}': MOCK }, ...change, deployment: { gatewayResponses } }));
}

/** What a request for a path that there is not gets: MISSING_AUTHENTICATION_TOKEN. */
async function missed(defined: readonly Defined[], options: CallOptions = {}, path = '/no') {
  const harness = await start(defined);
  return harness.call(path, options);
}

const json = (template: string) => ({ responseTemplates: { 'application/json': template } });

describe('a gateway response that an API defines', () => {
  // The recorded example of test_gateway_response_crud, and the guide's ("Set up gateway response customization in OpenAPI").
  it('has its own status, headers and body', async () => {
    const harness = await start(
      [
        {
          responseType: 'MISSING_AUTHENTICATION_TOKEN',
          statusCode: '404',
          responseParameters: {
            'gatewayresponse.header.x-request-path': 'method.request.path.petId',
            'gatewayresponse.header.x-request-query': 'method.request.querystring.q',
            'gatewayresponse.header.Access-Control-Allow-Origin': "'a.b.c'",
            'gatewayresponse.header.x-request-header': 'method.request.header.Accept',
            'gatewayresponse.header.x-stage': 'context.stage',
            'gatewayresponse.header.x-a': 'stageVariables.a',
          },
          ...json(
            '{\n     "message": $context.error.messageString,\n     "type":  "$context.error.responseType",\n     "stage":  "$context.stage",\n     "resourcePath":  "$context.resourcePath",\n     "stageVariables.a":  "$stageVariables.a",\n     "statusCode": "\'404\'"\n}',
          ),
        },
      ],
      { stage: { variables: { a: 'b' } } },
    );
    const answer = await harness.call('/no?q=1&q=2', { headers: ['Accept', 'text/html'] });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body)).toEqual({
      message: 'Missing Authentication Token',
      type: 'MISSING_AUTHENTICATION_TOKEN',
      stage: 'dev',
      resourcePath: '',
      'stageVariables.a': 'b',
      statusCode: "'404'",
    });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'x-amzn-errortype': 'MissingAuthenticationTokenException',
      'access-control-allow-origin': 'a.b.c',
      'x-request-query': '2',
      'x-request-header': 'text/html',
      'x-stage': 'dev',
      'x-a': 'b',
    });
    expect(answer.headers).not.toHaveProperty('x-request-path');
    // Metrics count the status that the client got (fact D86).
    expect(harness.served[0]).toMatchObject({ status: 404 });
  });

  it('leaves alone what it does not say', async () => {
    const answer = await missed([
      { responseType: 'MISSING_AUTHENTICATION_TOKEN', ...json('{"message":$context.error.messageString}') },
    ]);
    expect(answer).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}' });
  });

  it('is chosen by the first type that the client accepts, else that of JSON', async () => {
    const responseTemplates = { 'application/xml': '<m>$context.error.message</m>', 'application/json': '{}' };
    const defined = [{ responseType: 'MISSING_AUTHENTICATION_TOKEN', responseTemplates }] as const;
    const xml = await missed(defined, { headers: ['Accept', 'application/xml'] });
    expect(xml).toMatchObject({ body: '<m>Missing Authentication Token</m>' });
    expect(xml.headers['content-type']).toBe('application/xml');
    expect(await missed(defined, { headers: ['Accept', 'text/plain'] })).toMatchObject({ body: '{}' });
  });

  it('replaces variables and nothing else: no VTL (fact D48)', async () => {
    const template =
      '#set($x = 1)#if(true)$x $' + '{context.httpMethod} $context.httpMethod.$context.no method.request.querystring.q';
    const answer = await missed([{ responseType: 'MISSING_AUTHENTICATION_TOKEN', ...json(template) }], {}, '/no?q=v');
    expect(answer.body).toBe('#set($x = 1)#if(true)$x GET GET.$context.no v');
  });

  it('has nothing for a stage variable that the stage does not have, whatever its name', async () => {
    const template = '{"a":"$stageVariables.constructor","b":"$stageVariables.__proto__"}';
    const defined = [{ responseType: 'MISSING_AUTHENTICATION_TOKEN', ...json(template) }] as const;
    const harness = await start(defined, { stage: { variables: { own: 'v' } } });
    expect(await harness.call('/no')).toMatchObject({ status: 403, body: '{"a":"","b":""}' });
  });

  it('leaves a brace alone that closes the document and not a variable', async () => {
    const template = '{"sorry": $context.error.messageString}';
    const answer = await missed([{ responseType: 'MISSING_AUTHENTICATION_TOKEN', ...json(template) }]);
    expect(JSON.parse(answer.body)).toEqual({ sorry: 'Missing Authentication Token' });
  });

  it('puts nothing of the client’s into a document but text', async () => {
    const types = {
      'application/json': '{"q":"$method.request.querystring.q"}',
      'text/html': '<p>$method.request.querystring.q',
    };
    const defined = [{ responseType: 'MISSING_AUTHENTICATION_TOKEN', responseTemplates: types }] as const;
    const q = encodeURIComponent('","admin":"<script>\n');
    expect(JSON.parse((await missed(defined, {}, `/no?q=${q}`)).body)).toEqual({ q: '","admin":"<script>\n' });
    const html = await missed(defined, { headers: ['Accept', 'text/html'] }, `/no?q=${q}`);
    expect(html.body).toBe('<p>&#34;,&#34;admin&#34;:&#34;&#60;script&#62;\n');
  });

  it('sets no header that would break the message, and replaces one that is there', async () => {
    const answer = await missed(
      [
        {
          responseType: 'MISSING_AUTHENTICATION_TOKEN',
          responseParameters: {
            'gatewayresponse.header.x-q': 'method.request.querystring.q',
            'gatewayresponse.header.Content-Length': "'1'",
            'gatewayresponse.header.Transfer-Encoding': "'chunked'",
            'gatewayresponse.header.Content-Type': "'text/x'",
            'gatewayresponse.header.WWW-Authenticate': "'Basic'",
          },
        },
      ],
      {},
      `/no?q=${encodeURIComponent('a\r\nx-evil: 1')}`,
    );
    expect(answer.headers).toMatchObject({
      'content-type': 'text/x',
      'content-length': '42',
      'www-authenticate': 'Basic',
    });
    expect(answer.headers).not.toHaveProperty('x-q');
    expect(answer.headers).not.toHaveProperty('x-evil');
  });
});

describe('DEFAULT_4XX and DEFAULT_5XX', () => {
  it('stand in for types without a definition of their own, their status included (fact D82)', async () => {
    const broken = { methodIntegration: integration({ type: 'MOCK', requestTemplates: { 'application/json': '{}' } }) };
    const methods = { '/broken': { GET: broken } };
    const harness = await start(
      [
        { responseType: 'DEFAULT_4XX', statusCode: '499', ...json('{"class":4}') },
        { responseType: 'DEFAULT_5XX', ...json('{"class":5}') },
      ],
      { methods },
    );
    expect(await harness.call('/no')).toMatchObject({ status: 499, body: '{"class":4}' });
    expect(await harness.call('/broken')).toMatchObject({ status: 500, body: '{"class":5}' });
  });

  it('give way to a definition of the type, which has the status of its type (recorded: test_gateway_response_put)', async () => {
    const answer = await missed([
      { responseType: 'DEFAULT_4XX', statusCode: '499', ...json('{"class":4}') },
      { responseType: 'MISSING_AUTHENTICATION_TOKEN', responseParameters: { 'gatewayresponse.header.foo': "'bar'" } },
    ]);
    expect(answer).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}' });
    expect(answer.headers.foo).toBe('bar');
  });

  it('touch neither 413 (fact D84) nor what the front answers before an API is known', async () => {
    const methods = { '/post': { POST: MOCK.GET } };
    const defined = [{ responseType: 'DEFAULT_4XX', statusCode: '499' }] as const;
    const harness = await start(defined, { methods });
    const declared = { method: 'POST', headers: ['Content-Length', String(10_485_761)] };
    expect((await harness.call('/post', declared)).status).toBe(413);
    const disabled = await start(defined, { methods, restApi: { disableExecuteApiEndpoint: true } });
    expect((await disabled.call('/post', { method: 'POST' })).status).toBe(403);
  });
});
