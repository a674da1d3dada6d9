const NOTHING = {};

/**
 * What an authorizer said, and what we add to it, which counts more. The copy begins with an object that has nothing: one that begins
 * with the first and gets members after it has a hidden class made for each request (decision 0042).
 */
export function extended<First extends object, More extends object>(
  first: First | undefined,
  more: More,
): First & More {
  return { ...NOTHING, ...first, ...more } as First & More;
}
