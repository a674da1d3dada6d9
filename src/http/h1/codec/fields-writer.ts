import type { HeaderList } from '../../exchange.ts';
import { FieldLines } from '../../field-lines.ts';
import { TOKEN } from './characters.ts';
import { isKnownName } from './field-name.ts';

/** Field lines ready to be sent, and what the given fields said about what the engine decides itself. */
export interface WrittenFields {
  /** The lines with their line ends; without the fields that the engine writes or that concern one connection only. */
  readonly text: string;
  /** The declared `Content-Length`, which is not in `text`; -1 for none. */
  readonly contentLength: number;
  readonly hasDate: boolean;
  readonly hasHost: boolean;
  /** `Connection: close` was given. */
  readonly close: boolean;
}

/**
 * Serialises fields. `Connection`, `Keep-Alive`, `Transfer-Encoding` and `Content-Length` are left out: they belong to
 * the message on the wire, which whoever gives the fields does not see (RFC 9110 section 7.6.1).
 * @throws {TypeError} for a name or a value that would not survive (a line break in it, for one)
 */
export function writeFields(headers: HeaderList): WrittenFields {
  let text = '';
  let contentLength = -1;
  let hasDate = false;
  let hasHost = false;
  let close = false;
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = headers[i] as string;
    const value = headers[i + 1] as string;
    checkValue(name, value);
    switch (name.length) {
      case 4:
        if (!hasDate) hasDate = isNamed(name, 'date');
        if (!hasHost) hasHost = isNamed(name, 'host');
        break;
      case 10:
        if (isNamed(name, 'keep-alive')) continue;
        if (isNamed(name, 'connection')) {
          close ||= /(?:^|,)[ \t]*close[ \t]*(?:,|$)/i.test(value);
          continue;
        }
        break;
      case 14:
        if (isNamed(name, 'content-length')) {
          contentLength = declaredLength(value);
          continue;
        }
        break;
      case 17:
        if (isNamed(name, 'transfer-encoding')) continue;
        break;
    }
    if (!isKnownName(name)) checkName(name);
    text += `${name}: ${value}\r\n`;
  }
  return { text, contentLength, hasDate, hasHost, close };
}

/** Fields of either form; lines are what they are, by their contract. @throws {TypeError} as {@link writeFields} */
export function writtenFields(fields: HeaderList | FieldLines): WrittenFields {
  if (!(fields instanceof FieldLines)) return writeFields(fields);
  return { text: fields.text, contentLength: -1, hasDate: false, hasHost: false, close: false };
}

function isNamed(name: string, lowerCase: string): boolean {
  return name === lowerCase || name.toLowerCase() === lowerCase;
}

function declaredLength(value: string): number {
  const length = Number(value);
  if (!/^[0-9]+$/.test(value) || !Number.isSafeInteger(length)) throw new TypeError('A malformed Content-Length.');
  return length;
}

/** @throws {TypeError} for a name that is no token */
export function checkName(name: string): void {
  if (name.length === 0) throw new TypeError('A header without a name.');
  for (let i = 0; i < name.length; i++) {
    if (TOKEN[name.charCodeAt(i)] !== 1) throw new TypeError(`${JSON.stringify(name)} is no token.`);
  }
}

const FORBIDDEN = /[^\t\x20-\x7e\x80-\xff]/;

function checkValue(name: string, value: string): void {
  if (FORBIDDEN.test(value)) {
    throw new TypeError(`The header ${JSON.stringify(name)} has a character that cannot be sent.`);
  }
}
