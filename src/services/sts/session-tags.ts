import type { Caller } from '../../policy/index.ts';
import { constraint, validationError } from './errors.ts';
import { STS_LIMITS } from './limits.ts';
import type { SessionTerms } from './sessions/index.ts';

interface GivenTags {
  readonly Tags?: readonly { readonly Key: string | undefined; readonly Value: string | undefined }[] | undefined;
  readonly TransitiveTagKeys?: readonly string[] | undefined;
}

/**
 * The tags of a session: those of the request, and those that the caller's own session passes on, which none may replace
 * (IAM user guide, "Pass session tags in AWS STS").
 * @throws {ServiceError} `ValidationError`
 */
export function sessionTags(
  { Tags = [], TransitiveTagKeys = [] }: GivenTags,
  { tags: callersTags = {}, session }: Pick<Caller, 'tags' | 'session'>,
): Pick<SessionTerms, 'tags' | 'transitiveTagKeys'> {
  if (Tags.length > STS_LIMITS.tags)
    throw constraint(Tags.length, 'tags', `Member must have length less than or equal to ${STS_LIMITS.tags}`);
  const passed = session?.transitiveTagKeys ?? [];
  const given = new Map<string, string>();
  for (const { Key = '', Value = '' } of Tags) {
    if (Key === '' || Key.length > 128 || Value.length > 256) throw validationError(`Invalid session tag '${Key}'.`);
    const folded = Key.toLowerCase();
    if ([...given.keys()].some((key) => key.toLowerCase() === folded)) {
      throw validationError('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
    }
    if (passed.some((key) => key.toLowerCase() === folded)) {
      throw validationError(
        'One of the specified transitive tag keys can not be set because it conflicts with a transitive tag key from the calling session.',
      );
    }
    given.set(Key, Value);
  }
  const unknown = TransitiveTagKeys.find((key) => !given.has(key));
  if (unknown !== undefined) {
    throw validationError('The specified transitive tag key must be included in the requested tags.');
  }
  const carried = passed.map((key) => [key, callersTags[key] ?? ''] as const);
  const tags = Object.fromEntries([...carried, ...given]);
  const transitiveTagKeys = [...passed, ...TransitiveTagKeys];
  return {
    ...(Object.keys(tags).length > 0 && { tags }),
    ...(transitiveTagKeys.length > 0 && { transitiveTagKeys }),
  };
}
