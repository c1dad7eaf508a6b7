/** One platform's window: a channel's head, and the conversation, scrolled to the newest. */
import { useEffect, useRef } from 'react';
import type { Entry } from './connection.ts';
import { EntryFoot } from './entry-foot.tsx';
import { CHANNEL } from './identity.ts';
import { useKeptFocus } from './kept-focus.ts';

type Props = {
  readonly platform: 'slack' | 'discord';
  readonly entries: readonly Entry[];
  readonly intro?: React.ReactNode;
  /** What failed, and at which entry. */
  readonly problem: Problem;
  readonly children: (entry: Entry) => React.ReactNode;
};

/** `at`: the platform and the entry's number, or another part of the page. */
export type Problem = { readonly at: string; readonly why: string };

/** How long an entry may take to draw itself. */
const SETTLED_MS = 2_000;

const NAMES = { slack: 'Slack', discord: 'Discord' };

export function Panel({ platform, entries, intro, problem, children }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const newest = entries.at(-1)?.id;
  const pressed = useKeptFocus(scroller, entries);

  // A new answer is shown from its beginning, as a person reads it; not from its end.
  // Discord's elements get their height only once they have drawn themselves: until then, or until somebody scrolls.
  useEffect(() => {
    const box = scroller.current;
    const entry = box?.querySelector<HTMLElement>(`[data-entry="${newest}"]`);
    if (!box || !entry) return;
    const show = () => box.scrollTo({ top: entry.offsetTop - box.offsetTop - 8 });
    const drawing = new ResizeObserver(show);
    for (const one of box.querySelectorAll('[data-entry]')) drawing.observe(one);
    const settle = () => drawing.disconnect();
    const settled = setTimeout(settle, SETTLED_MS);
    const acts = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
    for (const act of acts) box.addEventListener(act, settle, { once: true, passive: true });
    show();
    return () => {
      clearTimeout(settled);
      settle();
      for (const act of acts) box.removeEventListener(act, settle);
    };
  }, [newest]);

  return (
    <section className={`panel ${platform}`} aria-label={`${NAMES[platform]} view`}>
      <h2 className="panel-head">
        <span className="hash" aria-hidden="true">
          #
        </span>
        {CHANNEL}
        <span className="panel-name">{NAMES[platform]}</span>
      </h2>
      <div
        className="scroller"
        ref={scroller}
        onClickCapture={pressed}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={`Conversation as ${NAMES[platform]} shows it`}
      >
        {entries.length === 0 && intro}
        {entries.map((entry) => (
          <article
            key={entry.id}
            data-entry={entry.id}
            tabIndex={-1}
            data-testid={`${platform}-entry`}
            aria-label={titleOf(entry)}
          >
            {children(entry)}
            <EntryFoot entry={entry} problem={problem.at === `${platform} ${entry.id}` ? problem.why : ''} />
          </article>
        ))}
      </div>
    </section>
  );
}

function titleOf({ from }: Entry): string {
  if (from.kind === 'person') return `Answer to: ${from.typed}`;
  return from.kind === 'digest' ? 'The daily digest' : 'Said in the channel';
}
