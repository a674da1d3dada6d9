import { type Principal, ServiceError } from '../../aws/index.ts';
import type { AdmitCaller } from '../../control/index.ts';
import type { Exchange } from '../../http/index.ts';
import type { Scope } from '../../model/index.ts';
import type { ServedFunctionUrl } from '../../services/lambda/index.ts';

/** Lambda quotas: what a synchronous invocation takes. */
export const MAX_BODY_BYTES = 6_291_456;

/** Who calls a function URL, and what he sends. */
export interface UrlCaller {
  /** Absent where nobody signs. */
  readonly principal?: Principal;
  readonly body: Buffer;
}

/** What is known of a call before it is judged. */
interface UrlCall {
  readonly requestId: string;
  readonly scope: Scope;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

const FORBIDDEN = new ServiceError('AccessDeniedException', 403, 'Forbidden');

/**
 * Finds out whether a request may come in (Lambda guide, "Control access to Lambda function URLs": `NONE` needs a statement in
 * the policy, too), and reads its body.
 * @returns why it may not, else
 * @throws {BodyTooLargeError}
 */
export async function identify(
  exchange: Exchange,
  { demands, isOpen }: ServedFunctionUrl,
  call: UrlCall,
  admit: AdmitCaller,
): Promise<UrlCaller | ServiceError> {
  if (demands !== undefined) return admit(exchange, { ...call, service: 'lambda', demands }).catch(refusalOf);
  return isOpen ? { body: await exchange.readBody(MAX_BODY_BYTES) } : FORBIDDEN;
}

function refusalOf(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  throw error;
}

/** Whoever signed wrongly is told so; whoever may not, or did not sign, is told no more. */
export function refusalText({ code, message }: ServiceError): string {
  const isPlain = code === 'AccessDeniedException' || code === 'MissingAuthenticationTokenException';
  return JSON.stringify(isPlain ? { Message: 'Forbidden' } : { message });
}
