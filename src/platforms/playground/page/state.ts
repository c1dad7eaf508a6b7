/** What the page knows: the conversation as it is told, and a person's choices, kept in the browser. */
import { useEffect, useState } from 'react';
import { type BriefingCard, type Entry, listen } from './connection.ts';

export type Theme = 'light' | 'dark';
export type ConnectionState = 'connecting' | 'connected' | 'lost';

type Known = {
  readonly briefings: readonly BriefingCard[];
  readonly entries: readonly Entry[];
  readonly state: ConnectionState;
};

/** From this width on, both platforms stand side by side. */
const WIDE = '(min-width: 62rem)';

export function useConversation(): Known {
  const [known, setKnown] = useState<Known>({ briefings: [], entries: [], state: 'connecting' });
  useEffect(
    () =>
      listen((told) => {
        if (told.kind === 'hello')
          setKnown({ briefings: told.briefings, entries: told.entries, state: 'connected' });
        else if (told.kind === 'lost') setKnown((before) => ({ ...before, state: 'lost' }));
        else setKnown((before) => ({ ...before, entries: withEntry(before.entries, told.entry) }));
      }),
    [],
  );
  return known;
}

function withEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const known = entries.some(({ id }) => id === entry.id);
  return known ? entries.map((one) => (one.id === entry.id ? entry : one)) : [...entries, entry];
}

/** A choice that the browser remembers; where it may not, it lasts as long as the page. */
export function useStored<T extends string>(name: string, otherwise: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (read(name) as T | null) ?? otherwise);
  return [
    value,
    (next) => {
      setValue(next);
      try {
        localStorage.setItem(name, next);
      } catch {
        // Private windows may refuse; the choice then lasts as long as the page.
      }
    },
  ];
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const media = matchMedia(WIDE);
    const changed = () => setWide(media.matches);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, []);
  return wide;
}
