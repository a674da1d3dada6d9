import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { CopyText } from '../../../../parts/copy-text.tsx';
import { KeyValues } from '../../../../parts/key-values.tsx';
import { Time } from '../../../../parts/time.tsx';
import { logs } from '../../../../texts/en/logs.ts';
import type { LogGroup } from '../use-log-groups.ts';

const texts = logs.groups;

interface Props {
  readonly group: LogGroup;
  onEditRetention(): void;
}

/** What a group is, and how long it keeps its events. */
export function GroupDetails({ group, onEditRetention }: Props): JSX.Element {
  const { logGroupArn = '', retentionInDays, storedBytes = 0, creationTime } = group;
  return (
    <Container
      header={
        <Header variant="h2" actions={<Button onClick={onEditRetention}>{texts.editRetention.button}</Button>}>
          {logs.group.details}
        </Header>
      }
    >
      <KeyValues
        long={[[logs.group.arn, <CopyText key="arn" text={logGroupArn} />]]}
        pairs={[
          [texts.columns.retention, texts.retention(retentionInDays)],
          [texts.columns.size, logs.size(storedBytes)],
          [
            texts.columns.created,
            <Time key="created" date={creationTime === undefined ? undefined : new Date(creationTime)} />,
          ],
        ]}
      />
    </Container>
  );
}
