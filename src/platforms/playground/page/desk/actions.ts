/** What can be done with what is in hand, and by which key. */
import type { Entry } from './order.ts';

export type Action = 'accept' | 'edit' | 'drop' | 'speaker' | 'kind' | 'merge' | 'skip' | 'add';

/** In the order of the buttons; the key stands on each. */
export const ACTIONS: readonly { readonly action: Action; readonly key: string; readonly label: string }[] = [
  { action: 'accept', key: 'a', label: 'Accept' },
  { action: 'edit', key: 'e', label: 'Edit' },
  { action: 'drop', key: 'd', label: 'Drop' },
  { action: 'speaker', key: 's', label: 'Speaker' },
  { action: 'kind', key: 't', label: 'Kind' },
  { action: 'merge', key: 'm', label: 'Same as' },
  { action: 'skip', key: 'x', label: 'Skip ¶' },
  { action: 'add', key: 'n', label: 'New on ¶' },
];

export function actionsOf(entry: Entry): readonly Action[] {
  if (entry.kind === 'paragraph') return ['add', 'skip'];
  switch (entry.item.kind) {
    case 'head':
      return ['edit'];
    case 'topic':
    case 'issue':
      return ['edit', 'merge', 'drop'];
    case 'person':
    case 'organisation':
    case 'place':
    case 'side':
      return ['accept', 'edit', 'merge', 'drop'];
    case 'statement':
      return ['accept', 'edit', 'drop', 'speaker', 'kind', 'skip', 'add'];
    default:
      return ['accept', 'edit', 'drop', 'kind', 'skip', 'add'];
  }
}
