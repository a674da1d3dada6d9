import { spawn, spawnSync } from 'node:child_process';

/** What a program printed and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a client program to its end. */
export function runProgram(file: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd?: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'], ...(cwd === undefined ? {} : { cwd }) });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Whether a client is on this machine; a test that misses it is skipped and its title says which one. */
export const clients = {
  awsCli: works('aws', ['--version']),
  /** Where version 2 is, which has commands of its own: Debian's may stand behind another `aws`. */
  awsCli2: ['aws', '/usr/bin/aws'].find((file) => prints(file, ['--version'], /^aws-cli\/2\./)),
  boto3: works('python3', ['-c', 'import boto3']),
  curl: works('curl', ['--version']),
  prometheus: works('prometheus', ['--version']),
} as const;

function works(file: string, args: readonly string[]): boolean {
  return spawnSync(file, args, { stdio: 'ignore' }).status === 0;
}

function prints(file: string, args: readonly string[], expected: RegExp): boolean {
  return expected.test(spawnSync(file, args, { encoding: 'utf8' }).stdout ?? '');
}
