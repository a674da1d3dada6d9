import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { clients, runProgram } from '../support/client-program.ts';
import { credentials } from '../support/sallyport.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-openapi-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const env = {
  PATH: process.env.PATH,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_PAGER: '',
};

async function aws(...args: string[]) {
  const all = ['--endpoint-url', inject('sallyport').controlUrl, '--output', 'json', 'apigateway', ...args];
  const { status, stdout, stderr } = await runProgram('aws', all, env, folder);
  return { status, stderr, answer: stdout.trim() === '' ? undefined : JSON.parse(stdout) };
}

const file = (paths: object) => ({
  openapi: '3.0.1',
  info: { title: 'cli', version: '1.0' },
  servers: [{ url: 'https://example.com/base' }],
  paths,
});
const mock = {
  responses: { 200: { description: '200 response' } },
  'x-amazon-apigateway-integration': {
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    responses: { default: { statusCode: '200' } },
  },
};

describe.skipIf(!clients.awsCli)('OpenAPI files with the AWS CLI (skipped without aws)', () => {
  // Version 2 reads `fileb://` as it is, version 1 knows it, too.
  const save = async (name: string, content: string) => {
    await writeFile(join(folder, name), content);
    return `fileb://${name}`;
  };

  test('import, deploy, call, export, overwrite by the export', async () => {
    const body = await save('api.json', JSON.stringify(file({ '/x': { get: mock } })));
    const parameters = ['--parameters', 'basepath=prepend,endpointConfigurationTypes=REGIONAL'];
    const { answer: api } = await aws('import-rest-api', '--fail-on-warnings', '--body', body, ...parameters);
    expect(api).toMatchObject({ name: 'cli', version: '1.0', endpointConfiguration: { types: ['REGIONAL'] } });

    const ids = ['--rest-api-id', api.id];
    await aws('create-deployment', ...ids, '--stage-name', 'v1');
    const { gatewayUrl } = inject('sallyport');
    expect((await fetch(`${gatewayUrl}/_aws/execute-api/${api.id}/v1/base/x`)).status).toBe(200);

    const what = ['--stage-name', 'v1', '--export-type', 'swagger', '--parameters', 'extensions=apigateway'];
    const { answer } = await aws('get-export', ...ids, ...what, '--accepts', 'application/yaml', 'export.yaml');
    expect(answer).toEqual({
      contentType: 'application/octet-stream',
      contentDisposition: 'attachment; filename="swagger_1.0.yaml"',
    });
    const exported = await readFile(join(folder, 'export.yaml'), 'utf8');
    expect(exported).toMatch(/^---\nswagger: '2.0'\n/);
    // Whoever reads it calls the port that answers, also where the system chose it.
    expect(exported).toMatch(
      new RegExp(`\\nhost: ['"]?${api.id}\\.execute-api\\.localhost:${new URL(gatewayUrl).port}\\b`),
    );
    const again = await aws('put-rest-api', ...ids, '--mode', 'overwrite', '--body', 'fileb://export.yaml');
    expect(again.answer).toMatchObject({ id: api.id, name: 'cli', version: '1.0', tags: {} });
  });

  test('what is wrong with a file is told, and the API stays as it was', async () => {
    const body = await save('good.json', JSON.stringify(file({ '/x': { get: mock } })));
    const { answer: api } = await aws('import-rest-api', '--body', body);
    const ids = ['--rest-api-id', api.id];
    const { answer: before } = await aws('get-resources', ...ids);

    const broken = await aws('put-rest-api', ...ids, '--body', await save('broken.json', '{'));
    expect(broken.status).not.toBe(0);
    expect(broken.stderr).toContain(
      'An error occurred (BadRequestException) when calling the PutRestApi operation: Invalid OpenAPI input.',
    );
    const integration = { type: 'http', httpMethod: 'GET', uri: 'nowhere' };
    const wrong = file({ '/y': { get: { ...mock, 'x-amazon-apigateway-integration': integration } } });
    const refused = await aws('put-rest-api', ...ids, '--body', await save('wrong.json', JSON.stringify(wrong)));
    expect(refused.stderr).toContain(
      "Errors found during import:\n\tUnable to put integration on 'GET' for resource at path '/y': Invalid HTTP endpoint specified for URI",
    );
    expect((await aws('get-resources', ...ids)).answer).toEqual(before);
  });

  test('documentation parts', async () => {
    const parts = [{ location: { type: 'API' }, properties: { description: 'About.' } }];
    const documented = { ...file({}), 'x-amazon-apigateway-documentation': { documentationParts: parts } };
    const body = await save('parts.json', JSON.stringify(documented));
    const { answer: api } = await aws('import-rest-api', '--body', body, '--parameters', 'ignore=documentation');
    const ids = ['--rest-api-id', api.id];
    expect((await aws('get-documentation-parts', ...ids)).answer).toEqual({ items: [] });
    const { answer } = await aws('import-documentation-parts', ...ids, '--mode', 'overwrite', '--body', body);
    expect(answer).toEqual({ ids: [expect.stringMatching(/^[a-z0-9]{6}$/)] });
  });
});
