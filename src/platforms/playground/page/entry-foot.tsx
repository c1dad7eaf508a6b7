/** What the page adds under an answer: its quotations for the clipboard, and why a control in it failed. */
import { useState } from 'react';
import type { Entry } from './connection.ts';

export function EntryFoot({ entry, problem }: { readonly entry: Entry; readonly problem: string }) {
  const { quotations } = entry.shown;
  if (quotations.length === 0 && problem === '') return null;
  return (
    <div className="entry-foot">
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {quotations.map((text, at) => (
        <CopyQuotation key={text} text={text} nth={quotations.length > 1 ? at + 1 : undefined} />
      ))}
    </div>
  );
}

/** Words, speaker, post, paragraph and source, as a desk pastes them. */
function CopyQuotation({ text, nth }: { readonly text: string; readonly nth: number | undefined }) {
  const [copied, setCopied] = useState(false);
  const label = nth === undefined ? 'Copy quotation' : `Copy quotation ${nth}`;
  return (
    <button
      type="button"
      className="link"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
      }}
    >
      {copied ? 'Copied' : label}
    </button>
  );
}
