import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsCredentials } from '../model/index.ts';
import { StartError } from './start-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The keys of the profile that `AWS_PROFILE` names, from the files that the AWS CLI and the SDKs share (AWS SDKs and Tools
 * Reference Guide, "Shared config and credentials files"). Only a profile that is named counts, and only keys that stand in it: what
 * a developer is logged in with is nothing that a gateway should use by itself.
 * @throws {StartError} for a profile that has no keys; the message is for the operator
 */
export function profileCredentials(environment: Environment, homeDirectory: string): AwsCredentials | undefined {
  const profile = environment.AWS_PROFILE;
  if (!profile) return undefined;
  const folder = join(homeDirectory, '.aws');
  const credentials = sectionOf(environment.AWS_SHARED_CREDENTIALS_FILE ?? join(folder, 'credentials'), [profile]);
  const config = sectionOf(environment.AWS_CONFIG_FILE ?? join(folder, 'config'), [`profile ${profile}`, profile]);
  const keys = new Map([...config, ...credentials]);
  const accessKeyId = keys.get('aws_access_key_id');
  const secretAccessKey = keys.get('aws_secret_access_key');
  const sessionToken = keys.get('aws_session_token');
  if (!accessKeyId || !secretAccessKey) {
    throw new StartError(`The profile "${profile}" (AWS_PROFILE) has no aws_access_key_id and aws_secret_access_key.`);
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

/** What stands below the first of some headings; nothing where there is no such file. */
function sectionOf(path: string, names: readonly string[]): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  let isInside = false;
  for (const line of linesOf(path)) {
    const heading = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line)?.[1];
    if (heading !== undefined) isInside = names.includes(heading.replace(/\s+/g, ' '));
    const [, key = '', value = ''] = /^([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (isInside && key !== '') entries.set(key.toLowerCase(), value);
  }
  return entries;
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
