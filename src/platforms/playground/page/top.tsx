import type { ConnectionState, Theme } from './state.ts';
import { Tabs, ThemeButton } from './tabs.tsx';

export type View = 'both' | 'slack' | 'discord' | 'json' | 'digest' | 'about';

const VIEWS: readonly { id: View; label: string }[] = [
  { id: 'both', label: 'Side by side' },
  { id: 'slack', label: 'Slack' },
  { id: 'discord', label: 'Discord' },
  { id: 'json', label: 'JSON and text' },
  { id: 'digest', label: 'Digest' },
  { id: 'about', label: 'About' },
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
      <Tabs
        label="Views"
        all={VIEWS.filter((one) => wide || one.id !== 'both')}
        chosen={view}
        choose={setView}
      />
      <p className="state" role="status">
        {state === 'lost' ? 'Reconnecting' : ''}
      </p>
      <ThemeButton theme={theme} setTheme={setTheme} />
    </header>
  );
}
