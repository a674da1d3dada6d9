import { checkSchema } from '../../../../../src/json-schema/check-schema.ts';
import type { Problem } from '../../../parts/code-editor/index.tsx';
import { readJson } from '../../../parts/json-text.ts';
import { models } from '../../../texts/en/models.ts';
import { referredModel } from '../model-url.ts';

const texts = models.problems;

/** What a schema stands among. */
interface Surroundings {
  readonly restApiId: string;
  /** Of the API's models, this one's among them. */
  readonly names: ReadonlySet<string>;
}

/** Whether a model's schema is looked at; what is not JSON is kept as it is. */
export function isJsonType(contentType: string): boolean {
  return /[/+]json\b/i.test(contentType);
}

/** What API Gateway would refuse of a schema, and where it stands; by the server's own rules. */
export function schemaProblems(text: string, around: Surroundings): readonly Problem[] {
  const { value, problem, positionOf } = readJson(text);
  if (problem) return [problem];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ line: 1, message: texts.noObject }];
  const { malformed, unsupported, references } = checkSchema(value);
  const at = (pointer: string, message: string): Problem => ({ ...positionOf(pointer), message });
  return [
    ...unsupported.map((pointer) => at(pointer, texts.unsupported(lastOf(pointer)))),
    ...innermost(malformed).map((pointer) => at(pointer, malformedText(pointer))),
    ...references.flatMap(({ at: pointer, to }) => {
      const message = referenceProblem(to, around);
      return message === undefined ? [] : [at(pointer, message)];
    }),
  ].sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
}

function malformedText(pointer: string): string {
  const keyword = lastOf(pointer);
  const expected = texts.expected[keyword];
  // A schema within another that is none: of `properties` or `items`, whose names are no keywords.
  return expected === undefined ? texts.deep : texts.malformed(keyword, expected);
}

/** What is wrong within a list or an object makes that one wrong, too; to say it once is enough. */
function innermost(pointers: readonly string[]): readonly string[] {
  return pointers.filter((pointer) => !pointers.some((other) => other.startsWith(`${pointer}/`)));
}

function referenceProblem(reference: string, { restApiId, names }: Surroundings): string | undefined {
  if (reference.startsWith('#')) return undefined;
  const name = referredModel(restApiId, reference);
  if (name === undefined) return texts.notCanonical;
  return names.has(name) ? undefined : texts.unknown(name);
}

function lastOf(pointer: string): string {
  return (pointer.split('/').at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}
