import { type AwsClient, AwsError, type Output } from '../../../aws/index.ts';
import { allowInvocation } from '../../../data/index.ts';
import { type RouteParts, routeKeyOf } from '../route-key.ts';
import { DEFAULT_STAGE } from '../use-stage-url.ts';

export const TARGETS = ['function', 'http', 'none'] as const;

/** A new API as its form holds it. */
export interface NewApi {
  readonly name: string;
  readonly description: string;
  /** What its first route leads to. */
  readonly target: (typeof TARGETS)[number];
  readonly functionArn: string;
  readonly url: string;
  readonly route: RouteParts;
}

interface Made {
  readonly api: Output<'apigatewayv2', 'createApi'>;
  /** Why the function did not give its leave, though all else is made. */
  readonly problem?: AwsError;
}

/**
 * Makes an API that answers at once: with a route, its integration and a stage that deploys by itself (guide, "Create an HTTP
 * API by using the AWS Management Console"); without a target, with the stage alone.
 * @throws {AwsError} where nothing is made
 */
export async function quickCreate(aws: AwsClient, account: string, draft: NewApi): Promise<Made> {
  const { name, description, target, functionArn, url, route } = draft;
  const common = {
    Name: name.trim(),
    ProtocolType: 'HTTP',
    ...(description.trim() !== '' && { Description: description.trim() }),
  } as const;
  if (target === 'none') {
    const api = await aws.call('apigatewayv2', 'createApi', common);
    const stage = { ApiId: api.ApiId ?? '', StageName: DEFAULT_STAGE, AutoDeploy: true };
    return attempt(api, () => aws.call('apigatewayv2', 'createStage', stage));
  }
  const Target = target === 'http' ? url.trim() : functionArn.trim();
  const api = await aws.call('apigatewayv2', 'createApi', { ...common, Target, RouteKey: routeKeyOf(route) });
  if (target === 'http') return { api };
  const source = `arn:aws:execute-api:${aws.region}:${account}:${api.ApiId}/*/*`;
  return attempt(api, () => allowInvocation(aws, Target, source));
}

/** What is there stays, whatever comes of the step after it: to try all again would make a second one. */
async function attempt(api: Made['api'], step: () => Promise<unknown>): Promise<Made> {
  try {
    await step();
    return { api };
  } catch (error) {
    if (error instanceof AwsError) return { api, problem: error };
    throw error;
  }
}

/** Whether there is something to send: what is wrong with it the server says better. */
export function isWhole({ name, target, functionArn, url }: NewApi): boolean {
  const needed = { function: functionArn, http: url, none: name }[target];
  return name.trim() !== '' && needed.trim() !== '';
}
