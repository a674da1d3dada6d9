import { flattenSchema, type JsonObject } from '../../../json-schema/index.ts';
import type { Model } from '../../../model/index.ts';
import { parseSchema } from './check-schema.ts';
import { modelNameOf } from './model-url.ts';

/**
 * A model's schema with every model in it that it refers to.
 * @returns undefined for a model that has no JSON Schema
 */
export function flatSchema(model: Model, restApiId: string, models: readonly Model[]): JsonObject | undefined {
  const schema = parseSchema(model.schema);
  return (
    schema &&
    flattenSchema(
      schema,
      (url) => modelNameOf(restApiId, url),
      (name) => parseSchema(models.find((other) => other.name === name)?.schema ?? ''),
    )
  );
}
