/** A method refuses its arguments, as Java's would by an exception; ends the rendering. */
export class MethodError extends Error {
  override readonly name = 'MethodError';
}
