import { expect, it } from 'vitest';
import { readCors } from './cors.ts';

// Fact D131; API reference of version 2, `Cors`. The texts are ours.
it('a CORS configuration is read, with names of headers in lower case', () => {
  const AllowOrigins = ['https://www.example.com', 'http://localhost:3000', 'https://*', 'chrome-extension://abc'];
  expect(
    readCors({
      AllowOrigins,
      AllowMethods: ['GET', '*'],
      AllowHeaders: ['X-A', '*'],
      ExposeHeaders: ['Date'],
      MaxAge: -1,
    }),
  ).toEqual({
    AllowOrigins,
    AllowMethods: ['GET', '*'],
    AllowHeaders: ['x-a', '*'],
    ExposeHeaders: ['date'],
    MaxAge: -1,
  });
  expect(readCors({ AllowOrigins: [], AllowCredentials: false })).toEqual({ AllowCredentials: false });
});

it.each([
  [{ AllowOrigins: ['example.com'] }, /allowOrigins contains 'example.com'/],
  [{ AllowOrigins: ['https://*.example.com'] }, /allowOrigins/],
  [{ AllowOrigins: ['https://a.test/path'] }, /allowOrigins/],
  [{ AllowMethods: ['TRACE'] }, /allowMethods contains 'TRACE'/],
  [{ AllowHeaders: ['a b'] }, /allowHeaders/],
  [{ ExposeHeaders: ['a\r\nb'] }, /exposeHeaders/],
  [{ AllowOrigins: ['*'], AllowCredentials: true }, /allowCredentials is not supported together with the origin \*/],
  [{ MaxAge: -2 }, /maxAge must be between -1 and 86400/],
  [{ MaxAge: 86_401 }, /maxAge/],
])('it cannot be %j', (input, message) => {
  expect(() => readCors(input)).toThrow(
    expect.objectContaining({ statusCode: 400, message: expect.stringMatching(message) }),
  );
});
