/**
 * Model: a JSON Schema of draft 4 by name, for what requests bring and responses give (features A6.9, facts D80, D81).
 */
export { checkModelSchema } from './check-schema.ts';
export { newModel } from './create.ts';
export { defaultModels } from './default-models.ts';
export { modelHandlers } from './handlers.ts';
export { modelUrl } from './model-url.ts';
