import type { ContextKeys } from './request.ts';
import { compileText, type PatternOptions, type TextPattern } from './text-pattern.ts';

/** `arn`, partition, service, region, account, and everything behind. */
const ARN_PARTS = 6;

/**
 * Compiles the ARN of a `Resource` element or an ARN condition. Parts are matched one by one: a wildcard reaches across a
 * colon only in the last of them (IAM user guide, "IAM JSON policy elements: Resource").
 */
export function compileArn(source: string, options: PatternOptions): TextPattern {
  if (source === '*' && options.wildcards) return () => true;
  const parts = splitParts(source).map((part) => compileText(part, options));
  return (arn, keys) => matchParts(parts, arn, keys);
}

function matchParts(parts: readonly TextPattern[], arn: string, keys: ContextKeys): boolean | undefined {
  let isResolved = true;
  let from = 0;
  for (const [place, part] of parts.entries()) {
    const isLast = place === parts.length - 1;
    const colon = isLast ? arn.length : arn.indexOf(':', from);
    if (colon < 0) return false;
    const matched = part(arn.slice(from, colon), keys);
    if (matched === false) return false;
    if (matched === undefined) isResolved = false;
    from = colon + 1;
  }
  return isResolved ? true : undefined;
}

/** Splits at the first five colons that are not inside of a variable. */
function splitParts(source: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length && parts.length < ARN_PARTS - 1; at += 1) {
    if (source.startsWith('${', at)) at = Math.max(at, source.indexOf('}', at));
    else if (source.charAt(at) === ':') {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, source.slice(from)];
}

/** Whether a text has all parts of an ARN. */
export function isArn(text: string): boolean {
  return splitParts(text).length === ARN_PARTS && text.startsWith('arn:');
}
