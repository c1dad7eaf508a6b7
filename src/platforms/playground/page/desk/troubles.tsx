/** What did not get through, and what can be done about it. */
import type { DeskState } from './use-desk.ts';

export function Troubles({ desk }: { readonly desk: DeskState }) {
  const { trouble, waiting } = desk;
  return (
    <div className="troubles" role="alert">
      {trouble && (
        <p>
          {trouble.why}{' '}
          {trouble.kind === 'conflict' && (
            <>
              <button type="button" onClick={() => void desk.mend('theirs')}>
                Keep what is there
              </button>{' '}
              <button type="button" onClick={() => void desk.mend('mine')}>
                Put mine on top
              </button>
            </>
          )}
          {trouble.kind === 'waiting' && (
            <button type="button" onClick={() => void desk.retry()}>
              Try again
            </button>
          )}
          {trouble.kind === 'said' && (
            <button type="button" onClick={desk.hush}>
              Close
            </button>
          )}
        </p>
      )}
      {waiting > 0 && trouble !== undefined && trouble.kind !== 'said' && (
        <p>{waiting === 1 ? 'One edit is' : `${waiting} edits are`} not saved yet, and kept in this page.</p>
      )}
    </div>
  );
}
