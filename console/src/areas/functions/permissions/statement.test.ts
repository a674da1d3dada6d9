import { expect, it } from 'vitest';
import { apiSourceOf, statementsOf } from './statement.ts';

// As recorded of AWS (test_add_lambda_permission_fields).
it('reads statements as GetPolicy prints them', () => {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Id: 'default',
    Statement: [
      {
        Sid: 'api',
        Effect: 'Allow',
        Principal: { Service: 'apigateway.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: 'arn:aws:lambda:us-east-1:000000000000:function:f',
        Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:execute-api:us-east-1:000000000000:abc/*/GET/users/*' } },
      },
      { Sid: 'all', Effect: 'Allow', Principal: '*', Action: 'lambda:InvokeFunctionUrl', Resource: 'x' },
    ],
  });
  expect(statementsOf(policy)).toMatchObject([
    {
      sid: 'api',
      principal: 'apigateway.amazonaws.com',
      action: 'lambda:InvokeFunction',
      sourceArn: 'arn:aws:execute-api:us-east-1:000000000000:abc/*/GET/users/*',
    },
    { sid: 'all', principal: '*', sourceArn: undefined },
  ]);
});

it('knows which method or authorizer of an API a source is', () => {
  const of = (rest: string) => apiSourceOf(`arn:aws:execute-api:us-east-1:000000000000:abc${rest}`);
  expect(of('/*/GET/users/*')).toMatchObject({ apiId: 'abc', verb: 'GET', path: '/users/*' });
  expect(of('/prod/POST/')).toMatchObject({ verb: 'POST', path: '/' });
  expect(of('/authorizers/xyz')).toMatchObject({ authorizerId: 'xyz' });
  expect(of('/*')).toMatchObject({ verb: '*', path: '/' });
  expect(apiSourceOf('arn:aws:sns:us-east-1:000000000000:topic')).toBeUndefined();
});
