/** The release: what came of it, and what is left to a person. */
import { useEffect, useRef } from 'react';
import type { ReleasedBriefing } from './connection.ts';

type Props = {
  readonly released: ReleasedBriefing | { kind: 'away'; why: string };
  readonly close: () => void;
};

export function Release({ released, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="release" aria-label="Release" onClose={close}>
      <h2>{released.kind === 'released' ? 'Released' : 'Not released'}</h2>
      {'why' in released && <p>{released.why}</p>}
      {released.kind === 'refused' && (
        <ul>
          {released.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {released.kind === 'released' && released.told.map((line) => <p key={line}>{line}</p>)}
      {released.kind === 'released' && released.manifest !== undefined && (
        <textarea readOnly rows={10} aria-label="Slack’s manifest" value={released.manifest} />
      )}
      <button type="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
