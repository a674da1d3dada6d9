import { describe, expect, it } from 'vitest';
import { requestKeys } from './request-keys.ts';

// Guide page security_iam_id-based-policy-examples and the Service Authorization Reference name the keys.
const patch = (path: string, value: string) => ({ patchOperations: [{ op: 'replace', path, value }] });

describe('requestKeys', () => {
  it.each([
    ['PutMethod', { authorizationType: 'NONE' }],
    ['UpdateMethod', patch('/authorizationType', 'NONE')],
    ['CreateRoute', { RouteKey: 'GET /', AuthorizationType: 'NONE' }],
    // Guide, "Require that API routes have authorization": refused when the route has none.
    ['CreateRoute', { RouteKey: 'GET /' }],
    ['CreateApi', { Name: 'quick', Target: 'https://example.com' }],
    ['UpdateRoute', { AuthorizationType: 'NONE' }],
  ])('%s %j tells that a route has no authorization', (operation, input) => {
    expect(requestKeys(operation, input)).toMatchObject({ 'apigateway:request/routeauthorizationtype': 'NONE' });
  });

  it('says nothing of the authorization of a route that is changed otherwise', () => {
    expect(requestKeys('UpdateRoute', { RouteKey: 'GET /' })).toEqual({});
  });

  it.each([
    ['CreateRestApi', { name: 'pets' }, 'false'],
    ['CreateApi', { Name: 'pets', DisableExecuteApiEndpoint: true }, 'true'],
    ['UpdateRestApi', patch('/disableExecuteApiEndpoint', 'true'), 'true'],
    ['UpdateApi', { DisableExecuteApiEndpoint: false }, 'false'],
    ['UpdateApi', { Name: 'pets' }, undefined],
  ])('%s %j tells whether the endpoint is disabled, always when an API is made', (operation, input, value) => {
    expect(requestKeys(operation, input)['apigateway:request/disableexecuteapiendpoint']).toBe(value);
  });

  it.each([
    ['CreateRestApi', { name: 'pets' }],
    ['UpdateRestApi', patch('/name', 'pets')],
    ['CreateApi', { Name: 'pets' }],
  ])('%s %j names an API', (operation, input) => {
    expect(requestKeys(operation, input)).toMatchObject({ 'apigateway:request/apiname': 'pets' });
    expect(requestKeys('CreateModel', input)).not.toHaveProperty('apigateway:request/apiname');
  });

  it.each([
    ['CreateRestApi', { endpointConfiguration: { types: ['PRIVATE'] } }, ['PRIVATE']],
    ['UpdateRestApi', patch('/endpointConfiguration/types/EDGE', 'PRIVATE'), 'PRIVATE'],
    ['CreateDomainName', { DomainNameConfigurations: [{ EndpointType: 'REGIONAL' }] }, ['REGIONAL']],
  ])('%s %j tells the type of endpoint', (operation, input, value) => {
    expect(requestKeys(operation, input)['apigateway:request/endpointtype']).toEqual(value);
  });

  it('tells of authorizers and truststores in both versions', () => {
    expect(requestKeys('CreateAuthorizer', { type: 'COGNITO_USER_POOLS' })).toEqual({
      'apigateway:request/authorizertype': 'COGNITO_USER_POOLS',
    });
    expect(requestKeys('CreateAuthorizer', { AuthorizerType: 'JWT' })).toEqual({
      'apigateway:request/authorizertype': 'JWT',
    });
    const truststore = { 'apigateway:request/mtlstruststoreuri': 's3://b/k' };
    expect(requestKeys('UpdateDomainName', patch('/mutualTlsAuthentication/truststoreUri', 's3://b/k'))).toEqual(
      truststore,
    );
    expect(requestKeys('UpdateDomainName', { MutualTlsAuthentication: { TruststoreUri: 's3://b/k' } })).toEqual(
      truststore,
    );
  });

  it('tells of tags in both versions', () => {
    const keys = { 'aws:requesttag/team': 'blue', 'aws:tagkeys': ['Team'] };
    expect(requestKeys('CreateStage', { tags: { Team: 'blue' } })).toEqual(keys);
    expect(requestKeys('TagResource', { Tags: { Team: 'blue' } })).toEqual(keys);
    expect(requestKeys('UntagResource', { TagKeys: ['Team'] })).toEqual({ 'aws:tagkeys': ['Team'] });
  });
});
