import { describe, expect, it } from 'vitest';
import { serviceEndpoint } from './service-endpoint.ts';
import { parseServiceUri, type ServiceUri } from './service-uri.ts';

const uri = (service: string, region = 'eu-west-1'): ServiceUri =>
  parseServiceUri(`arn:aws:apigateway:${region}:${service}:path/x`) as ServiceUri;

describe('the endpoint of a service', () => {
  // AWS General Reference, "Service endpoints and quotas".
  it.each([
    ['s3', 'https://s3.eu-west-1.amazonaws.com', 's3'],
    ['bucket.s3', 'https://bucket.s3.eu-west-1.amazonaws.com', 's3'],
    ['dynamodb', 'https://dynamodb.eu-west-1.amazonaws.com', 'dynamodb'],
    ['email', 'https://email.eu-west-1.amazonaws.com', 'ses'],
    ['runtime.sagemaker', 'https://runtime.sagemaker.eu-west-1.amazonaws.com', 'sagemaker'],
    ['abc.appsync-api', 'https://abc.appsync-api.eu-west-1.amazonaws.com', 'appsync'],
  ])('%s is %s, signed for %s', (service, url, signingName) => {
    expect(serviceEndpoint(uri(service), { endpoints: {} })).toEqual({
      url,
      signingName,
      signingRegion: 'eu-west-1',
      isOwn: false,
    });
  });

  it('of a global service has no region, and is signed for us-east-1', () => {
    expect(serviceEndpoint(uri('iam'), { endpoints: {} })).toMatchObject({
      url: 'https://iam.amazonaws.com',
      signingRegion: 'us-east-1',
    });
  });

  it('is the operator’s for the service, then the operator’s for all', () => {
    const access = { endpoints: { s3: 'http://127.0.0.1:9000/' }, defaultEndpoint: 'http://127.0.0.1:5000' };
    expect(serviceEndpoint(uri('s3'), access)).toMatchObject({ url: 'http://127.0.0.1:9000', isOwn: true });
    expect(serviceEndpoint(uri('sqs'), access)).toMatchObject({ url: 'http://127.0.0.1:5000', isOwn: true });
    expect(serviceEndpoint(uri('constructor'), access)).toMatchObject({ url: 'http://127.0.0.1:5000' });
  });

  it('of the operator’s takes a bucket into the path', () => {
    expect(serviceEndpoint(uri('bucket.s3'), { endpoints: { s3: 'http://[::1]:9000' } }).url).toBe(
      'http://[::1]:9000/bucket',
    );
  });
});
