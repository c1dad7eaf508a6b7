/** The page: a conversation in two panels, one input below, the digest's side and the bodies beside. */
import { useEffect, useState } from 'react';
import { Composer } from './composer.tsx';
import { type Asked, type Entry, press, typeLine } from './connection.ts';
import { DigestSide } from './digest-side.tsx';
import { DiscordEntry } from './discord.tsx';
import { Inspect } from './inspect.tsx';
import { Intro } from './intro.tsx';
import { Panel, type Problem } from './panel.tsx';
import { SlackEntry } from './slack.tsx';
import { type Theme, useConversation, useStored, useWide } from './state.ts';
import { Top, type View } from './top.tsx';

export function App() {
  const { briefings, entries, state } = useConversation();
  const [theme, setTheme] = useStored<Theme>('theme', prefersDark() ? 'dark' : 'light');
  const [chosen, setView] = useStored<View>('view', 'both');
  const [problem, setProblem] = useState<Problem>(NONE);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const wide = useWide();
  const view: View = chosen === 'both' && !wide ? 'slack' : chosen;

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  /** What failed is said beside what caused it. */
  const report = async (at: string, asked: Promise<Asked>): Promise<Asked> => {
    const ended = await asked;
    setProblem(ended.kind === 'failed' ? { at, why: ended.why } : NONE);
    return ended;
  };
  const whyAt = (at: string) => (problem.at === at ? problem.why : '');
  const pressIn = (entry: Entry, platform: 'slack' | 'discord') => (id: string) =>
    report(`${platform} ${entry.id}`, press(entry.id, platform, id));
  const say = (line: string, at = 'line') => report(at, typeLine(line));
  const ask = (line: string) => {
    if (view === 'digest' || view === 'about') setView('both');
    return say(line);
  };
  const newest = entries.at(-1);
  const intro = <Intro briefings={briefings} ask={ask} />;

  return (
    <div className={`page ${theme}`}>
      <Top theme={theme} setTheme={setTheme} view={view} setView={setView} wide={wide} state={state} />
      <main className={`views ${view}`}>
        {(view === 'both' || view === 'slack') && (
          <Panel platform="slack" entries={entries} intro={intro} problem={problem}>
            {(entry) => <SlackEntry entry={entry} theme={theme} press={pressIn(entry, 'slack')} />}
          </Panel>
        )}
        {(view === 'both' || view === 'discord') && (
          <Panel
            platform="discord"
            entries={entries.filter((entry) => !dismissed.has(nameOf(entry)))}
            intro={view === 'discord' ? intro : undefined}
            problem={problem}
          >
            {(entry) => (
              <DiscordEntry
                entry={entry}
                theme={theme}
                press={pressIn(entry, 'discord')}
                dismiss={() => setDismissed(new Set([...dismissed, nameOf(entry)]))}
              />
            )}
          </Panel>
        )}
        {view === 'json' && <Inspect entries={entries} />}
        {view === 'digest' && (
          <DigestSide
            theme={theme}
            briefings={briefings}
            entries={entries}
            say={(line) => say(line, 'digest')}
            report={(asked) => report('digest', asked)}
            problem={whyAt('digest')}
          />
        )}
        {view === 'about' && intro}
      </main>
      <Composer briefings={briefings} submit={(line) => ask(line)} problem={whyAt('line')} />
      <div className="unseen" aria-live="polite" data-testid="announcer">
        {newest === undefined ? '' : newest.shown.plain}
      </div>
    </div>
  );
}

const NONE: Problem = { at: '', why: '' };

/** Numbers begin anew with the bot; together with the time they name one entry. */
function nameOf({ id, at }: Entry): string {
  return `${id} at ${at}`;
}

function prefersDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
