import type { Model } from '../../../model/index.ts';
import { compilePatch, optionalText, refuseListingPaths, rulesOf, text } from '../patch/index.ts';

const { replace } = rulesOf<Model>();

/** What `UpdateModel` may do (API reference, "Patch Operations"; recorded). */
export const patchModel = compilePatch<Model>({
  refuse: refuseListingPaths,
  rules: [replace('/description', 'description', optionalText), replace('/schema', 'schema', text)],
});
