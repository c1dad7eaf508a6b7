/** What the proofs say of what is being typed, and the answer as Slack and Discord will show it. */
import { useEffect, useState } from 'react';
import { readControl } from '../../../../reply/control.ts';
import type { Entry as Shown } from '../connection.ts';
import { DiscordEntry } from '../discord.tsx';
import { SlackEntry } from '../slack.tsx';
import type { Theme } from '../state.ts';
import { type ReviewItem, type Sent, type Sheet, type TriedShown, tryEdit } from './connection.ts';
import { Findings } from './findings.tsx';

type Props = {
  readonly sheet: Sheet;
  readonly theme: Theme;
  readonly item: ReviewItem | undefined;
  /** The edit that is being typed. */
  readonly sent: Sent | undefined;
  /** What is asked where nobody has typed anything. */
  readonly words: string;
};

/** Long enough not to prove every letter, short enough to be felt as at once. */
const PAUSE_MS = 350;

export function Answer({ sheet, theme, item, sent, words }: Props) {
  const [asked, setAsked] = useState<string>();
  const [tried, setTried] = useState<TriedShown>();
  const [busy, setBusy] = useState(false);
  const line = asked ?? words;
  const edit = JSON.stringify(sent);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another item asks its own words
  useEffect(() => setAsked(undefined), [words]);

  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setBusy(true);
      const answer = await tryEdit(
        sheet.id,
        { words: line, sent: edit === undefined ? undefined : JSON.parse(edit) },
        stop.signal,
      );
      if (stop.signal.aborted) return;
      setBusy(false);
      if (answer.kind !== 'away') setTried(answer);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [sheet, line, edit]);

  const press = (id: string) => {
    const read = readControl(id);
    if (read.kind === 'control') setAsked(read.control.words);
  };
  const entry = tried?.kind === 'tried' && tried.shown ? asEntry(tried, sheet, line) : undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className="desk-column answer" aria-label="Proofs and answer" tabIndex={0}>
      <h2>Proofs</h2>
      <div className="proofs" role="status" aria-busy={busy} data-testid="proofs">
        <Proofs tried={tried} item={sent === undefined ? item : undefined} />
      </div>
      <h2>The answer</h2>
      <label className="ask">
        <span>/{sheet.command}</span>
        <input
          aria-label="Ask as in the chat"
          value={line}
          onChange={(event) => setAsked(event.target.value)}
        />
      </label>
      {entry ? (
        <>
          <div className="panel slack" data-testid="slack-answer">
            <SlackEntry entry={entry} theme={theme} press={press} />
          </div>
          <div className="panel discord" data-testid="discord-answer">
            <DiscordEntry entry={entry} theme={theme} press={press} />
          </div>
        </>
      ) : (
        tried && <p className="hint">The answer is shown once the briefing can be read.</p>
      )}
    </section>
  );
}

/** Of what is typed, or of the item as it stands in its file. */
function Proofs({
  tried,
  item,
}: {
  readonly tried: TriedShown | undefined;
  readonly item: ReviewItem | undefined;
}) {
  if (tried === undefined) return <p>The proofs are on their way.</p>;
  if (tried.kind === 'refused') return <p className="fault">{tried.why}</p>;
  const own = item ?? tried.item;
  const faults = [...(own?.faults ?? []), ...tried.faults];
  const marks = own?.marks ?? [];
  return (
    <>
      <Findings faults={faults} marks={marks} />
      {faults.length + marks.length === 0 && <p>Nothing speaks against it.</p>}
    </>
  );
}

function asEntry(
  { at, shown }: Extract<TriedShown, { kind: 'tried' }>,
  { command }: Sheet,
  words: string,
): Shown {
  return {
    id: 0,
    at,
    from: { kind: 'person', typed: `/${command} ${words}`, how: 'command' },
    audience: 'asker',
    pages: { slack: 1, discord: 1 },
    shown: shown!,
  };
}
