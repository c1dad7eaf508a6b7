/** One briefing on the desk: the source, its items, and the answers that they give. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Theme, useStored, useWide } from '../state.ts';
import { ACTIONS, type Action, actionsOf } from './actions.ts';
import { Answer } from './answer.tsx';
import { Bar, type Pane } from './bar.tsx';
import { Card } from './card.tsx';
import type { Cite, Edit, Sent } from './connection.ts';
import { type Open, wordsFor } from './edits.ts';
import type { Draft } from './kept.ts';
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
    const { of, form, fields, was } = found;
    const isThere = sheet.items.some((one) => one.id === of);
    if (!isThere && (form.kind === 'edit' || form.kind === 'move')) return;
    setView(form.kind === 'new' ? 'topics' : 'all');
    setCurrent(of);
    setOpen({ ...form, begun: fields, ...(was && { was }) } as Open);
  }, [sheet, found, setView]);

  const key = entry?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is in hand, or the form closes
  useEffect(() => {
    if (!focus.current || open !== undefined) return;
    const active = document.activeElement;
    const isAway = active === document.body || active === null || items.current?.contains(active);
    if (isAway) items.current?.querySelector<HTMLElement>('article.current')?.focus({ preventScroll: true });
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
    // What was changed may still have to be looked at, and stays in hand; from all else it goes on at once.
    const stays = edit.kind === 'change' || edit.kind === 'move' || edit.kind === 'add';
    if (!stays) setCurrent(next);
    const saved = await desk.edit(edit);
    if (stays && saved) setCurrent(saved);
    if (saved === undefined) setCurrent((now) => (now === next ? key : now));
  };
  /** Whatever is being typed is saved or left first. */
  const isFree = () => {
    if (typing !== undefined) desk.say('Save what you are typing first, or leave it.');
    return typing === undefined;
  };
  const act = (action: Action, cite?: Cite) => {
    if ((entry === undefined && cite === undefined) || !isFree()) return;
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
    if (!isFree()) return;
    close();
    await desk.undo();
  };
  const move = (by: number) => {
    if (!isFree()) return;
    close();
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
  const typed = (edit: Edit | undefined, draft: Omit<Draft, 'of'>) => {
    setTyping(edit);
    desk.setDraft({ of: key ?? '', ...draft });
  };
  const goTo = (to: string) => {
    if (to === key || !isFree()) return;
    close();
    setCurrent(to);
  };
  const drawn = windowOf(entries.length, entry === undefined ? 0 : entries.indexOf(entry));
  const [before, after] = [entries[drawn.from - 1], entries[drawn.to]];
  const sent: Sent | undefined = typing && { by: name, anyway: true, edit: typing };

  return (
    <div className={`page desk ${theme}`}>
      <Bar
        {...{ sheet, view, pane, setPane, wide, by, editor, setBy, theme, setTheme }}
        setView={(next) => {
          if (!isFree()) return;
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
              <OpenForm key={open.kind} {...{ sheet, open, typed, close }} entry={undefined} done={done} />
            )}
            {before !== undefined && (
              <Beyond count={drawn.from} which="before these" go={() => goTo(before.key)} />
            )}
            {entries.slice(drawn.from, drawn.to).map((one) => (
              <Card
                key={one.key}
                sheet={sheet}
                entry={one}
                current={one === entry}
                choose={() => goTo(one.key)}
                act={(action) => act(action)}
              >
                {one === entry && open && open.kind !== 'new' && (
                  <OpenForm key={open.kind} {...{ sheet, open, typed, close, entry }} done={done} />
                )}
              </Card>
            ))}
            {after !== undefined && (
              <Beyond count={entries.length - drawn.to} which="after these" go={() => goTo(after.key)} />
            )}
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

/** So many cards are drawn at once: whichever is in hand stands among them. */
const DRAWN = 120;

function windowOf(count: number, at: number): { readonly from: number; readonly to: number } {
  // Moves by half of itself, so that going on by one seldom draws all of them anew.
  const half = DRAWN / 2;
  const from = Math.max(0, Math.min(Math.floor(at / half) * half - half / 2, count - DRAWN));
  return { from, to: Math.min(count, from + DRAWN) };
}

type BeyondProps = { readonly count: number; readonly which: string; readonly go: () => void };

function Beyond({ count, which, go }: BeyondProps) {
  return (
    <p className="actions">
      <button type="button" onClick={go}>
        {count.toLocaleString('en')} more {which}
      </button>
    </p>
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
  return (
    target instanceof HTMLElement && target.closest('form, input, textarea, select, dialog, summary') !== null
  );
}
