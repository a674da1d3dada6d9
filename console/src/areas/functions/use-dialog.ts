import { useQueryParam } from '../../routing/index.ts';

interface OpenDialog {
  /** Empty while none is open. */
  readonly name: string;
  /** What it is about, where there are several. */
  readonly item: string;
  open(name: string, item?: string): void;
  close(): void;
}

/** The dialog that is open, and what it is about: in the address, so that a link leads to it. */
export function useDialog(): OpenDialog {
  const [name, setName] = useQueryParam('dialog');
  const [item, setItem] = useQueryParam('item');
  return {
    name,
    item,
    open(next, about = '') {
      setItem(about);
      setName(next);
    },
    close() {
      setName('');
      setItem('');
    },
  };
}
