import { numberText } from './number-text.ts';
import { Decimal, type JsonValue } from './value.ts';

export interface PrintOptions {
  /** Writes `/` as `\/`, as json-smart does when a list is turned into text. */
  readonly escapeSlash?: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const ESCAPED = /["\\\u0000-\u001f\u007f-\u009f\u2000-\u20ff]/g;
const HAS_ESCAPED = new RegExp(ESCAPED.source);
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Compact JSON text. A number that JSON does not have becomes `null`. */
export function printJson(value: JsonValue, options: PrintOptions = {}): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return printJsonString(value, options);
    case 'boolean':
      return String(value);
    case 'number':
      return Number.isFinite(value) ? numberText(value) : 'null';
    case 'bigint':
      return String(value);
    default:
  }
  if (value instanceof Decimal) return Number.isFinite(value.value) ? value.text : 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${printJson(item, options)}`;
    return `[${text}]`;
  }
  for (const [name, item] of value) {
    text += `${text === '' ? '' : ','}${printJsonString(name, options)}:${printJson(item, options)}`;
  }
  return `{${text}}`;
}

/** A string in double quotes, with the escapes that json-smart writes. */
export function printJsonString(value: string, options: PrintOptions = {}): string {
  const text = HAS_ESCAPED.test(value) ? value.replace(ESCAPED, escapeSequence) : value;
  return `"${options.escapeSlash ? text.replaceAll('/', '\\/') : text}"`;
}

function escapeSequence(char: string): string {
  return SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
