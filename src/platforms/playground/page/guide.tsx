/** A guide of the project, read in the page. */
import { useEffect, useRef, useState } from 'react';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { guide } from './connection.ts';

type Props = { readonly name: 'slack' | 'discord'; readonly close: () => void };

export function Guide({ name, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    dialog.current?.showModal();
    guide(name).then((found) =>
      setText(found ?? 'The guide cannot be read just now. It stands in the folder docs.'),
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
      <Markdown remarkPlugins={[remarkGfm]}>{text}</Markdown>
    </dialog>
  );
}
