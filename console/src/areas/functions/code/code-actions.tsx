import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useNotify } from '../../../page/index.ts';
import { download } from '../../../parts/download.ts';
import { useQueryParam } from '../../../routing/index.ts';
import { useAws } from '../../../session/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import type { FunctionOutput } from '../use-functions.ts';
import { UploadZip } from './upload-zip.tsx';
import { zipFile } from './use-package.ts';

const texts = functions.code;

interface Props {
  readonly found: FunctionOutput;
  /** Whether single files can be changed. */
  readonly withFiles?: boolean;
  readonly isFixed?: boolean;
}

/** What else can be done with the code. Dialogs of files are the workspace's. */
export function CodeActions({ found, withFiles = false, isFixed = false }: Props): JSX.Element {
  const [dialog, setDialog] = useQueryParam('dialog');
  const aws = useAws();
  const notify = useNotify();
  const { FunctionName = '', Version = '' } = found.Configuration ?? {};
  const save = useMutation({
    // Asked anew: an address is good for ten minutes, and the page may be open for longer.
    mutationFn: async () => {
      const { Code } = await aws.call('lambda', 'getFunction', { FunctionName, Qualifier: Version });
      download(await zipFile(Code?.Location ?? ''), `${FunctionName}-${Version.replace('$', '')}.zip`);
    },
    onError: (error) => notify({ type: 'error', content: error.message }),
  });
  const items: ButtonDropdownProps.Item[] = [
    ...(withFiles ? FILE_ITEMS : []),
    ...(isFixed ? [] : [{ id: 'upload', text: texts.upload }]),
    { id: 'download', text: texts.download, disabled: found.Code?.Location === undefined },
  ];
  return (
    <>
      <ButtonDropdown
        items={items}
        loading={save.isPending}
        onItemClick={({ detail }) => {
          if (detail.id !== 'download') setDialog(detail.id);
          else save.mutate();
        }}
      >
        {texts.more}
      </ButtonDropdown>
      {dialog === 'upload' && !isFixed && <UploadZip found={found} onClose={() => setDialog('')} />}
    </>
  );
}

const FILE_ITEMS: readonly ButtonDropdownProps.Item[] = [
  { id: 'new-file', text: texts.newFile },
  { id: 'rename-file', text: texts.rename },
  { id: 'delete-file', text: texts.remove },
];
