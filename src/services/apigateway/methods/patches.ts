import type { Method, MethodResponse } from '../../../model/index.ts';
import { missing } from '../errors.ts';
import { compilePatch, flag, optionalText, refusePathThenOp, rulesOf, text } from '../patch/index.ts';
import { readAuthorizationType } from './check-method.ts';

const method = rulesOf<Method>();
const response = rulesOf<MethodResponse>();

/** What `UpdateMethod` may do (API reference, "Patch Operations", UpdateMethod; recorded). */
export const patchMethod = compilePatch<Method>({
  refuse: refusePathThenOp,
  rules: [
    method.replace('/apiKeyRequired', 'apiKeyRequired', flag),
    method.replace('/authorizationType', 'authorizationType', readAuthorizationType),
    method.replace('/authorizerId', 'authorizerId', optionalText),
    method.replace('/operationName', 'operationName', optionalText),
    method.replace('/requestValidatorId', 'requestValidatorId', optionalText),
    method.values('/authorizationScopes', 'authorizationScopes'),
    method.entries('/requestModels/{contentType}', 'requestModels', text, missing.contentType),
    method.entries('/requestParameters/{parameter}', 'requestParameters', flag, missing.parameter),
  ],
});

/** What `UpdateMethodResponse` may do (API reference, "Patch Operations", UpdateMethodResponse; recorded). */
export const patchMethodResponse = compilePatch<MethodResponse>({
  refuse: refusePathThenOp,
  rules: [
    response.entries('/responseModels/{contentType}', 'responseModels', text, missing.contentType),
    response.entries('/responseParameters/{parameter}', 'responseParameters', flag, missing.parameter),
  ],
});
