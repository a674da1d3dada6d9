import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printJson } from './print-json.ts';

it('lays JSON out as the guide’s exports are (page api-gateway-documenting-api-quick-start-publishing)', () => {
  const document = {
    swagger: '2.0',
    schemes: ['https'],
    paths: { '/': { get: { produces: ['a', 'b'], x: [{ y: {} }] } } },
  };
  expect(printJson(document)).toBe(`{
  "swagger" : "2.0",
  "schemes" : [ "https" ],
  "paths" : {
    "/" : {
      "get" : {
        "produces" : [ "a", "b" ],
        "x" : [ {
          "y" : { }
        } ]
      }
    }
  }
}`);
});

it('is JSON, whatever it prints', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(JSON.parse(printJson(value)))).toBe(JSON.stringify(value));
    }),
  );
});
