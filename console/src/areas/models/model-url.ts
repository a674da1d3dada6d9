/** How one model refers to another of its API, as the value of `$ref` (guide, "Working with models and mapping templates"). */
export function modelUrl(restApiId: string, name: string): string {
  return `https://apigateway.amazonaws.com/restapis/${restApiId}/models/${name}`;
}

/** The model that a reference leads to; undefined when it is none of the API's. */
export function referredModel(restApiId: string, reference: string): string | undefined {
  const prefix = modelUrl(restApiId, '');
  return reference.startsWith(prefix) ? reference.slice(prefix.length).replace(/#.*$/, '') : undefined;
}
