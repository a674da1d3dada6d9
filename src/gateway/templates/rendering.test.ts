import { describe, expect, it } from 'vitest';
import type { Integration, IntegrationResponse } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { type Reply, startBackend, startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

const keep = closing();

interface Templates {
  readonly request?: string;
  readonly response?: string;
  readonly change?: Partial<Integration>;
  readonly integrationResponse?: Partial<IntegrationResponse>;
  readonly reply?: () => Reply;
}

/** A method `ANY /pets/{id}` whose backend gives back what it got. */
async function start({ request, response, change, integrationResponse, reply }: Templates) {
  const backend = await keep(startBackend(reply ?? ((seen) => ({ body: seen.body }))));
  const json = (text: string | undefined) => (text === undefined ? {} : { 'application/json': text });
  const gateway = await keep(
    startGateway({
      stage: { variables: { version: 'v7' } },
      methods: {
        '/pets/{id}': {
          ANY: {
            operationName: 'GetPet',
            methodResponses: { 200: { statusCode: '200' } },
            methodIntegration: integration({
              type: 'HTTP',
              httpMethod: 'POST',
              uri: `${backend.url}/{p}`,
              requestParameters: {
                'integration.request.path.p': "'fixed'",
                'integration.request.querystring.q': "'1'",
              },
              requestTemplates: json(request),
              integrationResponses: {
                200: { statusCode: '200', responseTemplates: json(response), ...integrationResponse },
              },
              ...change,
            }),
          },
        },
      },
    }),
  );
  return { ...gateway, seen: backend.seen };
}

const post = (body: string, headers: readonly string[] = []) => ({ method: 'POST', body, headers });

describe('a request template', () => {
  // Guide, "Example request and response using $input".
  it('sees the body, its parts and the parameters', async () => {
    const { call, seen } = await start({
      request: `{
    "id" : "$input.params('id')",
    "count" : "$input.path('$.things').size()",
    "things" : $input.json('$.things')
}`,
    });
    await call('/pets/abc', post('{ "things" : { "1" : {}, "2" : {}, "3" : {} } }'));
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ id: 'abc', count: '3', things: { 1: {}, 2: {}, 3: {} } });
  });

  it('finds a parameter in the path, then the query, then the headers (fact D40), the last of its values (fact D10)', async () => {
    const { call, seen } = await start({
      request:
        "$input.params('id') $input.params('a') $input.params('X-A') [$input.params('x-a')] [$input.params('none')]",
    });
    await call('/pets/1?id=2&a=3&a=4', post('', ['id', '5', 'X-A', '6', 'X-A', '7']));
    expect(seen[0]?.body).toBe('1 4 7 [] []');
  });

  it('does not see headers that never reach an integration (fact D13)', async () => {
    const { call, seen } = await start({ request: "$input.params().get('header').keySet()" });
    await call(
      '/pets/1',
      post('x', ['Expect', '100-continue', 'TE', 'trailers', 'user-agent', 'me', 'Max-Forwards', '1']),
    );
    expect(seen[0]?.body).toBe(
      '[User-Agent, Host, X-Amzn-Trace-Id, X-Forwarded-For, X-Forwarded-Port, X-Forwarded-Proto]',
    );
  });

  it('prints an empty body as {} (fact D37)', async () => {
    const { call, seen } = await start({ request: "$input.body $input.json('$')" });
    await call('/pets/1', { method: 'POST' });
    expect(seen[0]?.body).toBe('{} {}');
  });

  // Guide, "$context Variable template example".
  it('sees the context, and stage variables in three spellings (fact D46)', async () => {
    const { call, seen } = await start({
      request: `{
    "stage" : "$context.stage",
    "request_id" : "$context.requestId",
    "api_id" : "$context.apiId",
    "resource_path" : "$context.resourcePath",
    "resource_id" : "$context.resourceId",
    "http_method" : "$context.httpMethod",
    "source_ip" : "$context.identity.sourceIp",
    "user-agent" : "$context.identity.userAgent",
    "account_id" : "$context.identity.accountId",
    "api_key" : "$context.identity.apiKey",
    "caller" : "$context.identity.caller",
    "user" : "$context.identity.user",
    "user_arn" : "$context.identity.userArn",
    "path" : "$context.path $context['path'] $context.get('path')",
    "seconds" : $context.requestTimeEpoch.longValue(),
    "later" : #set($s = $context.requestTimeEpoch / 1000)$s,
    "variables" : "$stageVariables.version $stageVariables['version'] \${stageVariables['version']}"
}`,
    });
    const answer = await call('/pets/1', post('{}', ['User-Agent', 'tester']));
    const { seconds, later, ...rest } = JSON.parse(seen[0]?.body ?? '');
    expect(rest).toEqual({
      stage: 'dev',
      request_id: answer.headers['x-amzn-requestid'],
      api_id: 'api1234567',
      resource_path: '/pets/{id}',
      resource_id: 'idpetsid',
      http_method: 'POST',
      source_ip: '127.0.0.1',
      'user-agent': 'tester',
      account_id: '',
      api_key: '',
      caller: '',
      user: '',
      user_arn: '',
      path: '/dev/pets/1 /dev/pets/1 /dev/pets/1',
      variables: 'v7 v7 v7',
    });
    expect(later).toBe(Math.floor(seconds / 1000));
  });

  it('cannot change what the next request sees', async () => {
    const { call, seen } = await start({
      request:
        "$stageVariables.version $context.identity.sourceIp$stageVariables.put('version','x')$context.identity.put('sourceIp','y')",
    });
    await call('/pets/1', post('{}'));
    await call('/pets/1', post('{}'));
    expect(seen[1]?.body).toMatch(/^v7 127\.0\.0\.1/);
  });

  it('that needs JSON answers 400 to a body that is none', async () => {
    const { call, seen, warnings } = await start({ request: `{"a": $input.json('$.a')}` });
    expect(await call('/pets/1', post('{"a": '))).toMatchObject({
      status: 400,
      body: '{"message":"Invalid JSON in request body"}',
    });
    expect(warnings.join()).toMatch(/Unable to transform request: .* at line 1, column \d/);
    expect(seen).toHaveLength(0);
  });

  it('that fails answers 500, and the operator hears where', async () => {
    const { call, warnings } = await start({ request: '{\n "a": "$input.body.substring(9)"\n}' });
    expect(await call('/pets/1', post('short'))).toMatchObject({
      status: 500,
      body: '{"message": "Internal server error"}',
    });
    expect(warnings.join()).toMatch(/configuration error: Unable to transform request: .* at line 2, column \d+/);
  });

  it('stops a loop at 1000 rounds (fact D47)', async () => {
    const { call, seen } = await start({ request: '#foreach($i in [1..5000])x#end' });
    await call('/pets/1', post('{}'));
    expect(seen[0]?.body).toBe('x'.repeat(1000));
  });
});

describe('overrides in a request template (fact D30)', () => {
  // Guide, "Tutorial: Override an API's request parameters and headers".
  it('replace mapped parameters and add new ones, after the whole template ran', async () => {
    const { call, seen } = await start({
      request: `#set($header1Override = "foo")
#set($header3Value = "$input.params('header1')$input.params('header2')")
$input.json("$")
#set($context.requestOverride.header.header3 = $header3Value)
#set($context.requestOverride.header.header1 = $header1Override)
#set($context.requestOverride.header.multivalueheader=[$header1Override, $header3Value])
#set($context.requestOverride.querystring.q = "2")
#set($context.requestOverride.querystring['new one'] = 3)
#set($context.requestOverride.path.p = "else/where")`,
      change: {
        requestParameters: {
          'integration.request.path.p': "'fixed'",
          'integration.request.querystring.q': "'1'",
          'integration.request.header.header1': 'method.request.header.header1',
          'integration.request.header.header2': 'method.request.header.header2',
        },
      },
    });
    await call('/pets/1', post('{}', ['header1', 'header1Val', 'header2', 'header2Val']));
    expect(seen[0]?.url).toBe('/else%2Fwhere?q=2&new%20one=3');
    expect(seen[0]?.headers).toMatchObject({
      header1: 'foo',
      header2: 'header2Val',
      header3: 'header1Valheader2Val',
      multivalueheader: 'foo, header1Valheader2Val',
    });
  });

  it('of the same parameter twice are a 500', async () => {
    const twice = '#set($context.requestOverride.header.a = 1)#set($context.requestOverride.header.a = 2){}';
    const { call, seen, warnings } = await start({ request: twice });
    expect(await call('/pets/1', post('{}'))).toMatchObject({ status: 500 });
    expect(warnings.join()).toContain('overridden a second time');
    expect(seen).toHaveLength(0);
  });

  it('may fill a placeholder of the URI that no mapping fills', async () => {
    const { call, seen } = await start({
      request: '#set($context.requestOverride.path.p = $input.params("id")){}',
      change: { requestParameters: {} },
    });
    await call('/pets/7', post('{}'));
    expect(seen[0]?.url).toBe('/7');
  });

  it('may set the response’s status and headers', async () => {
    const { call } = await start({
      request:
        '#set($context.responseOverride.status = 418)#set($context.responseOverride.header.X-From = "request"){}',
    });
    expect(await call('/pets/1', post('{}'))).toMatchObject({
      status: 418,
      headers: { 'x-from': 'request' },
      body: '{}',
    });
  });

  it.each(['Content-Length', 'transfer-encoding', 'X-Amzn-Trace-Id'])('must not set %s (fact D26)', async (name) => {
    const { call, seen } = await start({ request: `#set($context.requestOverride.header['${name}'] = "5"){}` });
    expect(await call('/pets/1', post('{}'))).toMatchObject({ status: 500 });
    expect(seen).toHaveLength(0);
  });

  it('cannot smuggle anything into the message', async () => {
    const { call, seen } = await start({
      request: `#set($context.requestOverride.header.ok = "a
b")#set($context.requestOverride.header['bad name'] = "x")#set($context.requestOverride.path.p = "../up"){}`,
    });
    expect(await call('/pets/1', post('{}'))).toMatchObject({ status: 400 });
    expect(seen).toHaveLength(0);
  });
});

describe('a response template', () => {
  it('sees the backend’s body, and the request’s parameters', async () => {
    const { call } = await start({
      response: `{"name": $input.json('$.name'), "id": "$input.params('id')", "all": "$input.path('$')"}`,
      reply: () => ({ body: '{"name":"Bill","b":[{"c":5}]}' }),
    });
    const answer = await call('/pets/1', post('{}'));
    // Fact D39.
    expect(answer.body).toBe('{"name": "Bill", "id": "1", "all": "{name=Bill, b=[{"c":5}]}"}');
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
  });

  // Guide, "Tutorial: Override an API's response status code".
  const TUTORIAL = `#set($inputRoot = $input.path('$'))
$input.json("$")
#if($inputRoot.toString().contains("error"))
#set($context.responseOverride.status = 400)
#end`;

  it('may override the status', async () => {
    let body = '{"errors":[{"key":"GetPetRequest.petId","message":"The value is out of range."}]}';
    const { call } = await start({ response: TUTORIAL, reply: () => ({ body }) });
    expect(await call('/pets/-1', post('{}'))).toMatchObject({ status: 400, body: expect.stringContaining(body) });
    body = '{"id":1}';
    expect(await call('/pets/1', post('{}'))).toMatchObject({ status: 200 });
  });

  it.each(['600', '99', '"400"', '4.5', '"abc"'])('does not override the status with %s (fact D30)', async (status) => {
    const { call } = await start({ response: `#set($context.responseOverride.status = ${status})x` });
    expect(await call('/pets/1', post('{}'))).toMatchObject({ status: 200, body: 'x' });
  });

  it('may override headers, in the place of mapped ones of any case', async () => {
    const { call } = await start({
      response: '#set($context.responseOverride.header.x-kind = ["a", "b"])x',
      integrationResponse: {
        responseParameters: { 'method.response.header.X-Kind': "'mapped'", 'method.response.header.X-Rest': "'kept'" },
      },
    });
    const answer = await call('/pets/1', post('{}'));
    expect(answer.headers).toMatchObject({ 'x-kind': 'a, b', 'x-rest': 'kept' });
  });

  it('sees what the request’s template has overridden (recorded: localstack, test_integration_mock_with_request_overrides)', async () => {
    const { call } = await start({
      request: '#set($context.requestOverride.path.p = "one"){}',
      response: '$context.requestOverride.path.p',
    });
    expect(await call('/pets/1', post('{}'))).toMatchObject({ body: 'one' });
  });

  it('that fails answers 500, also for a backend’s body that is no JSON', async () => {
    const { call, warnings } = await start({ response: "$input.json('$.a')", reply: () => ({ body: '{"a"' }) });
    expect(await call('/pets/1', post('{}'))).toMatchObject({
      status: 500,
      body: '{"message": "Internal server error"}',
    });
    expect(warnings.join()).toContain('Unable to transform response');
  });

  it('may be empty, for a body that passes unmapped (fact D22)', async () => {
    const { call } = await start({ response: '', reply: () => ({ body: 'as it is' }) });
    expect(await call('/pets/1', post('{}'))).toMatchObject({ body: 'as it is' });
  });
});

describe('binary payloads', () => {
  const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);

  it('reach a template as base64 with CONVERT_TO_TEXT (fact D75; guide, the excerpt)', async () => {
    const backend = await keep(startBackend((seen) => ({ body: seen.body })));
    const gateway = await keep(
      startGateway({
        restApi: { binaryMediaTypes: ['image/png'] },
        methods: {
          '/x': {
            POST: {
              methodResponses: { 200: { statusCode: '200' } },
              methodIntegration: integration({
                type: 'HTTP',
                httpMethod: 'POST',
                uri: `${backend.url}/`,
                contentHandling: 'CONVERT_TO_TEXT',
                requestTemplates: { 'image/png': '{\n    "data": "$input.body"\n}' },
                integrationResponses: { 200: { statusCode: '200', contentHandling: 'CONVERT_TO_TEXT' } },
              }),
            },
          },
        },
      }),
    );
    const answer = await gateway.call('/x', { method: 'POST', body: PNG, headers: ['Content-Type', 'image/png'] });
    expect(JSON.parse(answer.body)).toEqual({ data: PNG.toString('base64') });
  });

  it('are made of text with CONVERT_TO_BINARY, and 500 where the text is no base64 (facts D73, D74)', async () => {
    const { call, warnings } = await start({
      change: { contentHandling: 'CONVERT_TO_BINARY' },
      reply: () => ({ body: PNG.toString('base64') }),
      integrationResponse: { contentHandling: 'CONVERT_TO_BINARY' },
    });
    const answer = await call('/pets/1', post(PNG.toString('base64')));
    expect(answer.bytes).toEqual(PNG);
    expect(await call('/pets/1', post('{"a":1}'))).toMatchObject({ status: 500 });
    expect(warnings.join()).toContain('no base64');
  });
});
