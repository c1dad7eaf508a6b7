/** What both pages have at their head: a choice among a few, and the theme. */
import type { Theme } from './state.ts';

type TabsProps<Id extends string> = {
  readonly label: string;
  readonly all: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
};

export function Tabs<Id extends string>({ label, all, chosen, choose }: TabsProps<Id>) {
  return (
    <nav aria-label={label}>
      {all.map((one) => (
        <button type="button" key={one.id} aria-pressed={one.id === chosen} onClick={() => choose(one.id)}>
          {one.label}
        </button>
      ))}
    </nav>
  );
}

export function ThemeButton({
  theme,
  setTheme,
}: {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}) {
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className="theme" onClick={() => setTheme(other)}>
      {other === 'light' ? 'Light theme' : 'Dark theme'}
    </button>
  );
}
