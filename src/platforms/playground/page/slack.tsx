/** An answer as Slack draws it, from the body that would be sent. */
import { type Block, Message } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';
import { isMessage } from '../conversation.ts';
import { isActions, isImage, type SlackActions, type SlackImage, type SlackMessage } from './bodies.ts';
import type { Entry } from './connection.ts';
import { type Control, Controls } from './controls.tsx';
import { BOT_AVATAR, BOT_NAME, YOUR_AVATAR } from './identity.ts';
import { Picture } from './picture.tsx';
import { clockTime } from './time.ts';

type Props = {
  readonly entry: Entry;
  readonly theme: 'light' | 'dark';
  readonly press: (id: string) => void;
};

export function SlackEntry({ entry, theme, press }: Props) {
  const bodies = entry.shown.slack as readonly SlackMessage[];
  return (
    <>
      {isMessage(entry.from) && (
        <SlackFrame avatar={YOUR_AVATAR} name="You" app={false} at={entry.at}>
          <p className="slack-typed">{entry.from.typed}</p>
        </SlackFrame>
      )}
      {bodies.map((body, index) => (
        <SlackFrame
          key={index}
          avatar={BOT_AVATAR}
          name={BOT_NAME}
          app
          at={entry.at}
          hidden={entry.audience === 'asker'}
        >
          {segments(body).map((segment, nth) => (
            <SlackSegment key={nth} segment={segment} theme={theme} press={press} />
          ))}
        </SlackFrame>
      ))}
    </>
  );
}

function SlackSegment({ segment, theme, press }: { segment: Segment } & Omit<Props, 'entry'>) {
  switch (segment.kind) {
    case 'controls':
      return <Controls platform="slack" controls={segment.controls} press={press} />;
    case 'picture':
      return <Picture url={segment.image.image_url} alt={segment.image.alt_text} />;
    case 'blocks':
      return (
        <Message withoutWrapper theme={theme} logo={BOT_AVATAR} name={BOT_NAME} blocks={segment.blocks} />
      );
  }
}

type FrameProps = {
  readonly avatar: string;
  readonly name: string;
  readonly app: boolean;
  readonly at: number;
  readonly hidden?: boolean;
  readonly children: React.ReactNode;
};

function SlackFrame({ avatar, name, app, at, hidden = false, children }: FrameProps) {
  return (
    <div className={hidden ? 'slack-message only-you' : 'slack-message'}>
      {hidden && (
        <p className="slack-only-you">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M10 4C5 4 2 10 2 10s3 6 8 6 8-6 8-6-3-6-8-6Zm0 9.500a3.500 3.500 0 1 1 0-7 3.500 3.500 0 0 1 0 7Z" />
          </svg>
          Only visible to you
        </p>
      )}
      <img className="slack-avatar" src={avatar} alt="" />
      <div className="slack-content">
        <p className="slack-head">
          <b>{name}</b>
          {app && <span className="slack-app">APP</span>}
          <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
        </p>
        {children}
      </div>
    </div>
  );
}

type Segment =
  | { readonly kind: 'blocks'; readonly blocks: Block[] }
  | { readonly kind: 'picture'; readonly image: SlackImage }
  | { readonly kind: 'controls'; readonly controls: readonly Control[] };

/**
 * The package draws menus that no keyboard can open, and puts a button without a name on pictures: those are drawn
 * here, all else by the package.
 */
function segments({ blocks }: SlackMessage): Segment[] {
  const result: Segment[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (isActions(block)) result.push({ kind: 'controls', controls: controlsOf(block) });
    else if (isImage(block)) result.push({ kind: 'picture', image: block });
    else if (last?.kind === 'blocks') last.blocks.push(block as Block);
    else result.push({ kind: 'blocks', blocks: [block as Block] });
  }
  return result;
}

function controlsOf({ elements }: SlackActions): Control[] {
  return elements.map((element) =>
    element.type === 'button'
      ? {
          kind: 'button',
          key: element.action_id,
          label: element.text.text,
          id: element.value,
          style: element.style ?? 'plain',
        }
      : {
          kind: 'menu',
          key: element.action_id,
          placeholder: element.placeholder.text,
          options: element.options.map(({ text, value, description }) => ({
            label: text.text,
            id: value,
            ...(description && { description: description.text }),
          })),
        },
  );
}
