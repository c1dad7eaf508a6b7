/** An item beside the sentence that it rests on, what is doubtful about it, and what can be done with it. */
import { useEffect, useRef } from 'react';
import { ACTIONS, type Action, actionsOf } from './actions.ts';
import type { ReviewItem, Sheet } from './connection.ts';
import { KIND_NAMES, titleOf } from './fields.ts';
import { Findings } from './findings.tsx';
import type { Entry } from './order.ts';

type Props = {
  readonly sheet: Sheet;
  readonly entry: Entry;
  readonly current: boolean;
  readonly choose: () => void;
  readonly act: (action: Action) => void;
  /** The form that is open for it. */
  readonly children?: React.ReactNode;
};

export function Card({ sheet, entry, current, choose, act, children }: Props) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const item = entry.kind === 'item' ? entry.item : undefined;
  const title = item ? titleOf(item) : `Paragraph ${entry.kind === 'paragraph' ? entry.paragraph : ''}`;
  return (
    <article
      ref={card}
      className={`card${current ? ' current' : ''}`}
      data-entry={entry.key}
      tabIndex={current ? 0 : -1}
      aria-current={current}
      aria-label={`${item ? KIND_NAMES[item.kind] : 'Nothing rests on it'}: ${title}`}
      onClick={current ? undefined : choose}
      onFocus={current ? undefined : choose}
      onKeyDown={() => undefined}
    >
      {item ? <Told item={item} sheet={sheet} /> : <Unused entry={entry} sheet={sheet} />}
      {current && (
        <p className="actions">
          {ACTIONS.filter(({ action }) => actionsOf(entry).includes(action)).map(({ action, key, label }) => (
            <button type="button" key={action} onClick={() => act(action)}>
              {label} <kbd>{key.toUpperCase()}</kbd>
            </button>
          ))}
        </p>
      )}
      {children}
    </article>
  );
}

const DOUBTS = { likely: 'Likely', guess: 'A guess' };

function Told({ item, sheet }: { readonly item: ReviewItem; readonly sheet: Sheet }) {
  const { kind, fields, cites, doubt, by, marks, faults } = item;
  const names = (key: string) =>
    ((fields[key] ?? []) as readonly string[]).map((id) => nameOf(sheet, id)).join(', ');
  const who =
    kind === 'statement' ? `${names('speakers')} (${fields.mode})` : kind === 'deal' ? names('parties') : '';
  const rest = kind === 'head' ? '' : String(fields.role ?? fields.what ?? fields.about ?? '');
  const sentence = sentenceOf(item, sheet);
  const text = String(fields.text ?? '');
  return (
    <>
      <p className="card-head">
        <span className="badge">{KIND_NAMES[kind]}</span>
        {doubt && <span className={`badge ${doubt}`}>{DOUBTS[doubt]}</span>}
        {by === 'rules' && <span className="badge rules">By the rules</span>}
        {by !== undefined && by !== 'rules' && <span className="badge done">{by}</span>}
        {cites.length > 0 && (
          <span className="cites">{cites.map(({ paragraph }) => `¶ ${paragraph}`).join(', ')}</span>
        )}
      </p>
      {sentence !== undefined && sentence !== text && <blockquote>{sentence}</blockquote>}
      <p className="card-title">
        <b>{who || (kind === 'figure' ? titleOf(item) : String(fields.name ?? fields.title ?? ''))}</b>
        {rest !== '' && <span className="soft"> {rest}</span>}
      </p>
      {'text' in fields && <p className="words">{text === '' ? <i>Not worded yet</i> : text}</p>}
      <Findings faults={faults} marks={marks} />
    </>
  );
}

function Unused({ entry, sheet }: { readonly entry: Entry; readonly sheet: Sheet }) {
  if (entry.kind !== 'paragraph') return null;
  const source = sheet.sources.find(({ id }) => id === entry.source);
  return (
    <>
      <p className="card-head">
        <span className="badge guess">Nothing rests on it</span>
        <span className="cites">¶ {entry.paragraph}</span>
      </p>
      <p className="words">{source?.paragraphs[entry.paragraph - 1]?.text ?? 'Its text is not at hand.'}</p>
    </>
  );
}

/** The words of the source that it rests on, where they are at hand. */
export function sentenceOf({ from }: ReviewItem, { sources }: Sheet): string | undefined {
  if (from === undefined) return undefined;
  const source = sources.find(({ id }) => id === from.source);
  return source?.paragraphs[from.paragraph - 1]?.text?.slice(from.start, from.end);
}

function nameOf({ items }: Sheet, id: string): string {
  const item = items.find((one) => one.id === id);
  return item ? titleOf(item) : id;
}
