/** The form that is open: of the whole item, or for the one thing that an editor asked for. */
import { useState } from 'react';
import { Choice } from './choice.tsx';
import type { Edit, Fields, ItemKind, Sheet } from './connection.ts';
import { bare, begunFor, editOf, type Open, sourceText, type Whole } from './edits.ts';
import { KIND_NAMES, titleOf } from './fields.ts';
import { Form } from './form.tsx';
import type { Draft } from './kept.ts';
import type { Entry } from './order.ts';

type Props = {
  readonly sheet: Sheet;
  readonly entry: Entry | undefined;
  readonly open: Open;
  /** Told of the edit as it is typed. */
  readonly typed: (edit: Edit | undefined, draft: Omit<Draft, 'of'>) => void;
  readonly done: (edit: Edit) => Promise<void>;
  readonly close: () => void;
};

const REASONS = ['A section heading.', 'Told by another paragraph.', 'Not news.', 'An advertisement.'];
const TOLD: readonly ItemKind[] = [
  'statement',
  'event',
  'deal',
  'figure',
  'position',
  'background',
  'key-point',
  'note',
];
const NAMED: readonly ItemKind[] = ['person', 'organisation', 'place', 'side'];
const SPEAKERS: readonly ItemKind[] = ['person', 'organisation', 'side'];

export function OpenForm({ sheet, entry, open, typed, done, close }: Props) {
  // As it was when the form was opened: whatever somebody else does to it meanwhile is not gone over unsaid.
  const [item] = useState(entry?.kind === 'item' ? entry.item : undefined);
  const [kind, setKind] = useState<ItemKind>();
  const among = (items: readonly Sheet['items'][number][]) =>
    items.map((one) => ({ value: one.id, label: titleOf(one) }));
  const kinds = (all: readonly ItemKind[]) => all.map((one) => ({ value: one, label: KIND_NAMES[one] }));

  if (open.kind === 'skip')
    return (
      <Choice
        label={`Why nothing rests on paragraph ${open.cite.paragraph}`}
        suggestions={REASONS}
        does="Skip it"
        submit={(why) => void done({ kind: 'skip', ...bare(open.cite), why })}
        cancel={close}
      />
    );
  if (open.kind === 'speaker' && item)
    return (
      <Choice
        label="Who said it"
        options={among(sheet.items.filter((one) => SPEAKERS.includes(one.kind)))}
        begin={String((item.fields.speakers as readonly string[] | undefined)?.[0] ?? '')}
        does="Save"
        submit={(speaker) =>
          void done({
            kind: 'change',
            item: item.id,
            was: item.was,
            fields: { speakers: [speaker] },
          })
        }
        cancel={close}
      />
    );
  if (open.kind === 'merge' && item)
    return (
      <Choice
        label={`“${titleOf(item)}” is the same as`}
        options={among(sheet.items.filter((one) => one.kind === item.kind && one.id !== item.id))}
        does="Merge"
        submit={(into) => void done({ kind: 'merge', item: item.id, was: item.was, into })}
        cancel={close}
      />
    );
  const wantsKind =
    (open.kind === 'kind' || (open.kind === 'add' && open.to === undefined)) && kind === undefined;
  if (wantsKind)
    return (
      <Choice
        label={open.kind === 'kind' ? 'What it is' : 'What the paragraph tells'}
        options={kinds(open.kind === 'kind' ? TOLD.filter((one) => one !== item?.kind) : [...TOLD, ...NAMED])}
        does="Go on"
        submit={(chosen) => setKind(chosen as ItemKind)}
        cancel={close}
      />
    );

  const form = formOf(open, kind);
  if (form === undefined) return null;
  const text = form.kind === 'add' ? sourceText(item, form.cite, sheet) : undefined;
  const isNew = form.kind !== 'edit';
  const begun =
    form.begun ??
    (form.kind === 'move' || form.kind === 'add'
      ? begunFor(form.to, form.kind === 'move' ? item : undefined, text)
      : {});
  const was = ('was' in form && form.was) || item?.was;
  const whole = (fields: Fields) => editOf(form, item && { ...item, was: was ?? item.was }, fields);
  return (
    <Form
      key={`${form.kind} ${form.to}`}
      sheet={sheet}
      kind={form.to}
      before={isNew ? {} : (item?.fields ?? {})}
      begun={begun}
      label={isNew ? `New: ${KIND_NAMES[form.to]}` : `Edit: ${KIND_NAMES[form.to]}`}
      changed={(fields) => typed(whole(fields), { form, fields, was })}
      submit={(fields) => {
        const edit = whole(fields);
        if (edit) void done(edit);
        else close();
      }}
      cancel={close}
    />
  );
}

function formOf(open: Open, kind: ItemKind | undefined): Whole | undefined {
  if (open.kind === 'kind') return kind && { kind: 'move', to: kind };
  if (open.kind === 'add') {
    const to = kind ?? open.to;
    return to && { ...open, to };
  }
  return open.kind === 'edit' || open.kind === 'move' || open.kind === 'new' ? open : undefined;
}
