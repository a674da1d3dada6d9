/**
 * How one model refers to another of its API, as the value of `$ref` (guide, "Working with models and mapping templates").
 * @param name of the other model
 */
export function modelUrl(restApiId: string, name: string): string {
  return `https://apigateway.amazonaws.com/restapis/${restApiId}/models/${name}`;
}

/** The name of the model that an URL refers to; undefined when it is none of the API's. */
export function modelNameOf(restApiId: string, url: string): string | undefined {
  const prefix = modelUrl(restApiId, '');
  const name = url.slice(prefix.length);
  return url.startsWith(prefix) && /^[A-Za-z0-9]+$/.test(name) ? name : undefined;
}
