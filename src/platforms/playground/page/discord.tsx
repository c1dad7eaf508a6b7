/** An answer as Discord draws it, from the body that would be sent. */
import '@skyra/discord-components-core';
import type { DiscordButton, DiscordComponent, DiscordMessage, DiscordSelect } from './bodies.ts';
import type { Entry } from './connection.ts';
import { type Control, Controls } from './controls.tsx';
import { Markdown } from './discord-markdown.tsx';
import { BOT_AVATAR, BOT_NAME, YOUR_AVATAR } from './identity.ts';
import { discordTime } from './time.ts';

type Props = {
  readonly entry: Entry;
  readonly theme: 'light' | 'dark';
  readonly press: (id: string) => void;
};

export function DiscordEntry({ entry, theme, press }: Props) {
  const bodies = entry.shown.discord as readonly DiscordMessage[];
  const typed = entry.from.kind === 'person' ? entry.from.typed : undefined;
  const mention = entry.from.kind === 'person' && entry.from.how === 'mention';
  const at = discordTime(entry.at);
  return (
    <discord-messages light-theme={theme === 'light' || undefined} no-background>
      {mention && (
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
          ephemeral={entry.audience === 'asker' || undefined}
        >
          {typed !== undefined && !mention && index === 0 && (
            <discord-command
              slot="reply"
              author="You"
              avatar={YOUR_AVATAR}
              command={typed.startsWith('/') ? typed : 'a question'}
            />
          )}
          {body.components.map((component, nth) => (
            <Component key={nth} component={component} press={press} />
          ))}
        </discord-message>
      ))}
    </discord-messages>
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
        <div className="discord-gallery">
          {component.items.map(({ media, description }) => (
            <img key={media.url} src={media.url} alt={description ?? ''} />
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
