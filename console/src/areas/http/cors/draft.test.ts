import { expect, it } from 'vitest';
import { corsOf, draftOf } from './draft.ts';

// API reference of version 2, `Cors`.
it('a CORS configuration comes back out of its form as it went in', () => {
  const cors = {
    AllowOrigins: ['https://a.test', 'http://localhost:3000'],
    AllowMethods: ['GET', 'POST'],
    AllowHeaders: ['content-type'],
    ExposeHeaders: ['x-total'],
    MaxAge: -1,
    AllowCredentials: true,
  };
  expect(corsOf(draftOf(cors))).toEqual(cors);
  expect(corsOf({ ...draftOf(cors), maxAge: ' ' })).not.toHaveProperty('MaxAge');
  expect(draftOf(undefined)).toMatchObject({ origins: '', methods: [], maxAge: '' });
});
