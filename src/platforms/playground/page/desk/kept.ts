/**
 * What a window of the desk keeps in the browser until it is saved: edits that the server has not taken yet, and the
 * form that is being typed in. A window that crashed leaves it behind; the next one that opens takes it up.
 */
import type { Fields, Sent } from './connection.ts';
import type { Whole } from './edits.ts';

/** What is being typed, and of what. */
export type Draft = {
  /** The card that it was typed in. */
  readonly of: string;
  /** What was open there. */
  readonly form: Whole;
  readonly fields: Fields;
  /** The state of the item that it was begun on. */
  readonly was: string | undefined;
};
export type Kept = {
  readonly queue: readonly Sent[];
  readonly draft?: Draft | undefined;
  readonly undos: readonly string[];
};

const NOTHING: Kept = { queue: [], undos: [] };
const PREFIX = 'desk';

export type Keeper = {
  read(): Kept;
  write(kept: Kept): void;
  /** Takes up what windows that are gone have left of this briefing. */
  adopt(): Promise<Pick<Kept, 'queue' | 'draft'>>;
};

export function keeperOf(briefing: string): Keeper {
  const tab = tabName();
  const key = `${PREFIX}:${briefing}:${tab}`;
  // Held as long as this window lives: by it others know that it does.
  void navigator.locks?.request(`${PREFIX}:${tab}`, () => new Promise(() => undefined));
  return {
    read: () => parsed(localStorage.getItem(key)),
    write(kept) {
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Private windows may refuse; what is unsaved then lives as long as the page.
      }
    },
    async adopt() {
      const held = (await navigator.locks?.query())?.held ?? [];
      const alive = new Set(held.map(({ name }) => name));
      const left = Object.keys(localStorage).filter((name) => {
        const [prefix, of, by] = name.split(':');
        return prefix === PREFIX && of === briefing && by !== tab && !alive.has(`${PREFIX}:${by}`);
      });
      const theirs = left.map((name) => parsed(localStorage.getItem(name)));
      for (const name of left) localStorage.removeItem(name);
      return {
        queue: theirs.flatMap(({ queue }) => queue),
        draft: theirs.find(({ draft }) => draft !== undefined)?.draft,
      };
    },
  };
}

/** The same after a reload, another in every window. */
function tabName(): string {
  const known = sessionStorage.getItem(PREFIX) ?? crypto.randomUUID();
  sessionStorage.setItem(PREFIX, known);
  return known;
}

function parsed(text: string | null): Kept {
  try {
    return { ...NOTHING, ...JSON.parse(text ?? '{}') };
  } catch {
    return NOTHING;
  }
}
