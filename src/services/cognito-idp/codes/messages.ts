import type { UserMessage } from '../context.ts';
import type { PoolUser, UserPool } from '../documents/index.ts';

export type Contact = 'email' | 'phone_number';

/** What a message brings. */
export type Occasion = 'verification' | 'invitation';

/** Cognito's own texts, where the pool has none. */
const DEFAULTS = {
  verification: { subject: 'Your verification code', text: 'Your confirmation code is {####}' },
  invitation: {
    subject: 'Your temporary password',
    text: 'Your username is {username} and temporary password is {####}.',
  },
} as const;

/** The message that carries a secret to a user (API reference, `VerificationMessageTemplateType`, `MessageTemplateType`). */
export function composeMessage(
  pool: UserPool,
  user: PoolUser,
  contact: Contact,
  occasion: Occasion,
  secret: string,
  nowMs: number,
): UserMessage {
  const { EmailConfiguration: sender } = pool.settings;
  const { subject, text } = templateOf(pool, contact, occasion);
  const fill = (template: string) => template.replaceAll('{####}', secret).replaceAll('{username}', nameOf(pool, user));
  return {
    medium: contact === 'email' ? 'EMAIL' : 'SMS',
    to: user.attributes[contact] ?? '',
    ...(contact === 'email' && { subject: fill(subject) }),
    text: fill(text),
    ...(sender?.From !== undefined && { from: sender.From }),
    ...(sender?.ReplyToEmailAddress !== undefined && { replyTo: sender.ReplyToEmailAddress }),
    userPoolId: pool.id,
    sentAtMs: nowMs,
  };
}

function templateOf({ settings }: UserPool, contact: Contact, occasion: Occasion) {
  const invite = settings.AdminCreateUserConfig?.InviteMessageTemplate;
  const verification = settings.VerificationMessageTemplate;
  const own =
    occasion === 'invitation'
      ? { subject: invite?.EmailSubject, email: invite?.EmailMessage, sms: invite?.SMSMessage }
      : {
          subject: verification?.EmailSubject ?? settings.EmailVerificationSubject,
          email: verification?.EmailMessage ?? settings.EmailVerificationMessage,
          sms: verification?.SmsMessage ?? settings.SmsVerificationMessage,
        };
  const fallback = DEFAULTS[occasion];
  return {
    subject: own.subject ?? fallback.subject,
    text: (contact === 'email' ? own.email : own.sms) ?? fallback.text,
  };
}

/** Who is known by an address is called by it. */
function nameOf({ usernameAttributes }: UserPool, { username, attributes }: PoolUser): string {
  const address = usernameAttributes.map((name) => attributes[name]).find((value) => value !== undefined);
  return address ?? username;
}

/** An address as answers show it: `a***@e***`, `+*******1234`. */
export function maskAddress(address: string): string {
  const at = address.indexOf('@');
  if (at >= 0) return `${address.charAt(0)}***@${address.charAt(at + 1)}***`;
  return `+${'*'.repeat(Math.max(address.length - 5, 0))}${address.slice(-4)}`;
}
