/** The form of an item: the fields of its kind, and what the proofs say as one types. */
import { useId, useRef, useState } from 'react';
import type { Fields, ItemKind, Sheet } from './connection.ts';
import { type Field, fieldsOf, shown, titleOf, typed } from './fields.ts';

type Props = {
  readonly sheet: Sheet;
  readonly kind: ItemKind;
  /** What stands in the file, or what was being typed when the page went. */
  readonly before: Fields;
  readonly begun?: Fields | undefined;
  readonly label: string;
  /** Told of every change, with the fields that differ from `before`. */
  readonly changed: (fields: Fields) => void;
  readonly submit: (fields: Fields) => void;
  readonly cancel: () => void;
};

export function Form({ sheet, kind, before, begun, label, changed, submit, cancel }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const read = (): Fields => {
    const data = new FormData(form.current ?? undefined);
    const now = fieldsOf(kind).map((field) => [field.key, fieldIn(data, field, before)] as const);
    return Object.fromEntries(
      now.filter(([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[key] ?? null)),
    );
  };
  const start = { ...before, ...begun };
  const needed = fieldsOf(kind).filter((field) => field.needed);
  const rest = fieldsOf(kind).filter((field) => !field.needed);
  return (
    <form
      ref={form}
      className="item-form"
      aria-label={label}
      onChange={() => changed(read())}
      onSubmit={(event) => {
        event.preventDefault();
        submit(read());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {needed.map((field, at) => (
        <Input key={field.key} field={field} sheet={sheet} fields={start} first={at === 0} />
      ))}
      {rest.length > 0 && (
        <details open={needed.length === 0 || rest.length < 3}>
          <summary>More fields</summary>
          {rest.map((field) => (
            <Input key={field.key} field={field} sheet={sheet} fields={start} first={false} />
          ))}
        </details>
      )}
      <p className="actions">
        <button type="submit" className="primary">
          Save <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" onClick={cancel}>
          Leave it <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

function fieldIn(data: FormData, field: Field, before: Fields): unknown {
  if (field.as === 'several') {
    const chosen = data.getAll(field.key).map(String);
    // In the order in which they stand in the file; whoever is new comes last.
    const known = ((before[field.key] ?? []) as readonly string[]).filter((id) => chosen.includes(id));
    const all = [...known, ...chosen.filter((id) => !known.includes(id))];
    return all.length === 0 ? null : all;
  }
  if (field.as === 'flag') return data.has(field.key) ? true : null;
  const value = typed(field, String(data.get(field.key) ?? ''), before[field.key]);
  return value === '' && before[field.key] === undefined ? null : value;
}

type InputProps = {
  readonly field: Field;
  readonly sheet: Sheet;
  readonly fields: Fields;
  readonly first: boolean;
};

function Input({ field, sheet, fields, first }: InputProps) {
  const id = useId();
  const [focus] = useState(first);
  const name = field.key;
  if (field.as === 'several') {
    const chosen = (fields[name] ?? []) as readonly string[];
    const all = sheet.items.filter(({ kind }) => field.of.includes(kind));
    const inOrder = all.toSorted(
      (one, other) => Number(chosen.includes(other.id)) - Number(chosen.includes(one.id)),
    );
    return (
      <fieldset>
        <legend>{field.label}</legend>
        <div className="choices">
          {inOrder.map((item, at) => (
            <label key={item.id}>
              <input
                type="checkbox"
                name={name}
                value={item.id}
                defaultChecked={chosen.includes(item.id)}
                // biome-ignore lint/a11y/noAutofocus: the form was opened to be filled in
                autoFocus={focus && at === 0}
              />{' '}
              {titleOf(item)}
            </label>
          ))}
          {all.length === 0 && <span className="hint">There is none yet.</span>}
        </div>
      </fieldset>
    );
  }
  if (field.as === 'flag')
    return (
      <label>
        <input type="checkbox" name={name} defaultChecked={fields[name] === true} /> {field.label}
      </label>
    );
  const value = shown(field, fields);
  const common = { id, name, defaultValue: value, autoFocus: focus };
  return (
    <p className="field">
      <label htmlFor={id}>{field.label}</label>
      {field.as === 'text' || field.as === 'lines' || field.as === 'inferred' ? (
        <textarea {...common} rows={field.as === 'text' ? 4 : 2} />
      ) : field.as === 'choice' || field.as === 'one' ? (
        <select {...common}>
          {field.as === 'choice' ? (
            field.among.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))
          ) : (
            <>
              <option value="" />
              {sheet.items
                .filter(({ kind }) => field.of.includes(kind))
                .map((item) => (
                  <option key={item.id} value={item.id}>
                    {titleOf(item)}
                  </option>
                ))}
            </>
          )}
        </select>
      ) : (
        <input {...common} autoComplete="off" />
      )}
    </p>
  );
}
