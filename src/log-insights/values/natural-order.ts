/**
 * Natural order of texts that are no numbers (user guide, `sort`): chunks of digits and of other characters alternate. "It orders
 * non-numeric portions by their Unicode values, and it orders numeric portions by their length first and then by their
 * numerical value."
 */
export function compareNatural(left: string, right: string): number {
  let at = 0;
  let other = 0;
  while (at < left.length && other < right.length) {
    if (isDigit(left.charCodeAt(at)) && isDigit(right.charCodeAt(other))) {
      const end = digitsEnd(left, at);
      const otherEnd = digitsEnd(right, other);
      if (end - at !== otherEnd - other) return end - at - (otherEnd - other);
      for (; at < end; at += 1, other += 1) {
        const difference = left.charCodeAt(at) - right.charCodeAt(other);
        if (difference !== 0) return difference;
      }
      continue;
    }
    const a = left.codePointAt(at) ?? 0;
    const b = right.codePointAt(other) ?? 0;
    if (a !== b) return a - b;
    at += a > 0xffff ? 2 : 1;
    other += b > 0xffff ? 2 : 1;
  }
  return left.length - at - (right.length - other);
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
