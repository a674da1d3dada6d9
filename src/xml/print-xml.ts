import { FORBIDDEN } from './characters.ts';
import { XmlConversionError } from './errors.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** A text between tags. @throws {XmlConversionError} for a character that XML does not allow */
export function escapeText(text: string, place: string): string {
  return checked(text, place).replace(/[&<>\r]/g, (letter) => ESCAPES[letter] ?? letter);
}

/** A text between double quotes. @throws {XmlConversionError} for a character that XML does not allow */
export function escapeAttribute(text: string, place: string): string {
  return checked(text, place).replace(/[&<>"\r\n\t]/g, (letter) => ESCAPES[letter] ?? letter);
}

function checked(text: string, place: string): string {
  if (FORBIDDEN.test(text)) throw new XmlConversionError('A character that XML does not allow', place);
  return text;
}
