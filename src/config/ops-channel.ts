import type { Config, Reader } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';

/** Where whoever runs the bot reads: a channel of one of the platforms that the settings name. */
export type OpsChannel = {
  readonly platform: 'slack' | 'discord';
  /** Left out where the platform tells. */
  readonly workspace?: string;
  readonly channel: string;
};

const ENTRY = /^(?:(slack):(?:([A-Z0-9]{2,})\/)?([A-Z0-9]{2,})|(discord):(\d{5,20}))$/u;

/** OPS_CHANNEL: 'slack:C0123', 'slack:T01/C0123' or 'discord:123456'. */
export function readOpsChannel(
  read: Pick<Reader, 'text'>,
  { slack, discord }: Pick<Config, 'slack' | 'discord'>,
  faults: string[],
  say: Messages,
): OpsChannel | undefined {
  const given = read.text('OPS_CHANNEL');
  if (given === undefined) return undefined;
  const [, onSlack, workspace, channel, onDiscord, id] = ENTRY.exec(given) ?? [];
  const platform = onSlack === undefined ? onDiscord : onSlack;
  if (platform === undefined) {
    faults.push(say.settings.noOpsChannel(given));
    return undefined;
  }
  if ((platform === 'slack' ? slack : discord) === undefined)
    faults.push(say.settings.opsWithoutToken(platform === 'slack' ? 'Slack' : 'Discord'));
  return platform === 'slack'
    ? { platform, channel: channel ?? '', ...(workspace !== undefined && { workspace }) }
    : { platform: 'discord', channel: id ?? '' };
}
