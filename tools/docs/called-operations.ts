import type { TestFile } from './test-files.ts';

/** Enough to see how an operation is tested; the rest is a search away. */
const MOST_TESTS = 4;

const known = new WeakMap<TestFile, ReadonlySet<string>>();

/** Everything in a file that could call an operation: read once, for there are many operations. */
function wordsOf(file: TestFile): ReadonlySet<string> {
  const before = known.get(file);
  if (before !== undefined) return before;
  const words = new Set<string>();
  for (const [word] of file.text.matchAll(/\bv2\.\w+\(|\b\w+\(|\b\w+Command\b/g)) words.add(word);
  for (const [word] of file.text.matchAll(/(?<=['"])[a-z0-9-]+(?=['"])/g)) words.add(`'${word}'`);
  known.set(file, words);
  return words;
}

/** Beside the code, what is called is that code: a log store deletes groups, too. The front door of all services is called as clients do. */
function mayCall(service: string, { path }: TestFile): boolean {
  return ['test/', 'src/control/'].some((folder) => path.startsWith(folder)) || isBeside(service, path);
}

function isBeside(service: string, path: string): boolean {
  return path.startsWith(`src/services/${service}/`);
}

/**
 * The test files that call an operation: as a handler or a method of the SDK or boto3 (`getRestApi(`, `get_rest_api(`), or as
 * a command of the AWS CLI (`'get-rest-api'`). Those of real clients come first.
 * The two versions of API Gateway's API have operations of one name: a client's calls of the second are those of one named `v2`.
 * @param operation such as `GetRestApi`
 */
export function testsOf(operation: string, files: readonly TestFile[], service: string): readonly string[] | undefined {
  const words = operation.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*/g)?.map((word) => word.toLowerCase()) ?? [];
  const camel = operation.charAt(0).toLowerCase() + operation.slice(1);
  const ofOthers = [`${camel}(`, `${words.join('_')}(`, `${camel}Command`, `'${words.join('-')}'`];
  const ofSecond = [`v2.${camel}(`];
  const callsIn = (path: string) => {
    if (service !== 'apigatewayv2') return ofOthers;
    return isBeside(service, path) ? [...ofSecond, ...ofOthers] : ofSecond;
  };
  const found = files
    .filter((file) => mayCall(service, file) && callsIn(file.path).some((call) => wordsOf(file).has(call)))
    .map(({ path }) => path);
  const clients = found.filter((path) => path.startsWith('test/'));
  const all = [...clients, ...found.filter((path) => !clients.includes(path))];
  return all.length === 0 ? undefined : all.slice(0, MOST_TESTS);
}
