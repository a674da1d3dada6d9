import { XmlConversionError } from '../errors.ts';
import type { ScalarType } from './shape.ts';

/** How a text is read as a value of each type: the lexical forms of XML Schema (part 2, sections 3.2.2, 3.2.3, 3.3.13). */
const READERS: Readonly<Record<ScalarType, (text: string) => unknown>> = {
  boolean: (text) => (/^(?:true|1)$/.test(text) ? true : /^(?:false|0)$/.test(text) ? false : undefined),
  integer: (text) => (/^[+-]?\d{1,30}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined),
  number: (text) => {
    if (!/^[+-]?(?:\d{1,300}(?:\.\d{0,300})?|\.\d{1,300})(?:[eE][+-]?\d{1,3})?$/.test(text)) return undefined;
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  },
  string: (text) => text,
};

/** Of several types the first that the text fits, texts last. @throws {XmlConversionError} */
export function readScalar(types: readonly ScalarType[], text: string, place: string): unknown {
  for (const type of ORDER) {
    if (!types.includes(type)) continue;
    const value = READERS[type](type === 'string' ? text : text.trim());
    if (value !== undefined) return value;
  }
  throw new XmlConversionError(`A value that is no ${types.join(' or ')}`, place);
}

const ORDER: readonly ScalarType[] = ['boolean', 'integer', 'number', 'string'];

/** @throws {XmlConversionError} */
export function writeScalar(types: readonly ScalarType[], value: unknown, place: string): string {
  const isAllowed =
    (typeof value === 'string' && types.includes('string')) ||
    (typeof value === 'boolean' && types.includes('boolean')) ||
    (typeof value === 'number' && types.includes('number')) ||
    (Number.isInteger(value) && types.includes('integer'));
  if (!isAllowed) throw new XmlConversionError(`A value that is no ${types.join(' or ')}`, place);
  return String(value);
}
