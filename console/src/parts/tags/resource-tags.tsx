import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { AwsError } from '../../aws/index.ts';
import { useSteps } from '../../data/index.ts';
import { useAws } from '../../session/index.ts';
import { QueryState } from '../query-state.tsx';
import { TAGGING, type TaggedService, type Tags } from './services.ts';
import { type TagChanges, TagsForm } from './tags-form.tsx';

interface Props {
  readonly service: TaggedService;
  readonly arn: string;
}

/** The tags of what an ARN names, read and edited. */
export function ResourceTags({ service, arn }: Props): JSX.Element {
  const aws = useAws();
  const { read, set, remove } = TAGGING[service];
  const tags = useQuery<Tags, AwsError>({
    queryKey: [aws.region, service, 'tags', arn],
    queryFn: () => read(aws, arn),
  });
  // First what is gone, then what is new: so a full set can be changed.
  const save = useSteps(service, async (changes: TagChanges) => {
    if (changes.removed.length > 0) await remove(aws, arn, changes.removed);
    if (Object.keys(changes.set).length > 0) await set(aws, arn, changes.set);
  });
  return (
    <QueryState query={tags}>
      {(saved) => <TagsForm saved={saved} isRunning={save.isRunning} error={save.error} onSave={save.run} />}
    </QueryState>
  );
}
