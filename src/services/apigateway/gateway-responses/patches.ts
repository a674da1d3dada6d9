import type { GatewayResponse } from '../../../model/index.ts';
import { badRequest, missing } from '../errors.ts';
import { compilePatch, optional, requiredText, rulesOf } from '../patch/index.ts';
import { DEFAULT_TEMPLATES } from './defaults.ts';

const { replace, entries } = rulesOf<GatewayResponse>();

/** What `UpdateGatewayResponse` may do (API reference, "Patch Operations"; recorded). */
export const patchGatewayResponse = compilePatch<GatewayResponse>({
  refuse: ({ path }) => badRequest(`Invalid patch path ${path}`),
  rules: [
    replace('/statusCode', 'statusCode', optional(readStatusCode)),
    entries(
      '/responseParameters/{parameter}',
      'responseParameters',
      requiredText('Invalid null or empty value in responseParameters'),
      missing.parameter,
      {},
    ),
    entries(
      '/responseTemplates/{contentType}',
      'responseTemplates',
      requiredText('Invalid null or empty value in responseTemplates'),
      missing.contentType,
      DEFAULT_TEMPLATES,
    ),
  ],
});

function readStatusCode(value = ''): string {
  if (!/^[1-5]\d\d$/.test(value)) throw badRequest('Invalid status code specified');
  return value;
}
