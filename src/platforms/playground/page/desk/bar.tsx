/** The desk's head: what is on it, how much is left, and what is done with the whole of it. */
import type { Theme } from '../state.ts';
import { Tabs, ThemeButton } from '../tabs.tsx';
import type { Sheet } from './connection.ts';
import { VIEWS, type View } from './order.ts';

export type Pane = 'source' | 'items' | 'answer';

type Props = {
  readonly sheet: Sheet;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly pane: Pane;
  readonly setPane: (pane: Pane) => void;
  readonly wide: boolean;
  readonly by: string;
  /** Whose name it is where none was given. */
  readonly editor: string;
  readonly setBy: (by: string) => void;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  readonly canUndo: boolean;
  readonly undo: () => void;
  readonly release: () => void;
};

const PANES: readonly { readonly id: Pane; readonly label: string }[] = [
  { id: 'source', label: 'Source' },
  { id: 'items', label: 'Items' },
  { id: 'answer', label: 'Answer' },
];

export function Bar(props: Props) {
  const {
    sheet,
    view,
    setView,
    pane,
    setPane,
    wide,
    by,
    editor,
    setBy,
    theme,
    setTheme,
    canUndo,
    undo,
    release,
  } = props;
  return (
    <header className="top desk-top">
      <h1>
        <a href="/desk">Desk</a> <span>{sheet.title}</span>
      </h1>
      <p className="left" role="status" data-testid="left">
        {leftOf(sheet)}
      </p>
      {!wide && <Tabs label="Panes" all={PANES} chosen={pane} choose={setPane} />}
      <Tabs label="Which items" all={VIEWS} chosen={view} choose={setView} />
      <label className="editor">
        Editor{' '}
        <input
          value={by}
          placeholder={editor}
          maxLength={100}
          onChange={(event) => setBy(event.target.value)}
        />
      </label>
      <button type="button" onClick={undo} disabled={!canUndo}>
        Undo <kbd>U</kbd>
      </button>
      <button type="button" className="primary" onClick={release}>
        Release
      </button>
      <ThemeButton theme={theme} setTheme={setTheme} />
    </header>
  );
}

function leftOf({ left, revision }: Sheet): string {
  const counts = [
    [left.faults, 'to mend'],
    [left.marks, left.marks === 1 ? 'mark' : 'marks'],
    [left.unused, 'unused ¶'],
    [left.unworded, 'to word'],
    [left.unseen, 'not looked at'],
  ] as const;
  const told = counts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const all = told.length === 0 ? 'Nothing is left to do' : `Left: ${told.join(', ')}`;
  return `${all}. ${revision === 0 ? 'Not released yet.' : `Released as revision ${revision}.`}`;
}
