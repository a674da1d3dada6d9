/**
 * Whether a text matches a pattern of IAM (IAM guide, "IAM JSON policy elements: Resource"): `*` stands for any characters,
 * `?` for one. Takes time in proportion to both lengths multiplied, whatever the pattern.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let retry = 0;
  while (from < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      retry = from;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++retry;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** As above for ARNs (IAM guide, `ArnLike`): each of the six parts between colons is matched on its own. */
export function matchesArn(pattern: string, arn: string): boolean {
  const patterns = arnParts(pattern);
  const parts = arnParts(arn);
  if (patterns === undefined || parts === undefined) return false;
  return patterns.every((part, at) => matchesWildcard(part, parts[at] ?? ''));
}

/** The first five parts, and all that follows as the sixth. */
function arnParts(arn: string): readonly string[] | undefined {
  const parts = arn.split(':');
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
