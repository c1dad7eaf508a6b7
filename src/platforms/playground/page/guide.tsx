/** A guide of the project, read in the page. */
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { guide } from './connection.ts';

const PARTS: Components = {
  // What scrolls must be reached by the keyboard.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
  pre: ({ children }: ComponentProps<'pre'>) => <pre tabIndex={0}>{children}</pre>,
  // The conversation stays open; a file of the project is named, since the page does not have it.
  a: ({ href = '', children }: ComponentProps<'a'>) =>
    /^https?:/.test(href) ? (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    ) : (
      children
    ),
  img: ({ alt }: ComponentProps<'img'>) => <em>{alt}</em>,
};

type Props = { readonly name: 'slack' | 'discord'; readonly close: () => void };

export function Guide({ name, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    dialog.current?.showModal();
    guide(name).then((found) =>
      setText(found ?? `The guide cannot be read here. It stands in the project under docs/${name}.md.`),
    );
  }, [name]);

  return (
    <dialog
      ref={dialog}
      className="guide"
      aria-label={`Connect ${name === 'slack' ? 'Slack' : 'Discord'}`}
      onClose={close}
    >
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
      <Markdown remarkPlugins={[remarkGfm]} components={PARTS}>
        {text}
      </Markdown>
    </dialog>
  );
}
