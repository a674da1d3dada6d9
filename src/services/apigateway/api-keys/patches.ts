import type { ApiKey } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { compilePatch, flag, optionalText, type PatchRule, refuseListingPaths, rulesOf } from '../patch/index.ts';
import { checkApiKeyName } from './create.ts';

const { replace } = rulesOf<ApiKey>();

/** Stages from before there were usage plans: kept, and without effect, as on AWS since then. */
const stages: PatchRule<ApiKey> = {
  path: '/stages',
  effects: {
    add: (key, { value }) => ({ ...key, stageKeys: [...new Set([...key.stageKeys, stageKey(value)])] }),
    remove: (key, { value }) => ({ ...key, stageKeys: key.stageKeys.filter((stage) => stage !== stageKey(value)) }),
  },
};

/** What `UpdateApiKey` may do (API reference, "Patch Operations", UpdateApiKey). */
export const patchApiKey = compilePatch<ApiKey>({
  refuse: refuseListingPaths,
  rules: [
    replace('/customerId', 'customerId', optionalText),
    replace('/description', 'description', optionalText),
    replace('/enabled', 'enabled', flag),
    replace('/name', 'name', (value) => {
      checkApiKeyName(value);
      return optionalText(value);
    }),
    stages,
  ],
});

function stageKey(value = ''): string {
  if (!/^[\w-]+\/[\w-]+$/.test(value)) throw badRequest('Invalid stage key specified');
  return value;
}
