import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ServiceError } from '../../../aws/index.ts';
import { EVERYTHING } from '../testing/everything.ts';
import { importApi } from '../testing/imports.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

/** Imports, or is refused by an error that is the caller's; anything else is a defect. */
async function importOrRefuse(document: object | string): Promise<void> {
  const before = await service.store.lastSequence();
  try {
    await importApi(service, document);
  } catch (error) {
    expect(error).toBeInstanceOf(ServiceError);
    expect((error as ServiceError).statusCode).toSatisfy((status: number) => status < 500 || status === 501);
    expect((error as Error).message.length).toBeLessThan(500_000);
    expect(await service.store.lastSequence()).toBe(before);
  }
}

/** Every place in a document, as the steps to it. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function replaceAt(value: unknown, [step, ...rest]: readonly string[], replacement: unknown): unknown {
  if (step === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === step ? replaceAt(item, rest, replacement) : item));
  }
  const object = value as Record<string, unknown>;
  return { ...object, [step]: replaceAt(object?.[step], rest, replacement) };
}

const PLACES = placesIn(EVERYTHING);
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    { $ref: '#' },
    { $ref: '#/paths' },
    { $ref: '#/components/schemas/Tree/properties/~1' },
    { $ref: 'https://example.com/other.json#/x' },
    { __proto__: null, constructor: { name: 1 } },
    `\${AWS::Region}`.repeat(50),
    `/${'{a}/'.repeat(50)}`,
  ),
);

describe('files that mean no good', () => {
  it('with any part replaced by anything are imported or refused, never a defect', { timeout: 60_000 }, async () => {
    const change = fc.tuple(fc.nat({ max: PLACES.length - 1 }), odd);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let document: unknown = EVERYTHING;
        for (const [place, replacement] of changes) document = replaceAt(document, PLACES[place] ?? [], replacement);
        await importOrRefuse(JSON.stringify(document));
      }),
      { numRuns: 400 },
    );
  });

  it('with bytes changed are imported or refused', { timeout: 60_000 }, async () => {
    const text = JSON.stringify(EVERYTHING, null, 1);
    const change = fc.tuple(
      fc.nat({ max: text.length }),
      fc.constantFrom('', '"', '{', '}', '\u0000', ': ', '- ', '&a ', '*a'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let broken = text;
        for (const [at, letters] of changes) broken = broken.slice(0, at) + letters + broken.slice(at + 1);
        await importOrRefuse(broken);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['references in a circle', { parameters: [{ $ref: '#/components/parameters/a' }] }],
    [
      'a name that is everywhere',
      { parameters: [{ name: '__proto__', in: 'query' }], responses: { 200: { headers: { constructor: {} } } } },
    ],
  ])('%s', async (_, operation) => {
    const parameters = { a: { $ref: '#/components/parameters/b' }, b: { $ref: '#/components/parameters/a' } };
    await importOrRefuse({
      openapi: '3.0.1',
      info: { title: 'x' },
      paths: { '/x': { get: operation } },
      components: { parameters },
    });
  });

  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`),
  ];
  it.each([
    ['a billion laughs', bomb.join('\n')],
    ['an anchor in itself', 'a: &a [*a]'],
    ['lists in lists, JSON', `{"a": ${'['.repeat(1_000_000)}`],
    ['lists in lists, YAML', '['.repeat(1_000_000)],
    ['objects in objects', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['more than 6 MB (features A17)', `{"openapi": "3.0.1", "x": "${'x'.repeat(6 * 1024 * 1024)}"}`],
    ['what is no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]).toString('latin1')],
  ])('%s is refused before long', { timeout: 10_000 }, async (_, text) => {
    await expect(importApi(service, text)).rejects.toMatchObject({ code: 'BadRequestException' });
  });

  it.each([
    ['paths', { paths: Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`/x${index}`, {}])) }],
    ['schemas', { definitions: Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`X${index}`, {}])) }],
  ])('more %s than an import may bring are refused', async (what, more) => {
    const document = { swagger: '2.0', info: { title: 'x' }, ...more };
    await expect(importApi(service, document)).rejects.toMatchObject(
      refusal('BadRequestException', `The API definition has 5001 ${what}; at most 5000 can be imported.`),
    );
  });

  it('a file of a thousand faults is one short answer', async () => {
    const paths = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`/x${index}/ü`, {}]));
    const answer = importApi(service, { openapi: '3.0.1', info: { title: 'x' }, paths });
    await expect(answer).rejects.toMatchObject({ code: 'BadRequestException' });
    await expect(answer).rejects.toSatisfy((error: Error) => error.message.split('\n').length === 201);
  });

  it('a quota is a refusal of its own (features A17)', async () => {
    service = await startService('aws');
    const paths = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`/x${index}`, {}]));
    await expect(importApi(service, { openapi: '3.0.1', info: { title: 'x' }, paths })).rejects.toMatchObject({
      code: 'LimitExceededException',
    });
  });
});
