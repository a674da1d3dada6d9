import { describe, expect, it } from 'vitest';
import { decimal, flag, integer, oneOf, optional, optionalText, requiredText, text } from './value.ts';

describe('values of patch operations', () => {
  it('reads flags as AWS does: everything but true is false (recorded: test_update_method_validation, wrong-value-type)', () => {
    expect(flag('true')).toBe(true);
    // Guide page rest-api-disable-default-endpoint writes value='True'.
    expect(flag('True')).toBe(true);
    expect(flag('false')).toBe(false);
    expect(flag('whatever')).toBe(false);
    expect(flag(undefined)).toBe(false);
  });

  // Bounds of features A1.4; refused values of the recorded test_update_rest_api_compression.
  it('reads whole numbers within their bounds', () => {
    const size = integer(0, 10_485_760, 'refused');
    expect(size('0')).toBe(0);
    expect(size('10485760')).toBe(10_485_760);
    for (const bad of ['-1', '10485761', 'test', '', '1.5', ' 1', '1e3', '0x10', undefined]) {
      expect(() => size(bad), String(bad)).toThrow('refused');
    }
  });

  it('reads decimals within their bounds (D119: percentTraffic 0.0 to 100.0)', () => {
    const percent = decimal(0, 100, 'refused');
    expect(percent('0.0')).toBe(0);
    expect(percent('12.5')).toBe(12.5);
    for (const bad of ['100.1', '-0.1', 'NaN', 'Infinity', '1e1', '']) {
      expect(() => percent(bad), bad).toThrow('refused');
    }
  });

  it('reads one of several words, exactly as spelt', () => {
    const source = oneOf(['HEADER', 'AUTHORIZER'], 'refused');
    expect(source('AUTHORIZER')).toBe('AUTHORIZER');
    expect(() => source('header')).toThrow('refused');
    expect(() => source(undefined)).toThrow('refused');
  });

  it('leaves a member out for an empty value where that is allowed (guide page api-gateway-enable-compression)', () => {
    expect(optional(integer(0, 1, 'refused'))('')).toBeUndefined();
    expect(optional(integer(0, 1, 'refused'))(undefined)).toBeUndefined();
    expect(optionalText('')).toBeUndefined();
    expect(optionalText('x')).toBe('x');
    expect(text('')).toBe('');
  });

  it('insists on text where it must be there', () => {
    expect(requiredText('refused')('x')).toBe('x');
    for (const bad of ['', ' ', undefined]) expect(() => requiredText('refused')(bad)).toThrow('refused');
  });
});
