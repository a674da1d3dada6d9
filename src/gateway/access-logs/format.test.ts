import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileFormat } from './format.ts';

type Context = Readonly<Record<string, string | undefined>>;

const NAMES = ['requestId', 'status', 'path', 'xrayTraceId', 'error.messageString', 'identity.userAgent'];
const find = (name: string) => (NAMES.includes(name) ? (context: Context) => context[name] : undefined);

const value = fc.constantFrom(undefined, '', 'a', '"b"', 'c\nd', '<&>', 'é😀');
const context = fc.record(Object.fromEntries(NAMES.map((name) => [name, value])), { requiredKeys: [...NAMES] });
// What is made here has no letters that are spelled otherwise.
const requests = fc.array(
  context.map((given) => ({ ...given, requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef' })),
  { maxLength: 20 },
);

/** JSON's own spelling (RFC 8259 section 7) of values that are there; a dash for others (telemetry E.2). */
function spelledOut(name: string, given: Context): string {
  const text = given[name];
  if (text === undefined || text === '') return '-';
  return name === 'error.messageString' ? text : JSON.stringify(text).slice(1, -1);
}

it.each([
  NAMES.map((name) => `"${name}":$context.${name}`).join(),
  '"a":"$context.status$context.path.$context.nothing"',
  '"a":$context.requestId',
  '"a":1',
])('says of each request what is its own, whatever the one before it was: %s', (members) => {
  const format = `{${members}}`;
  fc.assert(
    fc.property(requests, (all) => {
      const lineOf = compileFormat(format, find);
      const expected = all.map((given) =>
        format.replace(/\$context\.(nothing|[\w]+(?:\.\w+)?)/g, (_, name: string) => spelledOut(name, given)),
      );
      expect(all.map(lineOf)).toEqual(expected);
    }),
  );
});
