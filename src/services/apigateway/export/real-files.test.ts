import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deploy } from '../testing/apis.ts';
import { contentsOf, importApi } from '../testing/imports.ts';
import { startService } from '../testing/service.ts';

/** Files as people write them: the public collection that ReadMe tests its own tools with. */
const folder = dirname(createRequire(import.meta.url).resolve('@readme/oas-examples/package.json'));
const files = ['2.0/json', '3.0/json'].flatMap((version) =>
  readdirSync(join(folder, version), { recursive: true, encoding: 'utf8' })
    // The last one has a title and nothing else, so it cannot be deployed.
    .filter((name) => name.endsWith('.json') && name !== 'openapi-workshop/title.json')
    .map((name) => `${version}/${name}`),
);

/** Refused, as AWS refuses them: each with what its answer says. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  // Enumerations that name a value twice (aws-cdk issue 18715).
  '3.0/json/schema-enums.json': /Invalid model schema specified/,
  '3.0/json/parameters-style.json': /Resource's path part only allow a-zA-Z0-9._-:/,
};

type Operations = Record<string, Record<string, unknown>>;

/** The file with a backend for every operation, without which nothing can be deployed. */
function withBackends(text: string): object {
  const document: { paths?: Record<string, Operations> } = JSON.parse(text);
  for (const item of Object.values(document.paths ?? {})) {
    for (const [verb, operation] of Object.entries(item)) {
      if (['get', 'put', 'post', 'delete', 'patch', 'head', 'options'].includes(verb)) {
        operation['x-amazon-apigateway-integration'] = { type: 'mock' };
      }
    }
  }
  return document;
}

describe('real files', () => {
  it.each(files)('%s: exported and imported again, the same API', async (name) => {
    const service = await startService();
    const document = withBackends(readFileSync(join(folder, name), 'utf8'));
    const refusal = REFUSED[name];
    if (refusal) {
      await expect(importApi(service, document)).rejects.toMatchObject({
        code: 'BadRequestException',
        message: expect.stringMatching(refusal),
      });
      return;
    }
    const { restApiId } = await importApi(service, document);
    await deploy(service, restApiId, 'v1');
    const before = await contentsOf(service, restApiId);
    for (const exportType of ['oas30', 'swagger']) {
      const input = { restApiId, stageName: 'v1', exportType, parameters: { extensions: 'apigateway' } };
      const { body = new Uint8Array() } = await service.api.getExport(input, service.call());
      const { restApiId: again } = await importApi(service, Buffer.from(body).toString('utf8'), {
        failOnWarnings: true,
      });
      expect(await contentsOf(service, again)).toEqual(before);
    }
  });
});
