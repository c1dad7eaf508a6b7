/** A platform for a simulated year: it holds what it was sent, and has bad days in every form of answer. */
import { OtherAnswer as FromDiscord } from '../../src/platforms/discord/once.ts';
import { handedFrom, readRefusal } from '../../src/platforms/discord/refusals.ts';
import { OtherAnswer as FromSlack } from '../../src/platforms/slack/clients.ts';
import { handed, refusalOf, refusalOfCode } from '../../src/platforms/slack/refusals.ts';
import type { Contact, Courier, Handed, Seen } from '../../src/ports/courier.ts';

/** What an answer does to a request, and whether the message is taken all the same. */
export type Form = { readonly name: string; readonly error: () => unknown; readonly mayTake: boolean };
export type Trouble = {
  readonly from: number;
  readonly until: number;
  readonly form: Form;
  /** All of the platform where it is left out. */
  readonly workspace?: string;
  readonly channel?: string;
};

const cut = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
const refused = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const slow = () => Object.assign(new Error('timeout'), { name: 'TimeoutError' });
const page = (status: number, retryAfterMs?: number) => () =>
  new FromDiscord({ status, json: false, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
const own = (status: number, code: number) => () => new FromDiscord({ status, json: true, code });
const slackPage = (status: number, afterMs?: number) => () => new FromSlack(status, afterMs);

const form = (name: string, error: () => unknown, mayTake = false): Form => ({ name, error, mayTake });
const COMMON = [form('cut', cut, true), form('refused', refused), form('slow', slow, true)];
export const OUTAGES: Readonly<Record<'slack' | 'discord', readonly Form[]>> = {
  discord: [
    ...COMMON,
    ...[500, 502, 503, 520].map((status) => form(`HTTP ${status}`, page(status), true)),
    ...[302, 400, 404, 407].map((status) => form(`HTTP ${status}`, page(status))),
    form('HTTP 403', page(403)),
    form('1015', page(429)),
    form('1015 with its time', page(429, 120_000)),
    form('200 and HTML', page(200), true),
    form('40333', own(403, 40_333)),
    form('130000', own(400, 130_000)),
    form('a code of next year', own(400, 999_001)),
  ],
  slack: [
    ...COMMON,
    ...[500, 502, 503].map((status) => form(`HTTP ${status}`, slackPage(status), true)),
    ...[302, 400, 403, 404, 407].map((status) => form(`HTTP ${status}`, slackPage(status))),
    form('1015', slackPage(429)),
    form('internal_error', () => 'internal_error', true),
    form('service_unavailable', () => 'service_unavailable'),
    form('a code of next year', () => 'new_next_year'),
  ],
};
export const REVOKED: Readonly<Record<'slack' | 'discord', Form>> = {
  slack: form('token_revoked', () => 'token_revoked'),
  discord: form('removed from the server', own(403, 50_001)),
};
export const REMOVED: Readonly<Record<'slack' | 'discord', Form>> = {
  slack: form('not_in_channel', () => 'not_in_channel'),
  discord: form('no permission', own(403, 50_013)),
};
export const MOVING: Form = form('team_added_to_org', () => 'team_added_to_org');

type Message = { readonly delivery: string; readonly channel: string; readonly at: number };

export class YearPlatform {
  readonly messages: Message[] = [];
  readonly troubles: Trouble[] = [];
  /** Requests: when they came, and for which delivery. */
  readonly asked: { readonly at: number; readonly what: 'send' | 'find' | 'contact'; readonly id: string }[] =
    [];
  readonly #parts: YearParts;
  readonly #byId = new Map<string, Message[]>();

  constructor(parts: YearParts) {
    this.#parts = parts;
  }

  get courier(): Courier {
    const { kind } = this.#parts;
    return {
      platform: kind,
      repeatSafeForMs: kind === 'discord' ? 120_000 : 0,
      send: async ({ id, place }) => this.#send(id, place.workspace, place.channel),
      find: async ({ id, place }, withinMs) => this.#find(id, place.workspace, place.channel, withinMs),
      contact: async (): Promise<Contact> => {
        const trouble = this.#trouble('contact', '', '', '');
        if (trouble === undefined) return { kind: 'well', at: this.#parts.now() };
        return { kind: 'away', why: trouble.form.name };
      },
      examine: async () => [],
    };
  }

  shown(delivery: string): number {
    return this.#byId.get(delivery)?.length ?? 0;
  }

  #send(id: string, workspace: string, channel: string): Handed {
    const { kind, now, random } = this.#parts;
    const trouble = this.#trouble('send', id, workspace, channel);
    const taken = trouble === undefined || (trouble.form.mayTake && random() < 0.3);
    const message = taken ? this.#post(id, channel) : undefined;
    if (trouble === undefined) return { kind: 'sent', message: `${message?.at ?? now()}` };
    const error = trouble.form.error();
    if (kind === 'discord') return handedFrom(readRefusal(error));
    return handed(typeof error === 'string' ? refusalOfCode(error) : refusalOf(error), 'attache');
  }

  /** Discord gives back the first message of a nonce for some minutes. */
  #post(delivery: string, channel: string): Message {
    const now = this.#parts.now();
    const before = this.#byId.get(delivery)?.at(-1);
    if (this.#parts.kind === 'discord' && before !== undefined && now - before.at <= 180_000) return before;
    const message = { delivery, channel, at: now };
    this.messages.push(message);
    this.#byId.set(delivery, [...(this.#byId.get(delivery) ?? []), message]);
    return message;
  }

  #find(delivery: string, workspace: string, channel: string, withinMs: number): Seen {
    const trouble = this.#trouble('find', delivery, workspace, channel);
    if (trouble !== undefined) {
      const error = trouble.form.error();
      const said =
        this.#parts.kind === 'discord'
          ? readRefusal(error).meaning
          : (typeof error === 'string' ? refusalOfCode(error) : refusalOf(error)).meaning;
      const lasts = said.follows === 'gone' ? 'for-good' : 'now';
      return {
        kind: 'cannot_tell',
        why: { code: 'words', words: trouble.form.name },
        lasts,
        away: said.concerns === 'platform',
      };
    }
    if (this.#parts.blind.has(workspace))
      return { kind: 'cannot_tell', why: { code: 'words', words: 'No scope.' }, lasts: 'for-good' };
    const since = this.#parts.now() - withinMs - 60_000;
    const found = this.#byId.get(delivery)?.find(({ at }) => at >= since);
    return found === undefined ? { kind: 'absent' } : { kind: 'found', message: String(found.at) };
  }

  #trouble(
    what: (typeof this.asked)[number]['what'],
    id: string,
    workspace: string,
    channel: string,
  ): Trouble | undefined {
    const now = this.#parts.now();
    this.asked.push({ at: now, what, id });
    const some = this.troubles.filter(
      (one) =>
        one.from <= now &&
        now < one.until &&
        (one.workspace === undefined || one.workspace === workspace) &&
        (one.channel === undefined || one.channel === channel),
    );
    // A platform that is away says nothing of one channel.
    return some.find((one) => one.workspace === undefined && one.channel === undefined) ?? some[0];
  }
}

export type YearParts = {
  readonly kind: 'slack' | 'discord';
  /** The platform's own clock, which is always right. */
  readonly now: () => number;
  readonly random: () => number;
  /** Workspaces whose history the bot may not read. */
  readonly blind: ReadonlySet<string>;
};
