import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { profileCredentials } from './aws-profile.ts';

// AWS SDKs and Tools Reference Guide, "Shared config and credentials files": the forms of both files.
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'profiles-'));
  await writeFile(
    join(folder, 'credentials'),
    '# mine\n[default]\naws_access_key_id=AKIDEFAULT\naws_secret_access_key=no\n\n[ apis ]\naws_access_key_id = AKIAPIS\r\n' +
      'aws_secret_access_key = a/b+c=\n; a comment\n[half]\naws_access_key_id = AKIHALF\n',
  );
  await writeFile(
    join(folder, 'config'),
    '[default]\nregion = us-east-1\n[profile apis]\nregion = eu-west-1\naws_session_token = t==\ns3 =\n  aws_access_key_id = nested\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const read = (AWS_PROFILE?: string) =>
  profileCredentials(
    {
      ...(AWS_PROFILE !== undefined && { AWS_PROFILE }),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_CONFIG_FILE: join(folder, 'config'),
    },
    '/nowhere',
  );

describe('a profile', () => {
  test('gives its keys, from both files', () => {
    expect(read('apis')).toEqual({ accessKeyId: 'AKIAPIS', secretAccessKey: 'a/b+c=', sessionToken: 't==' });
  });

  test('counts where it is named alone', () => {
    expect(read()).toBeUndefined();
    expect(read('')).toBeUndefined();
  });

  test('is refused without keys', () => {
    for (const name of ['half', 'none']) expect(() => read(name)).toThrow(`The profile "${name}" (AWS_PROFILE)`);
    expect(() => profileCredentials({ AWS_PROFILE: 'apis' }, '/nowhere')).toThrow('AWS_PROFILE');
  });
});
