/** The text is no OpenAPI document that can be read at all. The message is for the caller. */
export class OpenApiError extends Error {
  override readonly name = 'OpenApiError';
}
