import { describe, expect, it } from 'vitest';
import { checkUri } from './uri.ts';

const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:users';

describe('checkUri', () => {
  it('wants nothing of a MOCK', () => {
    expect(() => checkUri('MOCK', undefined, undefined)).not.toThrow();
  });

  // Stage variables: guide page aws-api-gateway-stage-variables-reference; ports: fact D65.
  it.each([
    'http://petstore.example.com/petstore/pets',
    'https://example.com:443/{proxy}',
    'http://127.0.0.1:8080/users/{id}',
    `http://\${stageVariables.host}/x`,
    `https://api.\${stageVariables.env}.example.com/\${stageVariables.version}/x`,
    `http://example.com:\${stageVariables.port}/x`,
  ])('takes %s for an HTTP backend', (uri) => {
    expect(() => checkUri('HTTP_PROXY', uri, undefined)).not.toThrow();
  });

  // The text is AWS's as moto's tests hold it ("non-valid-http").
  it.each([
    undefined,
    '',
    'non-valid-http',
    'ftp://example.com',
    'example.com/x',
    'http://',
    'http://exa mple.com',
    'http://example.com:81/',
    'http://example.com:1024/',
  ])('refuses %s for an HTTP backend', (uri) => {
    expect(() => checkUri('HTTP', uri, undefined)).toThrow('Invalid HTTP endpoint specified for URI');
  });

  it.each([
    `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${LAMBDA}/invocations`,
    // Recorded with a double slash (localstack test_apigateway_common: test_api_gateway_request_validator).
    `arn:aws:apigateway:us-east-1:lambda:path//2015-03-31/functions/${LAMBDA}/invocations`,
    `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${LAMBDA}:\${stageVariables.alias}/invocations`,
    'arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/arn:aws-cn:lambda:cn-north-1:1:function:f/invocations',
  ])('takes a function without credentials: %s', (uri) => {
    for (const type of ['AWS', 'AWS_PROXY'] as const) expect(() => checkUri(type, uri, undefined)).not.toThrow();
  });

  it('takes other services by path and action, subdomains included, with a role (fact D67)', () => {
    for (const uri of [
      'arn:aws:apigateway:us-east-1:sqs:path/123/queue',
      'arn:aws:apigateway:us-east-1:bucket.s3:path/key',
      'arn:aws:apigateway:us-east-1:dynamodb:action/Query',
    ]) {
      expect(() => checkUri('AWS', uri, 'arn:aws:iam::1:role/r'), uri).not.toThrow();
      expect(() => checkUri('AWS', uri, undefined), uri).toThrow('Role ARN must be specified for AWS integrations');
      expect(() => checkUri('AWS_PROXY', uri, 'arn:aws:iam::1:role/r'), uri).toThrow(
        "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
      );
    }
    const firehose = 'arn:aws:apigateway:us-east-1:firehose:action/PutRecord';
    expect(() => checkUri('AWS_PROXY', firehose, 'arn:aws:iam::1:role/r')).not.toThrow();
  });

  // Texts of fact D67 and of moto's tests, with their examples.
  it.each([
    [undefined, 'Invalid ARN specified in the request'],
    ['non-valid-arn', 'Invalid ARN specified in the request'],
    ['http://example.com', 'Invalid ARN specified in the request'],
    ['arn:aws:iam::0000000000:role/service-role/asdf', 'AWS ARN for integration must contain path or action'],
  ])('refuses %s for a service', (uri, message) => {
    for (const type of ['AWS', 'AWS_PROXY'] as const) expect(() => checkUri(type, uri, undefined)).toThrow(message);
  });
});
