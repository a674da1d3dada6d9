import type { JSX } from 'react';
import { useNotify } from '../../page/index.ts';
import { useNavigate } from '../../routing/index.ts';
import { apis as texts } from '../../texts/en/apis.ts';

interface Created {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly warnings?: readonly string[] | undefined;
}

function Warnings({ texts: all }: { readonly texts: readonly string[] }): JSX.Element {
  return (
    <ul>
      {all.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Tells of a new API with what its import warned of, and goes to its resources. */
export function useCreated(): (api: Created) => void {
  const notify = useNotify();
  const navigate = useNavigate();
  return ({ id = '', name = '', warnings = [] }) => {
    notify({ type: 'success', content: texts.create.done(name) });
    if (warnings.length > 0) {
      notify({ type: 'warning', header: texts.create.import.warnings, content: <Warnings texts={warnings} /> });
    }
    navigate(`/apis/${id}/resources`);
  };
}
