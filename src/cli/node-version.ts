/** The oldest Node.js that Sallyport runs on; package.json's `engines` says the same. */
const OLDEST = { major: 20, minor: 19 } as const;

/**
 * Says in one sentence why this Node.js will not do; undefined when it will.
 * @param version as in `process.versions.node`, such as `20.19.0`
 */
export function nodeVersionProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return undefined;
  return `Sallyport needs Node.js ${OLDEST.major}.${OLDEST.minor} or newer; this is ${version}.`;
}
