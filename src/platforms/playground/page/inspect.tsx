/** The bodies as JSON, and what a screen reader gets. */
import { useState } from 'react';
import type { Entry } from './connection.ts';

export function Inspect({ entries }: { entries: readonly Entry[] }) {
  const [chosen, setChosen] = useState<number>();
  const entry = entries.find(({ id }) => id === chosen) ?? entries.at(-1);
  if (entry === undefined) return <p className="empty">Type something first: its bodies then show here.</p>;
  return (
    <section className="inspect" aria-label="JSON and text">
      <label>
        Answer{' '}
        <select value={entry.id} onChange={(event) => setChosen(Number(event.target.value))}>
          {entries.map(({ id, from }) => (
            <option key={id} value={id}>
              {from.kind === 'person'
                ? from.typed
                : from.kind === 'digest'
                  ? 'The daily digest'
                  : 'Said in the channel'}
            </option>
          ))}
        </select>
      </label>
      <div className="bodies">
        <Body title="Slack" text={json(entry.shown.slack)} />
        <Body title="Discord" text={json(entry.shown.discord)} />
        <Body title="Plain text" text={entry.shown.plain} />
      </div>
    </section>
  );
}

function Body({ title, text }: { title: string; text: string }) {
  const [copied, setCopied] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('Copied');
    } catch {
      setCopied('The browser did not allow it');
    }
  };
  return (
    <section className="body" aria-label={title}>
      <h2>
        {title}
        <span role="status">{copied}</span>
        <button type="button" onClick={copy} aria-label={`Copy ${title}`}>
          Copy
        </button>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}

function json(bodies: readonly object[]): string {
  return JSON.stringify(bodies.length === 1 ? bodies[0] : bodies, null, 2);
}
