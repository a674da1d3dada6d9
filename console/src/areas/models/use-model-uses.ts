import type { Output } from '../../aws/index.ts';
import { joined, mapped, type Read, useAll } from '../../data/index.ts';
import { models } from '../../texts/en/models.ts';
import { modelUrl } from './model-url.ts';
import { modelPath } from './use-models.ts';

const texts = models.model;

type Resource = NonNullable<Output<'apigateway', 'getResources'>['items']>[number];

/** A place that names a model. */
export interface ModelUse {
  readonly where: string;
  readonly as: string;
  readonly contentType: string | undefined;
  /** The page where it can be taken out. */
  readonly path: string;
}

/** Everything that uses a model, and for which it cannot be deleted. */
export function useModelUses(restApiId: string, model: string): Read<readonly ModelUse[]> {
  const inMethods = useAll(
    'apigateway',
    'getResources',
    { restApiId, limit: 500, embed: ['methods'] },
    (page) => page.items,
  );
  const inModels = useAll('apigateway', 'getModels', { restApiId, limit: 500 }, (page) => page.items);
  const usesOf = ({ id = '', path = '', resourceMethods = {} }: Resource): readonly ModelUse[] =>
    Object.entries(resourceMethods).flatMap(([verb, { requestModels, methodResponses = {} }]): readonly ModelUse[] => {
      const place = { where: `${verb} ${path}`, path: `/apis/${restApiId}/resources/${id}/${verb}?step=` };
      return [
        ...typesOf(requestModels, model).map((contentType) => ({
          ...place,
          path: `${place.path}method-request`,
          as: texts.as.request,
          contentType,
        })),
        ...Object.entries(methodResponses).flatMap(([status, { responseModels }]) =>
          typesOf(responseModels, model).map((contentType) => ({
            ...place,
            path: `${place.path}method-response`,
            as: texts.as.response(status),
            contentType,
          })),
        ),
      ];
    });
  const models = mapped(inModels, (all) =>
    all
      .filter(({ name, schema = '' }) => name !== model && refersTo(schema, modelUrl(restApiId, model)))
      .map(({ name = '' }) => ({
        where: name,
        as: texts.as.model,
        contentType: undefined,
        path: modelPath(restApiId, name),
      })),
  );
  return joined<ModelUse>(
    mapped(inMethods, (resources) => resources.flatMap(usesOf)),
    models,
  );
}

/** Whether a schema has a reference to a model, or, behind a `#`, to a part of it. */
export function refersTo(schema: string, url: string): boolean {
  const text = schema.replaceAll('\\/', '/');
  return text.includes(`"${url}"`) || text.includes(`"${url}#`);
}

/** The content types for which a model is named. */
function typesOf(named: Readonly<Record<string, string>> = {}, model: string): readonly string[] {
  return Object.entries(named)
    .filter(([, name]) => name === model)
    .map(([type]) => type);
}
