import type { AlarmMessage } from '../../../services/cloudwatch/index.ts';
import { ActionError } from './action-error.ts';

const TIMEOUT_MS = 10_000;

export interface Mail {
  readonly smtpUrl: string;
  readonly from: string;
  readonly to: string;
}

/** Sends a mail; the library is loaded by the first. @returns what was sent */
export async function sendMail(
  { smtpUrl, from, to }: Mail,
  deliveryId: string,
  message: AlarmMessage,
): Promise<string> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Nothing that an alarm's caller wrote may name a file or a URL to attach.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { subject, text } = message;
    await transport.sendMail({ from, to, subject, text, messageId: `<${deliveryId}@sallyport>` });
    return text;
  } catch (error) {
    throw new ActionError(error instanceof Error ? error.message : String(error), isFinal(error));
  } finally {
    transport.close();
  }
}

/** RFC 5321, section 4.2.1: what a server refuses with 5yz it will refuse again. */
function isFinal(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  return typeof code === 'number' && code >= 500;
}
