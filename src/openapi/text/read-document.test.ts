import { describe, expect, it } from 'vitest';
import { OpenApiError } from '../errors.ts';
import { OPENAPI_LIMITS } from '../limits.ts';
import { readDocument } from './read-document.ts';

const read = (text: string) =>
  readDocument(Buffer.from(text), { accountId: '111111111111', partition: 'aws-cn', region: 'cn-north-1' });

describe('readDocument', () => {
  it('reads JSON and YAML to the same', async () => {
    const json = '{"openapi": "3.0.1", "paths": {"/x": {"get": {"responses": {"200": {"description": "it\'s"}}}}}}';
    const yaml = "openapi: 3.0.1\npaths:\n  /x:\n    get:\n      responses:\n        200: {description: it's}\n";
    expect(await read(yaml)).toEqual(await read(json));
    expect(await read(`\ufeff${json}`)).toEqual(await read(json));
    // YAML of the flow kind begins with a brace, too.
    expect(await read('{openapi: 3.0.1, paths: {}}')).toEqual({ openapi: '3.0.1', paths: {} });
  });

  it('fills in AWS’s variables and no others (features A7.4)', async () => {
    const text = `{"a": "\${AWS::Region} \${AWS::Partition}:\${AWS::AccountId} \${AWS::StackName} \${x}"}`;
    expect(await read(text)).toEqual({ a: `cn-north-1 aws-cn:111111111111 \${AWS::StackName} \${x}` });
  });

  it.each([
    ['1.0', '1.0'],
    ['2', '2'],
    ["'1.10'", '1.10'],
    ['2016-09-12T17:50:37Z', '2016-09-12T17:50:37Z'],
  ])('keeps the version %s as it is written', async (written, version) => {
    const text = `openapi: 3.0.1\ninfo:\n  title: x\n\n  # The version.\n  version: ${written}\npaths: {}\n`;
    expect(await read(text)).toMatchObject({ info: { title: 'x', version } });
  });

  it('takes the last of two equal keys, in both', async () => {
    expect(await read('{"a": 1, "a": 2}')).toEqual({ a: 2 });
    expect(await read('a: 1\na: 2\n')).toEqual({ a: 2 });
  });

  it('makes own members of every key', async () => {
    for (const text of ['{"__proto__": {"x": 1}}', '__proto__: {x: 1}']) {
      expect(Object.keys(await read(text))).toEqual(['__proto__']);
    }
    expect({}).not.toHaveProperty('x');
  });

  it.each([
    ['depth', `${'{"a":'.repeat(OPENAPI_LIMITS.depth + 1)}1${'}'.repeat(OPENAPI_LIMITS.depth + 1)}`],
    ['values', `{"a": [${'1,'.repeat(OPENAPI_LIMITS.values)}1]}`],
    ['bytes', ' '.repeat(OPENAPI_LIMITS.documentBytes + 1)],
    ['aliases', `a: &a 1\nb: [${'*a,'.repeat(OPENAPI_LIMITS.aliases + 1)}]`],
  ])('bounds %s', async (_, text) => {
    await expect(read(text)).rejects.toBeInstanceOf(OpenApiError);
  });
});
