import type { SelectProps } from '@cloudscape-design/components/select';
import type { Output } from '../../../aws/index.ts';
import { type Read, useAll, useCall } from '../../../data/index.ts';
import { playground as texts } from '../../../texts/en/playground.ts';
import { EXAMPLES } from './examples.ts';

type Resource = NonNullable<Output<'apigateway', 'getResources'>['items']>[number];

/** A template of a method's, and where it stands. */
interface OwnTemplate {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly template: string;
}

export interface Starts {
  readonly options: readonly SelectProps.OptionGroup[];
  readonly isPending: boolean;
  /** The template that was chosen, once it is there; of one that is gone, null. */
  readonly template: string | null | undefined;
  readonly error: Error | null;
}

/** Templates to begin with: examples, samples of models, what methods have. @param chosen `example:pick`, `model:Pet`, `method:...` */
export function useStarts(restApiId: string, chosen: string): Starts {
  const models = useAll('apigateway', 'getModels', { restApiId, limit: 500 }, (page) => page.items);
  const input = { restApiId, limit: 500, embed: ['methods'] };
  const resources = useAll('apigateway', 'getResources', input, (page) => page.items);
  const own = resources.data?.flatMap(templatesOf);
  const modelName = /^model:(.+)$/.exec(chosen)?.[1] ?? '';
  const sample = useCall('apigateway', 'getModelTemplate', { restApiId, modelName }, { enabled: modelName !== '' });
  const { groups, examples } = texts;
  const exampleOptions = Object.entries(examples).map(([name, label]) => ({ value: `example:${name}`, label }));
  const modelOptions = (models.data ?? []).map(({ name = '' }) => ({ value: `model:${name}`, label: name }));
  const ownOptions = (own ?? []).map(({ id, label, description }) => ({ value: id, label, description }));
  return {
    options: [
      { label: groups.examples, options: exampleOptions },
      { label: groups.models, options: modelOptions },
      { label: groups.methods, options: ownOptions },
    ].filter(({ options }) => options.length > 0),
    isPending: models.isPending || resources.isPending,
    template: templateOf(chosen, sample, own),
    error: models.error ?? resources.error ?? sample.error,
  };
}

function templateOf(
  chosen: string,
  sample: Read<Output<'apigateway', 'getModelTemplate'>>,
  own: readonly OwnTemplate[] | undefined,
): string | null | undefined {
  const example = /^example:(.+)$/.exec(chosen)?.[1];
  if (example !== undefined) return Object.entries(EXAMPLES).find(([name]) => name === example)?.[1] ?? null;
  if (chosen.startsWith('model:')) return sample.data?.value;
  if (chosen.startsWith('method:')) return own && (own.find(({ id }) => id === chosen)?.template ?? null);
  return undefined;
}

function templatesOf({ id = '', path = '', resourceMethods = {} }: Resource): readonly OwnTemplate[] {
  return Object.entries(resourceMethods).flatMap(([verb, { methodIntegration: integration = {} }]) => {
    const place = `method:${id}/${verb}`;
    const label = texts.ofMethod(verb, path);
    const requests = Object.entries(integration.requestTemplates ?? {}).map(([type, template]) => ({
      id: `${place}/request/${type}`,
      label,
      description: texts.request(type),
      template,
    }));
    const responses = Object.entries(integration.integrationResponses ?? {}).flatMap(([status, response]) =>
      Object.entries(response.responseTemplates ?? {}).map(([type, template]) => ({
        id: `${place}/response/${status}/${type}`,
        label,
        description: texts.response(status, type),
        template,
      })),
    );
    return [...requests, ...responses];
  });
}
