import { AwsError } from './error.ts';

/** Services name a refusal by IAM differently. */
const DENIED = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedException']);
const MISSING_ACTION = /not authorized to perform: (\S+)/;

/** Whether IAM refused it. */
export function isDenied(error: Error): boolean {
  return error instanceof AwsError && DENIED.has(error.name);
}

/** The action that the caller lacks, as the refusal names it. */
export function missingAction(error: Error): string | undefined {
  return isDenied(error) ? MISSING_ACTION.exec(error.message)?.[1] : undefined;
}
