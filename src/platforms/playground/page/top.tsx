import type { ConnectionState, Theme } from './state.ts';

export type View = 'both' | 'slack' | 'discord' | 'json' | 'digest' | 'about';

const VIEWS: readonly { view: View; label: string }[] = [
  { view: 'both', label: 'Side by side' },
  { view: 'slack', label: 'Slack' },
  { view: 'discord', label: 'Discord' },
  { view: 'json', label: 'JSON and text' },
  { view: 'digest', label: 'Digest' },
  { view: 'about', label: 'About' },
];

type Props = {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly wide: boolean;
  readonly state: ConnectionState;
};

export function Top({ theme, setTheme, view, setView, wide, state }: Props) {
  return (
    <header className="top">
      <h1>
        Attaché <span>playground</span>
      </h1>
      <nav aria-label="Views">
        {VIEWS.filter((one) => wide || one.view !== 'both').map((one) => (
          <button
            type="button"
            key={one.view}
            aria-pressed={one.view === view}
            onClick={() => setView(one.view)}
          >
            {one.label}
          </button>
        ))}
      </nav>
      <p className="state" role="status">
        {state === 'lost' ? 'Reconnecting' : ''}
      </p>
      <button type="button" className="theme" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
        {theme === 'dark' ? 'Light theme' : 'Dark theme'}
      </button>
    </header>
  );
}
