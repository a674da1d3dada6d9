/** A request that does not fit the operation's schema. The texts for single values are AWS's (recorded on DynamoDB, Athena). */
export class SerializationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SerializationError';
  }
}
