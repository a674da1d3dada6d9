import { expect, test } from 'vitest';
import { changesBy, consistent, createInput, domainPatches, draftOf, NEW } from './draft.ts';

// API reference, "Patch Operations", UpdateDomainName; guide pages apigateway-regional-api-custom-domain-migrate, rest-api-mutual-tls.
test('a certificate moves to the member of its endpoint type', () => {
  const edge = { ...NEW, type: 'EDGE', certificateArn: 'arn:edge' };
  expect(domainPatches(edge, { ...edge, type: 'REGIONAL', certificateArn: 'arn:regional' })).toEqual([
    { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'REGIONAL' },
    { op: 'replace', path: '/certificateArn', value: '' },
    { op: 'replace', path: '/regionalCertificateArn', value: 'arn:regional' },
  ]);
  const both = draftOf({ endpointConfiguration: { types: ['EDGE', 'REGIONAL'] }, regionalCertificateArn: 'arn:r' });
  expect(domainPatches(both, { ...both, type: 'REGIONAL' })).toEqual([
    { op: 'remove', path: '/endpointConfiguration/types/EDGE' },
  ]);
});

test('a choice changes what follows from it, and leaves to others what does not', () => {
  expect(changesBy(NEW, { routingMode: 'ROUTING_RULE_ONLY' })).toEqual({ routingMode: 'ROUTING_RULE_ONLY' });
  expect(changesBy({ ...NEW, truststoreUri: 's3://a/b.pem' }, { securityPolicy: 'TLS_1_0' })).toEqual({
    securityPolicy: 'TLS_1_0',
    truststoreUri: '',
  });
});

test('an empty truststore ends mutual TLS, and leaves no version behind', () => {
  const mutual = { ...NEW, truststoreUri: 's3://a/b.pem', truststoreVersion: '1' };
  expect(domainPatches(mutual, { ...mutual, truststoreUri: '', truststoreVersion: '' })).toEqual([
    { op: 'replace', path: '/mutualTlsAuthentication/truststoreUri', value: '' },
  ]);
  expect(domainPatches(mutual, mutual)).toEqual([]);
});

test('what another choice rules out goes', () => {
  const mutual = { ...NEW, truststoreUri: 's3://a/b.pem' };
  expect(consistent({ ...mutual, type: 'EDGE' }).truststoreUri).toBe('');
  expect(consistent({ ...mutual, securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' })).toMatchObject({
    endpointAccessMode: 'BASIC',
    truststoreUri: '',
  });
  expect(consistent({ ...NEW, type: 'EDGE', securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' })).toMatchObject({
    securityPolicy: 'TLS_1_2',
    endpointAccessMode: '',
  });
});

test('what is left empty is not sent', () => {
  expect(createInput('api.example.com', NEW, '')).toEqual({
    domainName: 'api.example.com',
    endpointConfiguration: { types: ['REGIONAL'] },
    securityPolicy: 'TLS_1_2',
    routingMode: 'BASE_PATH_MAPPING_ONLY',
  });
});
