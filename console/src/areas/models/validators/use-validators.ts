import { type Read, useAll } from '../../../data/index.ts';

export interface Validator {
  readonly id: string;
  readonly name: string;
  readonly checksBody: boolean;
  readonly checksParameters: boolean;
}

export function useValidators(restApiId: string): Read<readonly Validator[]> {
  return useAll('apigateway', 'getRequestValidators', { restApiId, limit: 500 }, (page) =>
    page.items?.map(({ id = '', name = '', validateRequestBody = false, validateRequestParameters = false }) => ({
      id,
      name,
      checksBody: validateRequestBody,
      checksParameters: validateRequestParameters,
    })),
  );
}
