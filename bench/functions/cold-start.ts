import type { Sdk } from '../../test/support/sdk.ts';
import { type DeployedFunction, deployFunction } from './deployed.ts';

const STARTS = 15;

/** What an interpreter reads when it starts, so that a process that has been started before is of no use. */
const NO_TEMPLATE = { nodejs: { NODE_OPTIONS: '--no-warnings' }, python: { PYTHONUTF8: '1' } };

/**
 * Milliseconds from the request to its answer, for each of some cold starts.
 * @param pauseMs before each, for a template to become ready
 */
export async function coldStarts(
  client: Sdk,
  gatewayUrl: string,
  language: 'nodejs' | 'python',
  pauseMs: number,
  withTemplate = true,
): Promise<readonly number[]> {
  const deployed = await deployFunction(client, language);
  // The first request compiles the stage, and looks for the interpreter.
  await call(gatewayUrl, deployed);
  const all: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    // Whatever changes a function's settings ends its idle instances.
    await client.functions.updateFunctionConfiguration({
      FunctionName: deployed.name,
      Description: String(start),
      ...(!withTemplate && { Environment: { Variables: NO_TEMPLATE[language] } }),
    });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    all.push(await call(gatewayUrl, deployed));
  }
  return all;
}

async function call(gatewayUrl: string, { path }: DeployedFunction): Promise<number> {
  const began = performance.now();
  const answer = await fetch(gatewayUrl + path);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
  return performance.now() - began;
}
