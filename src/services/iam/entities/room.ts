import type { Kind, Reader } from '../../../store/index.ts';
import type { EntityType } from '../arn.ts';
import type { EntityDocument } from '../documents/documents.ts';

/** Where the entities of one type are. */
export interface EntityRoom<T extends EntityDocument> {
  readonly type: EntityType;
  readonly kind: Kind<T>;
  /** @throws {ServiceError} `NoSuchEntity` */
  get(reader: Reader, accountId: string, name: string): Promise<T>;
}
