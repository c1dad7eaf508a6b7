/** What the page is and what to try first. */
import { useState } from 'react';
import type { BriefingCard } from './connection.ts';
import { Guide } from './guide.tsx';

type Props = { readonly briefings: readonly BriefingCard[]; readonly ask: (line: string) => void };

const EXAMPLES = 4;

export function Intro({ briefings, ask }: Props) {
  const [guide, setGuide] = useState<'slack' | 'discord'>();
  return (
    <div className="intro">
      <h3>A press attaché for chat</h3>
      <p>
        It answers from a briefing in which every line names the paragraph of its source. This page is the
        whole bot, with no account: what you see are the very messages that Slack and Discord would get.
      </p>
      {briefings.map((briefing) => (
        <div key={briefing.id}>
          <p>
            <b>{briefing.title}.</b> Type <code>/{briefing.command}</code> for the overview, ask in plain
            words, or try one of these:
          </p>
          <ul className="chips">
            {briefing.examples.slice(0, EXAMPLES).map((example) => (
              <li key={example}>
                <button type="button" onClick={() => ask(`/${briefing.command} ${example}`)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        To use it with your team:{' '}
        <button type="button" className="link" onClick={() => setGuide('slack')}>
          connect Slack
        </button>{' '}
        or{' '}
        <button type="button" className="link" onClick={() => setGuide('discord')}>
          connect Discord
        </button>
        .
      </p>
      {guide !== undefined && <Guide name={guide} close={() => setGuide(undefined)} />}
    </div>
  );
}
