import type { CompatibilityEntry } from '../../src/control/index.ts';
import { testsOf } from './called-operations.ts';
import { links, type TestFile } from './test-files.ts';

/**
 * docs/compatibility.md: which operations of the AWS APIs are built, from the handlers themselves, and where a built one
 * stops short of AWS.
 * @param notes the hand-written part, Markdown
 * @param tests all tests: the page names those that call an operation
 */
export function compatibilityPage(
  entries: readonly CompatibilityEntry[],
  notes: string,
  tests: readonly TestFile[],
): string {
  const served = entries.filter((entry) => countServed(entry) > 0);
  return `# Compatibility with AWS

<!-- Written by tools/docs.mjs from the handlers and tools/docs/compatibility-notes.md: run \`npm run docs\`. -->

Every operation of these services is known by its published schema. One that is built behaves as AWS documents it, but for
what stands under "Where it stops short"; one that is not answers \`NotImplementedException\` (501) and names itself.

| service | built | of |
| --- | ---: | ---: |
${entries.map(row).join('\n')}

${notes.trim()}

${served.map((entry) => section(entry, tests)).join('\n\n')}
`;
}

function row(entry: CompatibilityEntry): string {
  return `| ${entry.serviceId} | ${countServed(entry)} | ${entry.operations.length} |`;
}

function countServed({ operations }: CompatibilityEntry): number {
  return operations.filter(({ isServed }) => isServed).length;
}

function section({ service, serviceId, operations }: CompatibilityEntry, tests: readonly TestFile[]): string {
  const built = operations.filter(({ isServed }) => isServed);
  const others = operations.filter(({ isServed }) => !isServed).map(({ name }) => `\`${name}\``);
  return [
    `## ${serviceId}`,
    '',
    '| built | called by these tests, among others |',
    '| --- | --- |',
    ...built.map(({ name }) => `| \`${name}\` | ${links(testsOf(name, tests, service))} |`),
    '',
    others.length === 0 ? 'Not built: none.' : `Not built: ${others.join(', ')}.`,
  ].join('\n');
}
