/**
 * A menu as both platforms draw it: a field, and a list that opens below. A native select would send at each arrow
 * key, before a person who has only the keyboard has chosen.
 */
import { useEffect, useId, useRef, useState } from 'react';
import type { Control } from './controls.tsx';

type Props = {
  readonly menu: Extract<Control, { kind: 'menu' }>;
  readonly press: (id: string) => void;
};

export function Menu({ menu: { placeholder, options }, press }: Props) {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  const show = (at: number) => {
    setActive(Math.max(0, Math.min(options.length - 1, at)));
    setOpen(true);
  };
  const choose = (at: number) => {
    setOpen(false);
    const chosen = options[at];
    if (chosen !== undefined) press(chosen.id);
  };
  const keyed = (event: React.KeyboardEvent) => {
    const last = options.length - 1;
    const whenOpen: Record<string, () => void> = {
      ArrowDown: () => show(active === last ? 0 : active + 1),
      ArrowUp: () => show(active === 0 ? last : active - 1),
      Home: () => show(0),
      End: () => show(last),
      Escape: () => setOpen(false),
      Enter: () => choose(active),
      ' ': () => choose(active),
    };
    const whenClosed: Record<string, () => void> = { ArrowDown: () => show(0), ArrowUp: () => show(last) };
    const action = (open ? whenOpen : whenClosed)[event.key] ?? (open ? byLetter(event) : undefined);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  const byLetter = ({ key }: React.KeyboardEvent) => {
    if (key.length !== 1) return undefined;
    const begins = ({ label }: { label: string }) => label.toLowerCase().startsWith(key.toLowerCase());
    const after = options.findIndex((option, at) => at > active && begins(option));
    const found = after >= 0 ? after : options.findIndex(begins);
    return found < 0 ? undefined : () => show(found);
  };

  return (
    <div className="menu">
      <button
        type="button"
        className="menu-button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={id}
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        aria-label={placeholder}
        onClick={() => (open ? setOpen(false) : show(0))}
        onKeyDown={keyed}
        onBlur={() => setOpen(false)}
      >
        <span>{placeholder}</span>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="m5 7.500 5 5 5-5" />
        </svg>
      </button>
      <div className="menu-list" id={id} ref={list} role="listbox" aria-label={placeholder} hidden={!open}>
        {options.map(({ label, id: says, description }, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the button keeps the focus
          // biome-ignore lint/a11y/useKeyWithClickEvents: the button has the keys
          <div
            key={says}
            id={`${id}-${at}`}
            role="option"
            aria-selected={false}
            className={at === active ? 'active' : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(at)}
          >
            {label}
            {description !== undefined && <small>{description}</small>}
          </div>
        ))}
      </div>
    </div>
  );
}
