import { isIPv4, isIPv6 } from 'node:net';
import { JavaRegexSyntaxError } from '../../java-regex/index.ts';
import { compilePattern } from '../ecma-pattern.ts';
import { shown } from '../json.ts';
import type { Check } from '../run.ts';

/** The formats that draft 4 defines (validation, section 7.3), and how AWS's validator words a failure. */
const FORMATS: ReadonlyMap<string, { readonly test: (text: string) => boolean; readonly failure: string }> = new Map([
  [
    'date-time',
    {
      test: isDateTime,
      failure:
        "is invalid against requested date format(s) [yyyy-MM-dd'T'HH:mm:ssZ, yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z]",
    },
  ],
  ['email', { test: isEmail, failure: 'is not a valid email address' }],
  ['hostname', { test: isHostname, failure: 'is not a valid hostname' }],
  ['ipv4', { test: isIPv4, failure: 'is not a valid IPv4 address' }],
  ['ipv6', { test: isIPv6, failure: 'is not a valid IPv6 address' }],
  ['regex', { test: isRegex, failure: 'is not a valid ECMA 262 regular expression' }],
  ['uri', { test: isUri, failure: 'is not a valid URI' }],
]);

/** A format that is not known is none (validation, section 7.1); `int32` and its like are not known to AWS (fact D80). */
export function formatCheck(name: string): Check | undefined {
  const format = FORMATS.get(name);
  if (format === undefined) return undefined;
  return (run, value) => {
    if (typeof value === 'string' && !format.test(value)) run.fail(() => `string "${shown(value)}" ${format.failure}`);
  };
}

/** RFC 3339, section 5.6. */
function isDateTime(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d{1,12})?(?:[Zz]|[+-](\d\d):?(\d\d))$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHours = 0, offsetMinutes = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const isTime = hour < 24 && minute < 60 && second <= 60 && offsetHours < 24 && offsetMinutes < 60;
  return isTime && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** RFC 5322's `addr-spec` without comments and quoted parts. */
function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return (
    at > 0 &&
    local.length <= 64 &&
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local) &&
    isHostname(domain)
  );
}

/** RFC 1034, section 3.1. */
function isHostname(text: string): boolean {
  return (
    text.length <= 253 &&
    text.split('.').every((label) => /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label))
  );
}

function isRegex(text: string): boolean {
  try {
    compilePattern(text);
    return true;
  } catch (error) {
    if (error instanceof JavaRegexSyntaxError) return false;
    throw error;
  }
}

/** RFC 3986, with a scheme, as draft 4 wants it. */
function isUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/.test(text) && !/%(?![0-9A-Fa-f]{2})/.test(text);
}
