import { expect, it } from 'vitest';
import { parseServiceUri } from './service-uri.ts';

// Fact D67; guide, the OpenAPI definitions of the S3 and Kinesis proxies; API reference, `uri` of PutIntegration.
it.each([
  ['arn:aws:apigateway:us-west-2:s3:path//', { service: 's3', kind: 'path', target: '/' }],
  ['arn:aws:apigateway:us-west-2:s3:path/{bucket}/{object}', { kind: 'path', target: '{bucket}/{object}' }],
  ['arn:aws:apigateway:us-west-2:bucket.s3:path/key', { subdomain: 'bucket', service: 's3', target: 'key' }],
  ['arn:aws:apigateway:us-west-2:my.dotted.s3:path/key', { subdomain: 'my.dotted', service: 's3' }],
  [
    'arn:aws:apigateway:us-west-2:s3:action/GetObject&Bucket={bucket}&Key={key}',
    { kind: 'action', target: 'GetObject&Bucket={bucket}&Key={key}' },
  ],
  ['arn:aws-cn:apigateway:cn-north-1:kinesis:action/PutRecord', { partition: 'aws-cn', region: 'cn-north-1' }],
  ['arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue', { service: 'sqs', target: '123456789012/queue' }],
])('takes %s apart', (uri, parts) => {
  expect(parseServiceUri(uri)).toMatchObject(parts);
});

it.each(['http://example.com/', 'arn:aws:lambda:us-east-1:1:function:f', 'arn:aws:apigateway:us-east-1:s3:object/x'])(
  'does not read %s',
  (uri) => {
    expect(parseServiceUri(uri)).toBeUndefined();
  },
);
