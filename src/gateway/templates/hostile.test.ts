import { describe, expect, it } from 'vitest';
import type { ApiSnapshot, Integration } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { cpuTimeOf } from '../testing/cpu-time.ts';
import { startBackend, startGateway } from '../testing/harness.ts';
import { integration } from '../testing/snapshots.ts';

const keep = closing();
const MB = 1_048_576;
/** What any of these may take of the CPU. */
const BOUND_MS = 8_000;

/** A method that gives back what its template makes of a body. */
async function start(template: string, change: Partial<Integration> = {}, deployment: Partial<ApiSnapshot> = {}) {
  const backend = await keep(startBackend((seen) => ({ body: seen.body })));
  const methodIntegration = integration({
    type: 'HTTP',
    httpMethod: 'POST',
    uri: `${backend.url}/`,
    requestTemplates: { 'application/json': template },
    integrationResponses: { 200: { statusCode: '200' } },
    ...change,
  });
  const methodResponses = { 200: { statusCode: '200' } };
  const gateway = await keep(
    startGateway({ methods: { '/x': { POST: { methodIntegration, methodResponses } } }, deployment }),
  );
  return {
    ...gateway,
    seen: backend.seen,
    async post(body: string | Buffer, headers: readonly string[] = []) {
      const { result, cpuMs } = await cpuTimeOf(() => gateway.call('/x', { method: 'POST', body, headers }));
      expect(cpuMs).toBeLessThan(BOUND_MS);
      return result;
    },
  };
}

const LOOP = '#foreach($i in [1..1000])';
const ARRAY = `[${'0,'.repeat(4 * MB)}0]`;

describe('a template that would not end', () => {
  it.each([
    ['loops in loops', `${LOOP}${LOOP}${LOOP}x#end#end#end`],
    ['a string that doubles', '#set($s = "xx")#foreach($i in [1..100])#set($s = "$s$s")#end$s'],
    ['a pattern that backtracks', `$input.body.replaceAll("(a*)*b", "")`],
    ['lists in lists', '#set($l = [])#foreach($i in [1..1000])#set($x = $l.add($l))#end$l'],
    ['a definition of itself', '#define($d)$d#end$d'],
    ['a range without end', '#foreach($i in [1..2000000000])x#end$foo#foreach($i in [-2000000000..2000000000])#end'],
  ])('%s is a 500 or ends by itself', async (_name, template) => {
    const { post, warnings } = await start(template);
    const { status } = await post('a'.repeat(10_000));
    expect([200, 500]).toContain(status);
    if (status === 500) expect(warnings.join()).toMatch(/Unable to transform request: .* at line 1, column \d+/);
    expect(warnings.join()).not.toContain('defect');
  });
});

describe('a payload', () => {
  it('nested too deeply is no JSON', async () => {
    const { post } = await start("$input.json('$')");
    for (const deep of ['['.repeat(200_000), `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`])
      expect(await post(deep)).toMatchObject({ status: 400 });
  });

  it('of millions of items is counted', async () => {
    const { post } = await start("$input.path('$').size()");
    expect(await post(ARRAY)).toMatchObject({ status: 200, body: String(4 * MB + 1) });
  });

  it('of 10 MB passes through a template, and one byte more does not', async () => {
    const { post } = await start('$input.body');
    const body = Buffer.alloc(10 * MB, 'x');
    expect((await post(body)).bytes.equals(body)).toBe(true);
    expect(await post(Buffer.alloc(10 * MB + 1, 'x'))).toMatchObject({ status: 413 });
  });

  it('cannot be blown up beyond what may be sent', async () => {
    const { post, warnings } = await start('$input.body$input.body');
    expect(await post(Buffer.alloc(6 * MB, 'x'))).toMatchObject({ status: 500 });
    expect(warnings.join()).toContain('Unable to transform request');
  });

  it('that is no UTF-8 is read with replacements, and never fails the gateway', async () => {
    const { post } = await start('[$input.body]');
    const answer = await post(Buffer.from([0x22, 0xff, 0xc3, 0x28, 0x22]));
    expect(answer).toMatchObject({ status: 200, body: '["\ufffd\ufffd("]' });
  });

  it('of names like those of built-in things is data', async () => {
    const { post } = await start(
      "$input.path('$.__proto__.polluted') $input.path('$.constructor') $input.path('$').toString.x",
    );
    expect(await post('{"__proto__": {"polluted": "own"}}')).toMatchObject({ status: 200, body: 'own  ' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('is searched within bounds by parameter mappings', async () => {
    const { post } = await start('{}', {
      requestParameters: {
        'integration.request.header.X-Deep': 'method.request.body..a[?(@..b)]..c',
        'integration.request.header.X-Last': 'method.request.body[-1:]',
      },
    });
    const wide = `[${'{"a":[{"b":[{"c":1}]}]},'.repeat(50_000)}{}]`;
    expect([200, 431, 500]).toContain((await post(wide)).status);
  });
});

describe('XML', () => {
  const schema = {
    type: 'array',
    xml: { name: 'list', wrapped: true },
    items: {
      type: 'object',
      xml: { name: 'i', prefix: 'p', namespace: `urn:${'n'.repeat(1_000)}` },
      properties: { [`long${'n'.repeat(1_000)}`]: { type: 'string', xml: { name: 'a' } } },
    },
  };
  const models = [{ id: 'm', name: 'List', contentType: 'application/json', schema: JSON.stringify(schema) }];
  const convert = (line: string) =>
    start('', { requestTemplates: { 'application/xml': line, 'application/json': line } }, { models });

  it.each([
    [
      'entities that expand',
      `<!DOCTYPE list [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><list>&b;</list>`,
    ],
    ['an entity of a file', '<!DOCTYPE list [<!ENTITY a SYSTEM "file:///etc/passwd">]><list>&a;</list>'],
    ['elements inside each other', `${'<list>'.repeat(100_000)}${'</list>'.repeat(100_000)}`],
    ['an element that never ends', `<list>${'<'.repeat(1_000_000)}`],
    ['attributes without end', `<list ${Array.from({ length: 100_000 }, (_, n) => `a${n}="x"`).join(' ')}/>`],
    [
      'namespaces without end',
      `<list ${Array.from({ length: 100_000 }, (_, n) => `xmlns:a${n}="urn:${n}"`).join(' ')}/>`,
    ],
  ])('with %s is refused', async (_, body) => {
    const { post } = await convert('##sallyport:json-from-xml List');
    expect(await post(body, ['Content-Type', 'application/xml'])).toMatchObject({ status: 400 });
  });

  it('grows by what the model says around every item, but not beyond what may be sent', async () => {
    const { post } = await convert('##sallyport:xml-from-json List');
    expect(await post(`[${'{},'.repeat(5_000)}{}]`)).toMatchObject({ status: 200 });
    expect(await post(`[${'{},'.repeat(1_000_000)}{}]`)).toMatchObject({ status: 400 });
  });

  it('becomes JSON that is not longer than what may be sent either', async () => {
    const { post } = await convert('##sallyport:json-from-xml List');
    const items = (count: number) =>
      `<list xmlns:p="urn:${'n'.repeat(1_000)}">${'<p:i><a>1</a></p:i>'.repeat(count)}</list>`;
    expect(await post(items(1_000), ['Content-Type', 'application/xml'])).toMatchObject({ status: 200 });
    expect(await post(items(20_000), ['Content-Type', 'application/xml'])).toMatchObject({ status: 400 });
  });
});

describe('headers', () => {
  it('in a flood are bounded before a template sees them (features A17)', async () => {
    const { post } = await start('#foreach($n in $input.params().header.keySet())$n=$input.params($n);#end');
    const many = Array.from({ length: 150 }, (_, i) => [`X-H-${i}`, 'v'.repeat(100)]).flat();
    expect((await post('{}', many)).body).toContain('X-H-149=vvvv');
    const flood = Array.from({ length: 150 }, (_, i) => [`X-H-${i}`, 'v'.repeat(140)]).flat();
    expect((await post('{}', flood)).status).toBe(431);
  });

  it('made of a body cannot carry line breaks, nor anything else into the message', async () => {
    const { post, seen } = await start('{}', {
      requestParameters: {
        'integration.request.header.X-Name': 'method.request.body.name',
        'integration.request.querystring.q': 'method.request.body.name',
      },
    });
    await post(JSON.stringify({ name: 'a\r\nHost: evil\r\n\r\nGET / HTTP/1.1' }));
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers['x-name']).toBeUndefined();
    expect(seen[0]?.url).toBe('/?q=a%0D%0AHost%3A%20evil%0D%0A%0D%0AGET%20%2F%20HTTP%2F1.1');
  });
});
