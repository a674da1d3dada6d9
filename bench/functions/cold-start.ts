import type { Sdk } from '../../test/support/sdk.ts';
import type { LoadDriver } from '../support/open-loop/index.ts';
import { deployFunction } from './deployed.ts';

const STARTS = 15;

/** What an interpreter reads when it starts, so that a process that has been started before is of no use. */
const NO_TEMPLATE = { nodejs: { NODE_OPTIONS: '--no-warnings' }, python: { PYTHONUTF8: '1' } };

/**
 * Milliseconds from the request to its answer, for each of some cold starts.
 * @param driver asks, on a connection that it has opened a millisecond before: a program that has rested takes long to ask, if it is one in Node.js
 * @param pauseMs before each, for a template to become ready
 */
export async function coldStarts(
  client: Sdk,
  driver: LoadDriver,
  gatewayUrl: string,
  language: 'nodejs' | 'python',
  pauseMs: number,
  withTemplate = true,
): Promise<readonly number[]> {
  const deployed = await deployFunction(client, language);
  const call = async () => {
    const once = { connections: 1, ratePerSecond: 1, seconds: 1 };
    const { p50Ms, failed } = await driver.run({ url: gatewayUrl + deployed.path, ...once });
    if (failed > 0) throw new Error('A cold start failed.');
    return p50Ms;
  };
  // The first request compiles the stage, and looks for the interpreter.
  await call();
  const all: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    // Whatever changes a function's settings ends its idle instances.
    await client.functions.updateFunctionConfiguration({
      FunctionName: deployed.name,
      Description: String(start),
      ...(!withTemplate && { Environment: { Variables: NO_TEMPLATE[language] } }),
    });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    all.push(await call());
  }
  return all;
}
