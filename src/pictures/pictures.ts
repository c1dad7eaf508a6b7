/** Pictures behind their port: each drawn once for a briefing as it stands, and kept in memory for whoever asks next. */
import { LRUCache } from 'lru-cache';
import type { Briefing } from '../briefing/briefing.ts';
import type { Log } from '../ports/log.ts';
import type { Drawn, Picture, Pictures, PictureWanted } from '../ports/pictures.ts';
import { DEFAULT_LOCALE, messagesFor } from '../show/messages/messages.ts';
import type { Page } from './answer.ts';
import { jobOf } from './job.ts';
import { createThread } from './thread.ts';

export type PicturesParts = {
  /** The briefing as it stands now: another object after a reload. */
  readonly briefing: (id: string) => Briefing | undefined;
  readonly log: Log;
};

/** `waiting` is how many are asked for and not drawn yet. */
export type WatchedPictures = Pictures & { readonly waiting: () => number };

/** Some two hundred pictures. */
const KEPT_BYTES = 32 * 1024 * 1024;
const KEPT_NOTHING = 64;

export function createPictures({ briefing: briefingOf, log }: PicturesParts): WatchedPictures {
  const thread = createThread();
  const editions = new WeakMap<Briefing, number>();
  let edition = 0;
  const kept = new LRUCache<string, Drawn>({ maxSize: KEPT_BYTES, sizeCalculation: sizeOf });
  const underWay = new Map<string, Promise<Drawn>>();
  let closed = false;

  return {
    async draw(wanted) {
      const briefing = briefingOf(wanted.briefing);
      if (briefing === undefined) return { kind: 'none', why: 'nothing-to-draw' };
      const key = keyOf(wanted, briefing);
      const known = kept.get(key) ?? underWay.get(key);
      if (known !== undefined) return known;
      const drawing = drawn(wanted, briefing).finally(() => underWay.delete(key));
      underWay.set(key, drawing);
      const made = await drawing;
      // What failed may come out another time.
      if (made.kind === 'drawn' || made.why !== 'failed') kept.set(key, made);
      return made;
    },
    close() {
      closed = true;
      return thread.close();
    },
    waiting: () => underWay.size,
  };

  function keyOf({ picture, theme, locale = DEFAULT_LOCALE }: PictureWanted, briefing: Briefing): string {
    const known = editions.get(briefing) ?? ++edition;
    editions.set(briefing, known);
    return JSON.stringify([known, picture, theme, locale]);
  }

  async function drawn(wanted: PictureWanted, briefing: Briefing): Promise<Drawn> {
    const { picture, theme, locale = DEFAULT_LOCALE } = wanted;
    try {
      const job = jobOf(picture, briefing, messagesFor(locale).pictures);
      if (job === undefined) return { kind: 'none', why: 'nothing-to-draw' };
      const answered = await thread.ask({ job, theme, locale });
      if (answered.kind === 'failed') throw answered.error;
      if (answered.kind === 'undrawable') return { kind: 'none', why: 'undrawable' };
      return { kind: 'drawn', pictures: answered.pages.map((page, at) => pictureOf(page, at, wanted)) };
    } catch (error) {
      if (!closed)
        log.warn({ err: error, briefing: briefing.id, picture, theme }, 'A picture could not be drawn');
      return { kind: 'none', why: 'failed' };
    }
  }
}

function pictureOf(page: Page, at: number, { briefing, picture, theme }: PictureWanted): Picture {
  const part = at === 0 ? '' : `-${at + 1}`;
  const stem = `${briefing}-${picture}`.replaceAll(/[^a-z0-9-]+/giu, '-').slice(0, MOST_NAME);
  return { ...page, name: `${stem}${part}-${theme}.png` };
}

const MOST_NAME = 100;

function sizeOf(drawn: Drawn): number {
  if (drawn.kind === 'none') return KEPT_NOTHING;
  return drawn.pictures.reduce((sum, { data }) => sum + data.byteLength, KEPT_NOTHING);
}
