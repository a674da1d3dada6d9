import type { Resource } from '../../../model/index.ts';
import { pathParts } from '../../../openapi/index.ts';
import { dropResource, putResource } from '../documents/index.ts';
import { createResource } from '../resources/index.ts';
import type { ImportTarget } from './target.ts';

/** An API's resources by path while a file is written over them. */
export class ResourceTree {
  readonly #target: ImportTarget;
  readonly #byPath: Map<string, Resource>;

  constructor(target: ImportTarget, existing: readonly Resource[]) {
    this.#target = target;
    this.#byPath = new Map(existing.map((resource) => [resource.path, resource]));
  }

  /**
   * Deletes every resource that is neither at one of the paths nor on the way to one, and every method on the way. What stays
   * keeps its id (recorded).
   */
  async keepOnly(paths: readonly string[]): Promise<void> {
    const { tx, scope, restApiId } = this.#target;
    const kept = new Set(['/', ...paths.flatMap(withAncestors)]);
    for (const [path, resource] of [...this.#byPath]) {
      if (kept.has(path)) await this.put({ ...resource, resourceMethods: {} });
      else {
        await dropResource(tx, scope, restApiId, resource);
        this.#byPath.delete(path);
      }
    }
  }

  /**
   * The resource at a path, made with everything above it where it is not there yet.
   * @throws {ServiceError} 400 or 409 when it may not stand there
   */
  async at(path: string): Promise<Resource> {
    const known = this.#byPath.get(path);
    if (known) return known;
    const { tx, scope, restApiId, ids } = this.#target;
    const end = path.lastIndexOf('/');
    const parent = await this.at(end <= 0 ? '/' : path.slice(0, end));
    const resource = await createResource(tx, scope, restApiId, parent, path.slice(end + 1), ids);
    this.#byPath.set(path, resource);
    return resource;
  }

  async put(resource: Resource): Promise<void> {
    const { tx, scope, restApiId } = this.#target;
    this.#byPath.set(resource.path, resource);
    await putResource(tx, scope, restApiId, resource);
  }
}

function withAncestors(path: string): readonly string[] {
  const parts = pathParts(path);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}
