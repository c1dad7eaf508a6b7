/** One thing to choose or to say, and Enter: another speaker, another kind, whom it is the same as, why it is skipped. */
import { useId, useRef } from 'react';

type Props = {
  readonly label: string;
  /** To choose among; without it a line is typed. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly suggestions?: readonly string[];
  readonly begin?: string;
  readonly does: string;
  readonly submit: (value: string) => void;
  readonly cancel: () => void;
};

export function Choice({ label, options, suggestions = [], begin = '', does, submit, cancel }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      className="choice"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        const value = String(new FormData(event.currentTarget).get('value') ?? '').trim();
        if (value !== '') submit(value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement)
          form.current?.requestSubmit();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <label htmlFor={id}>{label}</label>
      {options === undefined ? (
        // biome-ignore lint/a11y/noAutofocus: it was opened to be filled in
        <input id={id} name="value" defaultValue={begin} list={`${id}-list`} autoFocus autoComplete="off" />
      ) : (
        // biome-ignore lint/a11y/noAutofocus: it was opened to be filled in
        <select id={id} name="value" defaultValue={begin} autoFocus>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
      {options === undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      <span className="actions">
        <button type="submit" className="primary">
          {does} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={cancel}>
          Leave it <kbd>Esc</kbd>
        </button>
      </span>
    </form>
  );
}
