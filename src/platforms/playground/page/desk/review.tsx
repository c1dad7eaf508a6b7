/** One briefing on the desk: the source, its items, and the answers that they give. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Theme, useStored, useWide } from '../state.ts';
import { ACTIONS, type Action, actionsOf } from './actions.ts';
import { Answer } from './answer.tsx';
import { Bar, type Pane } from './bar.tsx';
import { Card } from './card.tsx';
import type { Cite, Edit, Sent, Sheet } from './connection.ts';
import { type Open, wordsFor } from './edits.ts';
import { OpenForm } from './open-form.tsx';
import { entriesOf, type View } from './order.ts';
import { Release } from './release.tsx';
import { Source } from './source.tsx';
import { Troubles } from './troubles.tsx';
import { useDesk } from './use-desk.ts';

type Props = {
  readonly id: string;
  readonly by: string;
  readonly editor: string;
  readonly setBy: (by: string) => void;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
};

export function Review({ id, by, editor, setBy, theme, setTheme }: Props) {
  const name = by.trim() === '' ? editor : by.trim();
  const desk = useDesk(id, name);
  const [view, setView] = useStored<View>('desk-view', 'look');
  const [pane, setPane] = useState<Pane>('items');
  const [current, setCurrent] = useState<string>();
  const [open, setOpen] = useState<Open>();
  const [typing, setTyping] = useState<Edit>();
  const [released, setReleased] = useState<React.ComponentProps<typeof Release>['released']>();
  const wide = useWide();
  const items = useRef<HTMLElement>(null);
  const focus = useRef(true);
  const sheet = desk.sheet === 'none' ? undefined : desk.sheet;
  const entries = sheet ? entriesOf(sheet, view) : [];
  const entry = entries.find(({ key }) => key === current) ?? entries[0];
  const item = entry?.kind === 'item' ? entry.item : undefined;

  // What was being typed when the page went is opened again.
  const { found } = desk;
  const restored = useRef(false);
  useEffect(() => {
    if (restored.current || sheet === undefined || found === undefined) return;
    restored.current = true;
    if (!sheet.items.some((one) => one.id === found.of)) return;
    setView('all');
    setCurrent(found.of);
    setOpen({ kind: 'edit', to: found.kind, begun: found.fields });
  }, [sheet, found, setView]);

  const key = entry?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is in hand, or the form closes
  useEffect(() => {
    if (!focus.current || open !== undefined) return;
    const active = document.activeElement;
    const isFree = active === document.body || active === null || items.current?.contains(active);
    if (isFree) items.current?.querySelector<HTMLElement>('article.current')?.focus({ preventScroll: true });
  }, [key, open, sheet]);

  const close = useCallback(() => {
    setOpen(undefined);
    setTyping(undefined);
    desk.setDraft(undefined);
  }, [desk.setDraft]);

  if (desk.sheet === 'none') return <p>There is no such briefing any more.</p>;
  if (sheet === undefined || desk.sheet === undefined)
    return <p className="empty">{desk.trouble?.why ?? 'The briefing is on its way.'}</p>;

  /** Goes to the one after it in the list as it is now, so that a reviewer never has to look for the place. */
  const done = async (edit: Edit) => {
    const at = entries.findIndex(({ key: one }) => one === key);
    const next = entries[at + 1]?.key ?? entries[at - 1]?.key;
    close();
    const saved = await desk.edit(edit);
    if (saved === undefined) return;
    // What still has to be looked at stays in hand, unless it was accepted.
    setCurrent(edit.kind === 'change' || edit.kind === 'move' || edit.kind === 'add' ? saved || next : next);
  };
  const act = (action: Action, cite?: Cite) => {
    if (entry === undefined && cite === undefined) return;
    desk.hush();
    if (action === 'accept' && item) return void done({ kind: 'accept', item: item.id, was: item.was });
    if (action === 'drop' && item) return void done({ kind: 'drop', item: item.id, was: item.was });
    const here = cite ?? (entry?.kind === 'paragraph' ? entry : (item?.from ?? item?.cites[0]));
    setOpen(
      action === 'edit' && item ? { kind: 'edit', to: item.kind } : ({ kind: action, cite: here } as Open),
    );
    if (cite && !wide) setPane('items');
  };
  const undo = async () => {
    close();
    await desk.undo();
  };
  const move = (by: number) => {
    const at = entries.findIndex(({ key: one }) => one === key);
    setCurrent(entries[Math.min(Math.max(at + by, 0), entries.length - 1)]?.key);
  };
  const keyed = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const pressed = event.key.toLowerCase();
    const action = ACTIONS.find((one) => one.key === pressed)?.action;
    if (action && entry && actionsOf(entry).includes(action)) act(action);
    else if (pressed === 'j' || event.key === 'ArrowDown') move(1);
    else if (pressed === 'k' || event.key === 'ArrowUp') move(-1);
    else if (pressed === 'u') void undo();
    else return;
    event.preventDefault();
  };
  const typed = (edit: Edit | undefined, fields?: Sheet['items'][number]['fields']) => {
    setTyping(edit);
    if (item && open?.kind === 'edit' && fields) desk.setDraft({ of: item.id, kind: item.kind, fields });
  };
  const sent: Sent | undefined = typing && { by: name, anyway: true, edit: typing };

  return (
    <div className={`page desk ${theme}`}>
      <Bar
        {...{ sheet, view, pane, setPane, wide, by, editor, setBy, theme, setTheme }}
        setView={(next) => {
          close();
          setView(next);
          setCurrent(undefined);
        }}
        canUndo={desk.canUndo}
        undo={() => void undo()}
        release={async () => setReleased(await desk.release())}
      />
      <Troubles desk={desk} />
      <main className="desk-columns">
        {(wide || pane === 'source') && (
          <Source
            sheet={sheet}
            item={item}
            cite={entry?.kind === 'paragraph' ? entry : undefined}
            act={(what, cite) =>
              what === 'unskip' ? void done({ kind: 'unskip', ...cite }) : act(what, cite)
            }
          />
        )}
        {(wide || pane === 'items') && (
          <section className="desk-column items" aria-label="Items" ref={items} onKeyDown={keyed}>
            <h2>
              {entries.length} {entries.length === 1 ? 'item' : 'items'}
            </h2>
            <Keys />
            {view === 'topics' && (
              <p className="actions">
                {(['topic', 'issue'] as const).map((to) => (
                  <button type="button" key={to} onClick={() => setOpen({ kind: 'new', to })}>
                    New {to}
                  </button>
                ))}
              </p>
            )}
            {sheet.faults.map((fault) => (
              <p key={fault} className="fault">
                {fault}
              </p>
            ))}
            {entries.length === 0 && <p className="hint">Nothing here is left to look at.</p>}
            {open && (entry === undefined || open.kind === 'new') && (
              <OpenForm {...{ sheet, open, typed, close }} entry={undefined} done={done} />
            )}
            {entries.map((one) => (
              <Card
                key={one.key}
                sheet={sheet}
                entry={one}
                current={one === entry}
                choose={() => {
                  if (one.key === key) return;
                  close();
                  setCurrent(one.key);
                }}
                act={(action) => act(action)}
              >
                {one === entry && open && open.kind !== 'new' && (
                  <OpenForm {...{ sheet, open, typed, close, entry }} done={done} />
                )}
              </Card>
            ))}
          </section>
        )}
        {(wide || pane === 'answer') && (
          <Answer sheet={sheet} theme={theme} item={item} sent={sent} words={wordsFor(item, sheet)} />
        )}
      </main>
      {released && <Release released={released} close={() => setReleased(undefined)} />}
    </div>
  );
}

function Keys() {
  return (
    <details className="keys">
      <summary>Keys</summary>
      <p>
        While an item has the focus: <kbd>J</kbd> and <kbd>K</kbd>, or the arrows, go on and back.{' '}
        {ACTIONS.map(({ key, label }) => (
          <span key={key}>
            <kbd>{key.toUpperCase()}</kbd> {label}.{' '}
          </span>
        ))}
        <kbd>U</kbd> takes the last edit back. In a form, <kbd>Ctrl Enter</kbd> saves and <kbd>Esc</kbd>{' '}
        leaves it.
      </p>
    </details>
  );
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, dialog, summary') !== null;
}
