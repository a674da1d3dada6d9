import { once } from 'node:events';
import { createStdoutSink } from '../log-groups/index.ts';

/** A program that logs more in one turn than a pipe takes, says so, and logs once more when standard input says something. */
const sink = createStdoutSink((message) => process.stderr.write(`${message}\n`));
const scope = { accountId: '000000000000', region: 'us-east-1' };
const event = { scope, logGroup: 'group', logStream: 'stream', timestamp: 1_700_000_000_000 };
for (let n = 0; n < 1_000; n++) sink.append({ ...event, message: `${n} ${'x'.repeat(1_000)}` });
setImmediate(() => process.stderr.write('written\n'));
await once(process.stdin, 'data');
sink.append({ ...event, message: 'last' });
sink.close();
process.stdin.destroy();
