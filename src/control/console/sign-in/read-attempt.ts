import { invalidRequest } from './errors.ts';
import { SIGN_IN_LIMITS } from './limits.ts';
import type { ConsoleAttempt } from './outcome.ts';

/**
 * Reads `{ account, user, password, newPassword }`, the last of which may be absent.
 * @throws {ServiceError} `ValidationException`
 */
export function readAttempt(contentType: string, body: Buffer): ConsoleAttempt {
  // No form and no other page sends this without asking first, and it would hear no.
  if (!/^application\/json *(;|$)/i.test(contentType)) throw invalidRequest('The body must be application/json.', 415);
  const fields = parsed(body);
  const newPassword = fields.newPassword === undefined ? undefined : textOf(fields, 'newPassword');
  return {
    account: textOf(fields, 'account'),
    userName: textOf(fields, 'user'),
    password: textOf(fields, 'password'),
    ...(newPassword !== undefined && { newPassword }),
  };
}

/** What the parser says is not told: it repeats what it read. */
function parsed(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalidRequest('The body must be a JSON object.');
}

function textOf(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (typeof value === 'string' && value !== '' && value.length <= SIGN_IN_LIMITS.characters) return value;
  throw invalidRequest(`${name} must be a text of 1 to ${SIGN_IN_LIMITS.characters} characters.`);
}
