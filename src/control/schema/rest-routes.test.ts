import { describe, expect, it } from 'vitest';
import { createSchemaLibrary, restRoutes } from './index.ts';

const library = createSchemaLibrary();
const apigateway = restRoutes(await library.load('apigateway'));
const lambda = restRoutes(await library.load('lambda'));

function match(routes: typeof apigateway, method: string, target: string) {
  const [path = '', search = ''] = target.split('?');
  const query = new Map([...new URLSearchParams(search)].map(([name, value]) => [name, [value]] as const));
  const found = routes.match(method, path, query);
  return found && [found.operation.name, found.labels];
}

// Paths as the API references of API Gateway and Lambda give them.
describe('restRoutes', () => {
  it.each([
    ['GET', '/restapis', ['GetRestApis', {}]],
    ['POST', '/restapis', ['CreateRestApi', {}]],
    ['POST', '/restapis?mode=import', ['ImportRestApi', {}]],
    ['POST', '/restapis?mode=other', ['CreateRestApi', {}]],
    ['GET', '/restapis/abc/', ['GetRestApi', { restApiId: 'abc' }]],
    [
      'GET',
      '/restapis/abc/resources/r1/methods/GET/integration/responses/200',
      ['GetIntegrationResponse', { restApiId: 'abc', resourceId: 'r1', httpMethod: 'GET', statusCode: '200' }],
    ],
    [
      'PUT',
      '/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fabc',
      ['TagResource', { resourceArn: 'arn:aws:apigateway:us-east-1::/restapis/abc' }],
    ],
    ['GET', '/restapis/abc/nothing', undefined],
    ['PATCH', '/restapis', undefined],
    ['GET', '/restapis/%E0%A4%A', undefined],
    ['GET', '/restapis//resources', undefined],
  ])('finds for API Gateway %s %s', (method, target, expected) => {
    expect(match(apigateway, method, target)).toEqual(expected);
  });

  it.each([
    ['GET', '/2015-03-31/functions/', ['ListFunctions', {}]],
    [
      'GET',
      '/2019-09-30/functions/f/provisioned-concurrency?List=ALL',
      ['ListProvisionedConcurrencyConfigs', { FunctionName: 'f' }],
    ],
    [
      'GET',
      '/2019-09-30/functions/f/provisioned-concurrency?Qualifier=1',
      ['GetProvisionedConcurrencyConfig', { FunctionName: 'f' }],
    ],
    ['GET', '/2018-10-31/layers?find=LayerVersion&Arn=x', ['GetLayerVersionByArn', {}]],
  ])('finds for Lambda %s %s', (method, target, expected) => {
    expect(match(lambda, method, target)).toEqual(expected);
  });
});
