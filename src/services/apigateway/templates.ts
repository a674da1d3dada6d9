import { badRequest } from './errors.ts';
import { LIMITS } from './limits.ts';
import { validationResult } from './mapping-expressions.ts';

/**
 * Checks mapping templates by content type: keys are media types or `$default` (fact D20, recorded), templates at most 300 KB.
 * @throws {ServiceError} 400
 */
export function checkTemplates(templates: Readonly<Record<string, string>> = {}): void {
  for (const [contentType, template] of Object.entries(templates)) {
    if (contentType !== '$default' && !/^[^\s/]+\/[^\s/]+/.test(contentType)) {
      throw badRequest(validationResult(`Invalid content type specified: ${contentType}`));
    }
    if (Buffer.byteLength(template) > LIMITS.templateBytes) {
      throw badRequest(validationResult(`Template for ${contentType} exceeds ${LIMITS.templateBytes} bytes`));
    }
  }
}
