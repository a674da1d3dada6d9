import { describe, expect, it } from 'vitest';
import {
  enumListViolations,
  enumViolations,
  lengthViolations,
  rangeViolations,
  refuseViolations,
} from './constraints.ts';

// Texts in full are recorded AWS answers (localstack's snapshots of test_apigateway_api).
describe('violations of a service model', () => {
  it('reports one violation (test_create_rest_api_with_endpoint_configuration)', () => {
    expect(() =>
      refuseViolations(
        enumViolations('wrong', 'createRestApiInput.endpointConfiguration.ipAddressType', ['ipv4', 'dualstack']),
      ),
    ).toThrow(
      expect.objectContaining({
        code: 'ValidationException',
        statusCode: 400,
        message:
          "1 validation error detected: Value 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]",
      }),
    );
  });

  it('reports a list as a whole (test_create_rest_api_with_endpoint_configuration)', () => {
    expect(
      enumListViolations(['wrong'], 'createRestApiInput.endpointConfiguration.types', ['PRIVATE', 'EDGE', 'REGIONAL']),
    ).toEqual([
      "Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]",
    ]);
  });

  // The Lambda API reference's ranges of `MaxItems` and `Timeout`, and AWS's words for such constraints.
  it('holds numbers to their range and texts to their length', () => {
    expect(rangeViolations(0, 'maxItems', { min: 1, max: 10_000 })).toEqual([
      "Value '0' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ]);
    expect(rangeViolations(901, 'timeout', { min: 1, max: 900 })).toEqual([
      "Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900",
    ]);
    expect(lengthViolations('abc', 'description', 2)).toHaveLength(1);
    expect(rangeViolations(900, 'timeout', { min: 1, max: 900 })).toEqual([]);
    expect(lengthViolations(undefined, 'description', 2)).toEqual([]);
  });
});
