import { useNotify } from '../../page/index.ts';
import { useNavigate } from '../../routing/index.ts';
import { apis as texts } from '../../texts/en/apis.ts';

interface Created {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly warnings?: readonly string[] | undefined;
}

/** Tells of a new API with what its import warned of, and goes to its resources. */
export function useCreated(): (api: Created) => void {
  const notify = useNotify();
  const navigate = useNavigate();
  return ({ id = '', name = '', warnings = [] }) => {
    notify({ type: 'success', content: texts.create.done(name) });
    if (warnings.length > 0) {
      notify({ type: 'warning', header: texts.create.import.warnings, content: warnings.join('\n') });
    }
    navigate(`/apis/${id}/resources`);
  };
}
