import { delimiter, dirname, join } from 'node:path';
import type { FunctionCredentials, FunctionVersion } from '../model/index.ts';
import { INTERPRETER_FOLDER } from './containment/index.ts';
import type { Launch, ManagedLaunch } from './interpreters.ts';

/** What an instance's environment is made of, besides the function's settings. */
export interface InstanceSetting {
  readonly launch: Launch;
  /** `127.0.0.1:PORT`. */
  readonly runtimeApi: string;
  /** The folder of the bootstrap that runs the handler. */
  readonly runtimeDirectory: string;
  /** The instance's private folder for temporary files. */
  readonly temporaryDirectory: string;
  readonly logStreamName: string;
  /** Of its role; absent for a function that has none. */
  readonly credentials?: FunctionCredentials | undefined;
}

/**
 * The whole environment of an instance: AWS's variables as the Lambda guide lists them ("Working with Lambda environment
 * variables") and as recorded inside functions, and the function's own. Nothing of our own environment is in it.
 * What AWS lets a function override (LANG, PATH, TZ, ...), the function's own variables override here too; AWS's reserved
 * names win. Where credentials are good stands in `AWS_ENDPOINT_URL`, which is ours: the SDKs look there.
 */
export function instanceEnvironment(version: FunctionVersion, setting: InstanceSetting): Record<string, string> {
  const code = version.codeDirectory;
  const { credentials } = setting;
  // What lies in a later layer is found before what lies in an earlier one, as if it lay over it.
  const layers = [...(version.layerDirectories ?? [])].reverse();
  return {
    LANG,
    TZ: ':UTC',
    PATH: searchPath(setting.launch, layers),
    LD_LIBRARY_PATH: libraryPath(setting.launch, code, layers),
    ...(setting.launch.kind === 'nodejs' && { NODE_PATH: nodePath(version, layers) }),
    ...(setting.launch.kind === 'python' && layers.length > 0 && { PYTHONPATH: pythonPath(version, layers) }),
    TMPDIR: setting.temporaryDirectory,
    PWD: code,
    SHLVL: '0',
    ...(credentials && { AWS_ENDPOINT_URL: credentials.endpointUrl }),
    ...version.environment,
    ...(credentials && {
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
    }),
    AWS_REGION: version.region,
    AWS_DEFAULT_REGION: version.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${version.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: version.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: version.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(version.memorySizeMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: version.initializationType ?? 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${version.functionName}`,
    AWS_LAMBDA_LOG_STREAM_NAME: setting.logStreamName,
    AWS_LAMBDA_RUNTIME_API: setting.runtimeApi,
    LAMBDA_TASK_ROOT: code,
    LAMBDA_RUNTIME_DIR: setting.runtimeDirectory,
    _HANDLER: version.handler,
  };
}

/** What of it an interpreter reads when it starts, for one that is started before its function is known. */
export function templateEnvironment(launch: ManagedLaunch): Record<string, string> {
  const libraries = ownLibraries(launch);
  return { LANG, ...(libraries.length > 0 && { LD_LIBRARY_PATH: libraries.join(delimiter) }) };
}

const LANG = 'en_US.UTF-8';

/** For example `2026/11/22/[$LATEST]0123456789abcdef0123456789abcdef`. */
export function logStreamName(version: string, nowMs: number, uuid: string): string {
  const date = new Date(nowMs).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${date}/[${version}]${uuid.replaceAll('-', '')}`;
}

function searchPath(launch: Launch, layers: readonly string[]): string {
  const usual = ['/usr/local/bin', '/usr/bin', '/bin', '/opt/bin', ...layers.map((layer) => join(layer, 'bin'))];
  return (launch.kind === 'provided' ? usual : [dirname(launch.interpreter), ...usual]).join(delimiter);
}

/** As on AWS, where interpreters bring libraries of their own: one that stands in its folder is to find those, and no others. */
function libraryPath(launch: Launch, code: string, layers: readonly string[]): string {
  return [...ownLibraries(launch), ...[code, join(code, 'lib')], ...layers.map((layer) => join(layer, 'lib'))].join(
    delimiter,
  );
}

function ownLibraries(launch: Launch): readonly string[] {
  const isOwn = launch.kind !== 'provided' && launch.interpreter.startsWith(`${INTERPRETER_FOLDER}/`);
  return isOwn ? [join(INTERPRETER_FOLDER, 'lib')] : [];
}

/** Lambda guide, "Packaging your layer content": `nodejs/node_modules` and the same by version, before the code's own. */
function nodePath({ codeDirectory, runtime }: FunctionVersion, layers: readonly string[]): string {
  const major = /^nodejs(\d+)/.exec(runtime)?.[1] ?? '';
  const own = [join(codeDirectory, 'node_modules'), codeDirectory];
  const shared = layers.flatMap((layer) => [
    join(layer, 'nodejs', `node${major}`, 'node_modules'),
    join(layer, 'nodejs', 'node_modules'),
  ]);
  return [...shared, ...own].join(delimiter);
}

/** The same for Python: `python`, and `site-packages` by version. */
function pythonPath({ runtime }: FunctionVersion, layers: readonly string[]): string {
  return layers
    .flatMap((layer) => [join(layer, 'python', 'lib', runtime, 'site-packages'), join(layer, 'python')])
    .join(delimiter);
}
