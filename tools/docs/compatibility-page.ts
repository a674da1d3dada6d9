import type { CompatibilityEntry } from '../../src/control/index.ts';

/**
 * docs/compatibility.md: which operations of the AWS APIs are built, from the handlers themselves, and where a built one
 * stops short of AWS.
 * @param notes the hand-written part, Markdown
 */
export function compatibilityPage(entries: readonly CompatibilityEntry[], notes: string): string {
  const served = entries.filter((entry) => countServed(entry) > 0);
  return `# Compatibility with AWS

<!-- Written by tools/docs.mjs from the handlers and tools/docs/compatibility-notes.md: run \`npm run docs\`. -->

Every operation of these services is known by its published schema. One that is built behaves as AWS documents it, but for
what stands under "Where it stops short"; one that is not answers \`NotImplementedException\` (501) and names itself.

| service | built | of |
| --- | ---: | ---: |
${entries.map(row).join('\n')}

${notes.trim()}

${served.map(section).join('\n\n')}
`;
}

function row(entry: CompatibilityEntry): string {
  return `| ${entry.serviceId} | ${countServed(entry)} | ${entry.operations.length} |`;
}

function countServed({ operations }: CompatibilityEntry): number {
  return operations.filter(({ isServed }) => isServed).length;
}

function section({ serviceId, operations }: CompatibilityEntry): string {
  const names = (isServed: boolean) =>
    operations.filter((operation) => operation.isServed === isServed).map(({ name }) => `\`${name}\``);
  return `## ${serviceId}\n\nBuilt: ${names(true).join(', ')}.\n\nNot built: ${names(false).join(', ')}.`;
}
