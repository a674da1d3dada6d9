/**
 * What a worker must not inherit of the environment: it is told all that it needs over the link, and has no use for the
 * secrets among our settings, nor for an operator's own credentials of AWS, or for his collector.
 * @returns the variables, emptied: `node:cluster` adds to what is inherited and takes nothing away
 */
export function withheldFromWorkers(environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const names = Object.keys(environment).filter((name) => /^(SALLYPORT|AWS|OTEL)_/.test(name));
  return Object.fromEntries(names.map((name) => [name, '']));
}
