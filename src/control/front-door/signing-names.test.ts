import { expect, it } from 'vitest';
import { createSchemaLibrary } from '../schema/index.ts';
import { SERVICE_NAMES, SIGNING_NAMES } from './signing-names.ts';

it('agrees with what the schemas say, which are read too late to be asked', async () => {
  const schemas = createSchemaLibrary();
  for (const name of SERVICE_NAMES) expect((await schemas.load(name)).signingName).toBe(SIGNING_NAMES[name]);
});
