/**
 * How one model refers to another of its API, as the value of `$ref` (guide, "Working with models and mapping templates").
 * @param name of the other model
 */
export function modelUrl(restApiId: string, name: string): string {
  return `https://apigateway.amazonaws.com/restapis/${restApiId}/models/${name}`;
}
