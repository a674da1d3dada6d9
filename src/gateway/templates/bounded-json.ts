import { XmlConversionError } from '../../xml/index.ts';

/**
 * The JSON text of what a document was converted to. Names in a model may be much longer than the elements that stand for them, so
 * it is measured before it is made.
 * @throws {XmlConversionError} for a text that would have more than so many characters
 */
export function boundedJson(value: unknown, maxLength: number): string {
  let left = maxLength;
  const spend = (length: number): void => {
    left -= length;
    if (left < 0) throw new XmlConversionError(`More than ${maxLength} characters of JSON`, '');
  };
  const measure = (one: unknown): void => {
    if (typeof one === 'string') spend(one.length + 2);
    else if (typeof one !== 'object' || one === null) spend(1);
    else
      for (const [name, inner] of Object.entries(one)) {
        spend(Array.isArray(one) ? 1 : name.length + 4);
        measure(inner);
      }
  };
  measure(value);
  return JSON.stringify(value);
}
