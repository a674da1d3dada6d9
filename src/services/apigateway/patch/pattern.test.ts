import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern.ts';

describe('compilePattern', () => {
  it('matches a literal path and nothing around it', () => {
    const match = compilePattern('/canarySettings/percentTraffic');
    expect(match('/canarySettings/percentTraffic')).toEqual({});
    expect(match('/canarySettings/percentTraffic/x')).toBeUndefined();
    expect(match('x/canarySettings/percentTraffic')).toBeUndefined();
  });

  it('captures one segment with its escapes resolved (RFC 6901 section 4, features A1.3)', () => {
    const match = compilePattern('/binaryMediaTypes/{type}');
    expect(match('/binaryMediaTypes/image~1png')).toEqual({ type: 'image/png' });
    expect(match('/binaryMediaTypes/a~0b')).toEqual({ type: 'a~b' });
    // RFC 6901 section 4: "~01" is "~1", not "/".
    expect(match('/binaryMediaTypes/~01')).toEqual({ type: '~1' });
  });

  it('keeps a segment to itself', () => {
    const match = compilePattern('/requestModels/{contentType}');
    expect(match('/requestModels/application/json')).toBeUndefined();
    expect(match('/requestModels')).toBeUndefined();
    expect(match('/requestModels/')).toBeUndefined();
  });

  it('takes the parts of a composed segment apart (usage plans: apiId:stage)', () => {
    const match = compilePattern('/apiStages/{apiId}:{stage}/throttle/{path}/{verb}/rateLimit');
    expect(match('/apiStages/abc123:prod/throttle/~1pets/GET/rateLimit')).toEqual({
      apiId: 'abc123',
      stage: 'prod',
      path: '/pets',
      verb: 'GET',
    });
  });

  it('captures several segments as they are written', () => {
    const match = compilePattern('/{resourcePath+}/{verb}/throttling/rateLimit');
    expect(match('/*/*/throttling/rateLimit')).toEqual({ resourcePath: '*', verb: '*' });
    expect(match('/~1pets~1{id}/GET/throttling/rateLimit')).toEqual({ resourcePath: '~1pets~1{id}', verb: 'GET' });
    expect(match('/pets/dogs/GET/throttling/rateLimit')).toEqual({ resourcePath: 'pets/dogs', verb: 'GET' });
    expect(match('/pets/GET//throttling/rateLimit')).toBeUndefined();
  });

  it('takes the characters of regular expressions literally', () => {
    expect(compilePattern('/a.b')('/axb')).toBeUndefined();
    expect(compilePattern('/*/*/x')('/*/*/x')).toEqual({});
  });
});
