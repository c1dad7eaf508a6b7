/** Keeps the keyboard where it was when an answer is drawn anew in its place: another page has other buttons. */
import { type RefObject, useEffect, useRef } from 'react';

type Pressed = { readonly entry: string; readonly label: string };

/** To be told of every click inside `box`; puts the focus back whenever `drawn` changes and the button is gone. */
export function useKeptFocus(box: RefObject<HTMLElement | null>, drawn: unknown) {
  const pressed = useRef<Pressed>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is the occasion
  useEffect(() => {
    if (pressed.current === undefined || document.activeElement !== document.body) return;
    const { entry, label } = pressed.current;
    const article = box.current?.querySelector<HTMLElement>(`[data-entry="${entry}"]`);
    const buttons = [...(article?.querySelectorAll('button') ?? [])];
    (buttons.find(({ textContent }) => textContent === label) ?? article)?.focus({ preventScroll: true });
  }, [drawn]);

  return ({ target }: { readonly target: EventTarget }) => {
    const button = (target as Element).closest('button');
    const entry = button?.closest<HTMLElement>('[data-entry]')?.dataset.entry;
    if (button && entry !== undefined) pressed.current = { entry, label: button.textContent ?? '' };
  };
}
