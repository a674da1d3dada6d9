import type { RequestValidator } from '../../../model/index.ts';
import { compilePatch, flag, refuseListingPaths, rulesOf } from '../patch/index.ts';
import { readName } from './create.ts';

const { replace } = rulesOf<RequestValidator>();

/** What `UpdateRequestValidator` may do (API reference, "Patch Operations"; recorded, with the order of paths). */
export const patchRequestValidator = compilePatch<RequestValidator>({
  refuse: refuseListingPaths,
  rules: [
    replace('/name', 'name', readName),
    replace('/validateRequestParameters', 'validateRequestParameters', flag),
    replace('/validateRequestBody', 'validateRequestBody', flag),
  ],
});
