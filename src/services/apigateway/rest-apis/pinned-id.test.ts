import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/service.ts';
import { pinnedId } from './pinned-id.ts';

// The spellings are those of features A1.15; what a host name's label may be is RFC 1035 section 2.3.1.
describe('pinnedId', () => {
  it.each(['sallyport:id', '_custom_id_', 'floci:override-id', 'ms-custom-id'])('reads the tag %s', (tag) => {
    expect(pinnedId({ other: 'x', [tag]: 'my-api' })).toBe('my-api');
  });
  it('is undefined without such a tag', () => {
    expect(pinnedId({ id: 'my-api' })).toBeUndefined();
  });
  it.each(['', 'Upper', 'a.b', 'a/b', '-a', 'a-', 'a_b', 'a'.repeat(64)])('refuses %j', (id) => {
    expect(() => pinnedId({ _custom_id_: id })).toThrow(
      expect.objectContaining(
        refusal(
          'BadRequestException',
          `The pinned id '${id}' must consist of 1 to 63 of the characters a-z, 0-9 and - within.`,
        ),
      ),
    );
  });
  it('takes the longest label', () => {
    expect(pinnedId({ _custom_id_: 'a'.repeat(63) })).toHaveLength(63);
  });
  it('takes two tags that agree and refuses two that do not', () => {
    expect(pinnedId({ _custom_id_: 'a', 'ms-custom-id': 'a' })).toBe('a');
    expect(() => pinnedId({ _custom_id_: 'a', 'ms-custom-id': 'b' })).toThrow(
      expect.objectContaining(
        refusal(
          'BadRequestException',
          'The tags sallyport:id, _custom_id_, floci:override-id, ms-custom-id ask for different ids.',
        ),
      ),
    );
  });
});
