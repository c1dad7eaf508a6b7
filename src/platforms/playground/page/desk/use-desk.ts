/** The desk's state: the sheet, the edits on their way, and what came back. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Edit, Sent, Sheet } from './connection.ts';
import * as server from './connection.ts';
import { type Draft, type Kept, keeperOf } from './kept.ts';

export type Trouble =
  | { readonly kind: 'said'; readonly why: string }
  /** The first edit of the queue waits: the disk or the server refused. */
  | { readonly kind: 'waiting'; readonly why: string }
  /** Somebody else changed the same item. */
  | { readonly kind: 'conflict'; readonly why: string; readonly sheet: Sheet };

export type DeskState = ReturnType<typeof useDesk>;

export function useDesk(briefing: string, by: string) {
  const keeper = useMemo(() => keeperOf(briefing), [briefing]);
  const [sheet, setSheet] = useState<Sheet | 'none'>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [kept, setKept] = useState<Kept>(() => keeper.read());
  const [found, setFound] = useState<Draft>();
  const now = useRef(kept);
  const sending = useRef(false);
  /** Who waits for what becomes of an edit. */
  const waiters = useRef(new Map<Sent, (at: string | undefined) => void>());

  const keep = useCallback(
    (change: (before: Kept) => Kept) => {
      now.current = change(now.current);
      keeper.write(now.current);
      setKept(now.current);
    },
    [keeper],
  );

  /** Sends the edits of the queue one after the other, and stops at the first that does not get through. */
  const send = useCallback(async (): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    const tell = (sent: Sent, at: string | undefined) => {
      waiters.current.get(sent)?.(at);
      waiters.current.delete(sent);
    };
    try {
      for (let first = now.current.queue[0]; first !== undefined; first = now.current.queue[0]) {
        const saved = await server.save(briefing, first);
        if (saved.kind === 'saved') {
          setSheet(saved.sheet);
          setTrouble(undefined);
          keep((before) => ({
            ...before,
            queue: before.queue.slice(1),
            undos: [...before.undos, saved.undo].slice(-200),
          }));
          tell(first, saved.at ?? '');
        } else if (saved.kind === 'refused') {
          setTrouble({ kind: 'said', why: saved.why });
          keep((before) => ({ ...before, queue: before.queue.slice(1) }));
          tell(first, undefined);
        } else {
          setTrouble(saved.kind === 'conflict' ? saved : { kind: 'waiting', why: saved.why });
          return;
        }
      }
    } finally {
      sending.current = false;
    }
  }, [briefing, keep]);

  const refresh = useCallback(async () => {
    const found = await server.sheetOf(briefing);
    if (found === undefined) setSheet('none');
    else if ('kind' in found) setTrouble((before) => before ?? { kind: 'said', why: found.why });
    else setSheet(found);
  }, [briefing]);

  useEffect(() => {
    void refresh();
    void keeper.adopt().then((left) => {
      setFound(now.current.draft ?? left.draft);
      keep((before) => ({
        ...before,
        draft: before.draft ?? left.draft,
        queue: [...left.queue, ...before.queue],
      }));
      void send();
    });
    // Files are edited elsewhere too: whoever comes back sees them as they are.
    const back = () => void refresh();
    addEventListener('focus', back);
    return () => removeEventListener('focus', back);
  }, [refresh, keeper, keep, send]);

  return {
    sheet,
    trouble,
    /** Edits that are not saved yet. */
    waiting: kept.queue.length,
    /** What was being typed when this page, or a window before it, went. */
    found,
    canUndo: kept.undos.length > 0,
    setDraft: useCallback((draft: Draft | undefined) => keep((before) => ({ ...before, draft })), [keep]),
    /** Resolves once it is saved, with the id of the item or ''; with undefined once it was refused. */
    edit(edit: Edit): Promise<string | undefined> {
      // Made on what an edit before it, still on its way, will have changed.
      const item = 'item' in edit ? edit.item : undefined;
      const anyway = now.current.queue.some((one) => 'item' in one.edit && one.edit.item === item);
      const sent = { by, anyway, edit };
      keep((before) => ({ ...before, queue: [...before.queue, sent] }));
      const { promise, resolve } = Promise.withResolvers<string | undefined>();
      waiters.current.set(sent, resolve);
      void send();
      return promise;
    },
    retry: send,
    /** After a conflict: the edit on top of what is there, or given up. */
    async mend(how: 'mine' | 'theirs') {
      if (trouble?.kind === 'conflict') setSheet(trouble.sheet);
      setTrouble(undefined);
      keep((before) => {
        const [first, ...rest] = before.queue;
        if (first === undefined) return before;
        const item = 'item' in first.edit ? first.edit.item : undefined;
        // What was made on top of an edit that is given up goes with it.
        const others = rest.filter(
          ({ edit }) => item === undefined || !('item' in edit) || edit.item !== item,
        );
        return { ...before, queue: how === 'mine' ? [{ ...first, anyway: true }, ...rest] : others };
      });
      await send();
    },
    async undo(): Promise<boolean> {
      const token = now.current.undos.at(-1);
      if (token === undefined) return false;
      const saved = await server.undo(briefing, token);
      if (saved.kind === 'unsaved' || saved.kind === 'away') {
        setTrouble({ kind: 'said', why: saved.why });
        return false;
      }
      keep((before) => ({ ...before, undos: before.undos.slice(0, -1) }));
      setTrouble(saved.kind === 'saved' ? undefined : { kind: 'said', why: saved.why });
      if (saved.kind === 'saved') setSheet(saved.sheet);
      return saved.kind === 'saved';
    },
    async release() {
      const released = await server.release(briefing);
      if (released.kind === 'released') setSheet(released.sheet);
      return released;
    },
    say: (why: string) => setTrouble({ kind: 'said', why }),
    /** Takes away what was said, not what waits for a decision. */
    hush: () => setTrouble((before) => (before?.kind === 'said' ? undefined : before)),
  };
}
