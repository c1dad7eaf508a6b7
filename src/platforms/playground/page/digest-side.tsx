/** The digest's side: this channel's subscription, its next edition, and a clock to set forward. */
import { useCallback, useEffect, useState } from 'react';
import {
  type Asked,
  type BriefingCard,
  type DigestView,
  digest,
  type Entry,
  press,
  setClock,
} from './connection.ts';
import { DiscordEntry } from './discord.tsx';
import { SlackEntry } from './slack.tsx';
import type { Theme } from './state.ts';
import { fullTime, inputTime } from './time.ts';

type Props = {
  readonly theme: Theme;
  readonly briefings: readonly BriefingCard[];
  readonly entries: readonly Entry[];
  readonly say: (line: string) => Promise<Asked>;
  readonly report: (asked: Promise<Asked>) => Promise<Asked>;
  /** Why the last thing done here failed; empty where it did not. */
  readonly problem: string;
};

const DAY_MS = 86_400_000;

export function DigestSide({ theme, briefings, entries, say, report, problem }: Props) {
  const [view, setView] = useState<DigestView>();
  const newest = entries.at(-1);
  const refresh = useCallback(async () => setView(await digest()), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was said may have changed the digest
  useEffect(() => {
    void refresh();
  }, [newest, refresh]);

  if (view === undefined) return <p className="empty">The digest's state is on its way.</p>;
  const forward = async (to: number) => {
    await report(setClock(to));
    await refresh();
  };
  const pressed = async (id: string) => {
    await report(press(0, 'slack', id));
    await refresh();
  };
  const command = briefings[0]?.command ?? '';
  const editions = entries.filter(({ from }) => from.kind === 'digest');

  return (
    <div className="digest">
      <section aria-label="Clock and subscription">
        <Clock now={view.now} forward={forward} />
        <p className="words">{view.state}</p>
        {view.sends !== '' && <p className="words">{view.sends}</p>}
        <p className="actions">
          <button type="button" onClick={() => say(`/${command} subscribe 9:00 every day Tokyo`)}>
            Subscribe at 9:00, Tokyo
          </button>
          <button type="button" onClick={() => say(`/${command} digest now`)}>
            Post one now
          </button>
          {view.isSet && (
            <button type="button" onClick={() => say(`/${command} unsubscribe`)}>
              Unsubscribe
            </button>
          )}
        </p>
        {problem !== '' && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <h2>Editions that came</h2>
        <ol className="came" data-testid="editions">
          {editions.map((entry) => (
            <li key={entry.id}>
              <details>
                <summary>{fullTime(entry.at)}</summary>
                <div className="panel slack">
                  <SlackEntry entry={entry} theme={theme} press={pressed} />
                </div>
              </details>
            </li>
          ))}
        </ol>
        {editions.length === 0 && <p>None yet. Subscribe, then set the clock forward.</p>}
      </section>
      <section aria-label="The next edition" className="edition">
        <h2>The next edition</h2>
        <div className="panel slack">
          <SlackEntry entry={asEntry(view)} theme={theme} press={pressed} />
        </div>
        <div className="panel discord">
          <DiscordEntry entry={asEntry(view)} theme={theme} press={pressed} />
        </div>
      </section>
    </div>
  );
}

function Clock({ now, forward }: { now: number; forward: (to: number) => Promise<void> }) {
  const [to, setTo] = useState('');
  return (
    <form
      className="clock"
      onSubmit={(event) => {
        event.preventDefault();
        void forward(new Date(to).getTime());
      }}
    >
      <h2>The bot's clock</h2>
      <p data-testid="clock">{fullTime(now)}</p>
      <p className="actions">
        <button type="button" onClick={() => forward(now + DAY_MS)}>
          One day on
        </button>
        <button type="button" onClick={() => forward(now + 7 * DAY_MS)}>
          A week on
        </button>
      </p>
      <label>
        Set it forward to{' '}
        <input
          type="datetime-local"
          value={to}
          min={inputTime(now)}
          onChange={(event) => setTo(event.target.value)}
          required
        />
      </label>{' '}
      <button type="submit">Set</button>
    </form>
  );
}

/** The preview as an entry that nobody has sent yet. */
function asEntry({ now, next }: DigestView): Entry {
  return {
    id: 0,
    at: now,
    from: { kind: 'digest' },
    audience: 'channel',
    pages: { slack: 1, discord: 1 },
    shown: next,
  };
}
