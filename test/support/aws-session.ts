import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { clientEnvironment, type Sallyport } from './sallyport.ts';

/** The AWS CLI in one process, for tests of many commands: starting it takes longer than what it does. */
export interface AwsSession {
  /** Runs `aws ...`; gives what it prints, as JSON. @throws with what it complains of */
  aws(...command: readonly string[]): Promise<ReturnType<typeof JSON.parse>>;
  stop(): void;
}

const SCRIPT = fileURLToPath(new URL('../aws-cli/session.py', import.meta.url));

/** Needs python3 with awscli; ask `pythonHas('awscli')` before. */
export function startAwsSession(server: Sallyport): AwsSession {
  const child = spawn('python3', [SCRIPT], { env: clientEnvironment(server), stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async aws(...command) {
      const args = ['--endpoint-url', server.controlUrl, '--output', 'json', ...command];
      child.stdin.write(`${JSON.stringify(args)}\n`);
      const { value } = await lines.next();
      const { status, stdout, stderr } = JSON.parse(value);
      if (status !== 0) throw new Error(stderr);
      return stdout.trim() === '' ? {} : JSON.parse(stdout);
    },
    stop() {
      child.stdin.end();
    },
  };
}
