/** An answer as Discord draws it, from the body that would be sent. */
import '@skyra/discord-components-core';
import { isMessage } from '../conversation.ts';
import type { DiscordButton, DiscordComponent, DiscordMessage, DiscordSelect } from './bodies.ts';
import type { Entry } from './connection.ts';
import { type Control, Controls } from './controls.tsx';
import { Markdown } from './discord-markdown.tsx';
import { BOT_AVATAR, BOT_NAME, YOUR_AVATAR } from './identity.ts';
import { Picture } from './picture.tsx';
import { discordTime } from './time.ts';

type Props = {
  readonly entry: Entry;
  readonly theme: 'light' | 'dark';
  readonly press: (id: string) => void;
  /** For an answer that only the asker sees. */
  readonly dismiss?: () => void;
};

export function DiscordEntry({ entry, theme, press, dismiss }: Props) {
  const bodies = entry.shown.discord as readonly DiscordMessage[];
  const typed = entry.from.kind === 'person' ? entry.from.typed : undefined;
  const message = isMessage(entry.from);
  const hidden = entry.audience === 'asker';
  const at = discordTime(entry.at);
  return (
    // The package's elements look at the theme once: another theme needs others.
    <discord-messages key={theme} light-theme={theme === 'light' || undefined} no-background>
      {message && (
        <discord-message author="You" avatar={YOUR_AVATAR} timestamp={at}>
          {typed}
        </discord-message>
      )}
      {bodies.map((body, index) => (
        <discord-message
          key={index}
          author={BOT_NAME}
          avatar={BOT_AVATAR}
          bot
          timestamp={at}
          className={hidden ? 'only-you' : undefined}
        >
          {entry.from.kind === 'person' && index === 0 && <CameFrom from={entry.from} />}
          {body.components.map((component, nth) => (
            <Component key={nth} component={component} press={press} />
          ))}
          {hidden && dismiss !== undefined && index === bodies.length - 1 && <OnlyYou dismiss={dismiss} />}
        </discord-message>
      ))}
    </discord-messages>
  );
}

/** The line above an answer: the command that was used, without its words, or the message that was pressed in. */
function CameFrom({ from: { how, typed } }: { from: Extract<Entry['from'], { kind: 'person' }> }) {
  switch (how) {
    case 'command':
      return (
        <discord-command
          slot="reply"
          author="You"
          avatar={YOUR_AVATAR}
          command={typed.trim().split(/\s/, 1)[0] ?? typed}
          title={typed}
        />
      );
    case 'pressed':
      return (
        <discord-reply slot="reply" author={BOT_NAME} avatar={BOT_AVATAR} bot>
          {typed}
        </discord-reply>
      );
    case 'mention':
    case 'message':
      return (
        <discord-reply slot="reply" author="You" avatar={YOUR_AVATAR} mentions>
          {typed}
        </discord-reply>
      );
  }
}

/** The package's own foot has a link that no keyboard reaches. */
function OnlyYou({ dismiss }: { dismiss: () => void }) {
  return (
    <p className="discord-only-you">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 4C5 4 2 10 2 10s3 6 8 6 8-6 8-6-3-6-8-6Zm0 9.500a3.500 3.500 0 1 1 0-7 3.500 3.500 0 0 1 0 7Z" />
      </svg>
      Only you can see this •{' '}
      <button
        type="button"
        onClick={(event) => {
          // The button goes with its message: the keyboard goes on in the conversation.
          event.currentTarget.closest<HTMLElement>('.scroller')?.focus();
          dismiss();
        }}
      >
        Dismiss message
      </button>
    </p>
  );
}

function Component({ component, press }: { component: DiscordComponent; press: (id: string) => void }) {
  switch (component.type) {
    case 1:
      return <Controls platform="discord" controls={component.components.map(controlOf)} press={press} />;
    case 10:
      return (
        <div className="discord-text">
          <Markdown text={component.content} />
        </div>
      );
    case 12:
      return (
        <div>
          {component.items.map(({ media, description }) => (
            <Picture key={media.url} url={media.url} alt={description ?? ''} />
          ))}
        </div>
      );
    case 14:
      return <hr className={component.divider === false ? 'discord-gap' : 'discord-rule'} />;
    case 17:
      return (
        <div className="discord-container" style={{ borderInlineStartColor: hex(component.accent_color) }}>
          {component.components.map((inner, index) => (
            <Component key={index} component={inner} press={press} />
          ))}
        </div>
      );
  }
}

const STYLES = { 1: 'primary', 2: 'plain', 3: 'primary', 4: 'danger' } as const;

function controlOf(component: DiscordButton | DiscordSelect): Control {
  if (component.type === 2) {
    const { custom_id: id, label, style } = component;
    return { kind: 'button', key: id, label, id, style: STYLES[style] };
  }
  const options = component.options.map(({ label, value, description }) => ({
    label,
    id: value,
    ...(description !== undefined && { description }),
  }));
  return { kind: 'menu', key: component.custom_id, placeholder: component.placeholder, options };
}

function hex(colour: number | undefined): string | undefined {
  return colour === undefined ? undefined : `#${colour.toString(16).padStart(6, '0')}`;
}
