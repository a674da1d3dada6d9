import { ServiceError } from '../../../aws/index.ts';
import { badRequest } from '../errors.ts';

/** Most that one answer reports, and the most letters of each. */
const MOST = 200;
const LONGEST = 1000;

/** What of a file could not be imported: everything is tried, so that the author learns of all of it at once. */
export class Problems {
  readonly #errors: string[];
  readonly #warnings: readonly string[];

  /** What reading the file has brought already. */
  constructor({ errors, warnings }: { readonly errors: readonly string[]; readonly warnings: readonly string[] }) {
    this.#errors = [...errors];
    this.#warnings = warnings;
  }

  /**
   * Does what a single operation would do; its refusal becomes one of the problems.
   * @param what what failed then, such as `Unable to create model for 'Pet'`
   * @returns undefined when it was refused
   */
  async attempt<T>(what: string, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (this.#errors.length < MOST) this.#errors.push(`${what}: ${error.message}`);
      return undefined;
    }
  }

  /** @throws {ServiceError} 400 with every problem, in the frame that AWS gives them; the file's warnings come along */
  refuse(): void {
    if (this.#errors.length === 0) return;
    const errors = `Errors found during import:${listed(this.#errors)}`;
    throw badRequest(
      this.#warnings.length > 0
        ? `${errors}\nAdditional warnings found during import:${listed(this.#warnings)}`
        : errors,
    );
  }
}

/** @throws {ServiceError} 400 with AWS's text, alone, when a part of the file could not be read at all */
export function refuseMalformed({ malformed }: { readonly malformed?: string | undefined }): void {
  if (malformed !== undefined) throw badRequest(malformed);
}

/** @throws {ServiceError} 400 when there are warnings (guide page api-gateway-import-api-errors-warnings) */
export function refuseWarnings(warnings: readonly string[]): void {
  if (warnings.length > 0) throw badRequest(`Warnings found during import:${listed(warnings)}`);
}

/** Quotas and what is not built stay errors of their own. */
function isRefusal(error: unknown): error is ServiceError {
  return error instanceof ServiceError && [400, 404, 409].includes(error.statusCode);
}

function listed(messages: readonly string[]): string {
  return messages.map((message) => `\n\t${message.slice(0, LONGEST)}`).join('');
}
