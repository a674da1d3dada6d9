import { cbor } from '@smithy/core/cbor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SerializationError } from '../serialization-error.ts';
import { readCbor } from './cbor-reader.ts';
import { CborTag, type CborValue } from './cbor-value.ts';
import { CborWriter } from './cbor-writer.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The reader's maps as plain objects, to compare them with what a peer makes. */
function plain(value: CborValue): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value;
}

function write(writer: CborWriter, value: unknown): void {
  if (typeof value === 'string') writer.text(value);
  else if (typeof value === 'number') writer.number(value);
  else if (typeof value === 'boolean') writer.boolean(value);
  else if (value === null) writer.null();
  else if (value instanceof Uint8Array) writer.byteString(value);
  else if (Array.isArray(value)) {
    writer.arrayHead(value.length);
    for (const item of value) write(writer, item);
  } else if (typeof value === 'object') {
    const entries = Object.entries(value);
    writer.mapHead(entries.length);
    for (const [key, item] of entries) {
      writer.text(key);
      write(writer, item);
    }
  }
}

describe('readCbor', () => {
  // RFC 8949, appendix A.
  it.each([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1000000],
    ['1b000000e8d4a51000', 1000000000000],
    ['20', -1],
    ['3903e7', -1000],
    ['f93e00', 1.5],
    ['f97bff', 65504],
    ['f90001', 2 ** -24],
    ['f9c400', -4],
    ['fa47c35000', 100000],
    ['fb3ff199999999999a', 1.1],
    ['f97c00', Number.POSITIVE_INFINITY],
    ['f97e00', Number.NaN],
    ['fbfff0000000000000', Number.NEGATIVE_INFINITY],
    ['f4', false],
    ['f5', true],
    ['f6', null],
    ['f7', undefined],
    ['4401020304', '01020304'],
    ['62c3bc', 'ü'],
    ['80', []],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    ['a26161016162820203', { a: 1, b: [2, 3] }],
    ['5f42010243030405ff', '0102030405'],
    ['7f657374726561646d696e67ff', 'streaming'],
    ['9f018202039f0405ffff', [1, [2, 3], [4, 5]]],
    ['bf61610161629f0203ffff', { a: 1, b: [2, 3] }],
  ])('reads %s of the RFC', (encoded, value) => {
    expect(plain(readCbor(hex(encoded)))).toEqual(value);
  });

  it('reads a tag with what it tags', () => {
    expect(readCbor(hex('c11a514b67b0'))).toEqual(new CborTag(1, 1363896240));
  });

  it.each([
    ['nothing', ''],
    ['two items', '0000'],
    ['a break alone', 'ff'],
    ['a length beyond the end', '5affffffff00'],
    ['a count beyond the end', '9bffffffffffffffff'],
    ['an open list', '9f01'],
    ['a reserved length', '1c'],
    ['a key that is no text', 'a10102'],
    ['text that is no UTF-8', '62c328'],
    ['pieces of another kind', '5f6161ff'],
    ['depth without end', '81'.repeat(100_000)],
    ['tags without end', 'c1'.repeat(100_000)],
  ])('refuses %s', (_, encoded) => {
    expect(() => readCbor(hex(encoded))).toThrow(SerializationError);
  });

  it('throws nothing else, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          readCbor(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(SerializationError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.string({ minLength: 250, maxLength: 700 }),
    fc.maxSafeInteger(),
    // The peer loses the sign of a negative zero.
    fc.double({ noNaN: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 30 }),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
  ),
})).value;

describe('the SDK’s codec as the peer', () => {
  it('reads what is written here', () => {
    fc.assert(
      fc.property(value, (original) => {
        const writer = new CborWriter();
        write(writer, original);
        expect(cbor.deserialize(writer.bytes())).toEqual(original);
      }),
    );
  });

  it('writes what is read here', () => {
    fc.assert(
      fc.property(value, (original) => {
        expect(plain(readCbor(Buffer.from(cbor.serialize(original))))).toEqual(original);
      }),
    );
  });

  it('agrees about bytes', () => {
    const bytes = Buffer.from([1, 2, 255]);
    const writer = new CborWriter();
    write(writer, bytes);
    expect(Buffer.from(cbor.deserialize(writer.bytes()))).toEqual(bytes);
    expect(readCbor(Buffer.from(cbor.serialize(bytes)))).toEqual(bytes);
  });
});
