/** The digest, put together over a store: the desk, the planner and the delivery. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Briefing } from '../briefing/briefing.ts';
import type { Broken } from '../briefing/load.ts';
import type { Config } from '../config.ts';
import { type Corrector, createCorrector } from '../digest/corrections/corrector.ts';
import { settingUp } from '../digest/delivery/at-start.ts';
import { createDelivery, type Delivery } from '../digest/delivery/deliver.ts';
import { slidingPace } from '../digest/delivery/deliver-pace.ts';
import { sharedPace } from '../digest/delivery/deliver-pace-shared.ts';
import type { DeliveryMetrics, DeliveryParts, EditionMaker } from '../digest/delivery/deliver-parts.ts';
import { DELIVERY_SETTINGS } from '../digest/delivery/deliver-settings.ts';
import { tellAll } from '../digest/delivery/tell.ts';
import { createDesk } from '../digest/desk/desk.ts';
import { createPostNow } from '../digest/desk/post-now.ts';
import { previousItems } from '../digest/desk/preview.ts';
import { makeEdition } from '../digest/edition/edition.ts';
import { isRare } from '../digest/timetable/rhythm.ts';
import { nextSlot, slotsDue } from '../digest/timetable/slots.ts';
import { waitingName } from '../platforms/discord/relief.ts';
import type { Courier } from '../ports/courier.ts';
import type { Desk } from '../ports/desk.ts';
import type { Limits } from '../ports/limits.ts';
import type { Follow, Log } from '../ports/log.ts';
import { StoreDown } from '../ports/store.ts';
import type { Reply } from '../reply/reply.ts';
import type { MessagesFor } from '../show/messages/messages.ts';
import type { FullStore } from '../store/create.ts';
import type { Operators } from './operators.ts';
import { platformTime } from './platform-time.ts';

export type EngineParts = {
  readonly config: Config;
  /** As they are now: asked for anew each time. */
  readonly briefings: readonly [Briefing, ...Briefing[]];
  /** Folders that are no briefing as they stand, for doctor. */
  readonly broken?: () => readonly Broken[];
  /** Briefings of which other replicas know a newer revision. */
  readonly behind?: () => readonly string[];
  readonly store: FullStore;
  /** Filled in while the platforms are made, since they need the desk's bot and the desk needs their couriers. */
  readonly couriers: readonly Courier[];
  readonly limits: Limits;
  readonly log: Log;
  readonly now: () => number;
  readonly follow?: Follow;
  readonly metrics?: DeliveryMetrics;
  readonly messagesFor: MessagesFor;
  /** Whoever runs the bot, where OPS_CHANNEL says where they read. */
  readonly operators?: Pick<Operators, 'tell' | 'isHere' | 'troubles'>;
  /** Whether the operator's own model is left alone because it failed. */
  readonly modelRests?: () => boolean;
};

export type Engine = {
  readonly desk: Desk;
  /** Made once the couriers are there. */
  delivery(): Delivery;
  /** What is done once, when the platforms are up. A store that is down is logged, and waits for the next start. */
  begin(): Promise<void>;
  close(): Promise<void>;
};

/** Discord's limit on requests a second, for the whole bot. https://docs.discord.com/developers/topics/rate-limits */
const DISCORD_PER_SECOND = 50;
/** At most 25 characters, as a nonce of Discord's. */
const ID_BYTES = 12;

export function createEngine(parts: EngineParts): Engine {
  const { config, store, couriers, log, now, messagesFor } = parts;
  const elapsed = () => performance.now();
  const shared = sharing(parts, elapsed);

  const of = (platform: string) => couriers.find((courier) => courier.platform === platform);
  const setUp = settingUp(config.digest, {
    store,
    briefings: () => parts.briefings,
    workspaceOf: async (platform, channel) => of(platform)?.workspaceOf?.(channel),
    examine: async (place) => (await of(place.platform)?.examine(place)) ?? [],
    newId,
    now,
    elapsed,
    log,
  });

  const deliveryParts = (): DeliveryParts => {
    const { graceMs, keptMs } = config.digest;
    const settings = { ...DELIVERY_SETTINGS, graceMs, keptMs };
    return {
      ledger: store.ledger,
      couriers,
      editions: editionMaker(parts),
      calendar: { nextSlot, slotsDue },
      paces: { discord: shared.pace },
      before: setUp,
      daily: async () => void (await store.forgetRemoved()),
      after: () =>
        tellAll({
          ...{ ledger: store.ledger, couriers, messagesFor, log },
          ...(parts.operators && { operators: parts.operators.tell }),
        }),
      owner: randomUUID(),
      now,
      elapsed,
      random: Math.random,
      log,
      ...(parts.follow && { follow: parts.follow }),
      ...(parts.metrics && { metrics: parts.metrics }),
      settings,
    };
  };

  return {
    desk: createDesk({
      get briefings() {
        return parts.briefings;
      },
      ...(parts.broken && { broken: parts.broken }),
      ...(parts.behind && { behind: parts.behind }),
      store,
      couriers,
      postNow: (key, at) => createPostNow(store, deliveryParts())(key, at),
      defaults: { time: config.digest.time, ...(config.digest.zone && { zone: config.digest.zone }) },
      slackAdminsOnly: config.slack?.adminsOnly ?? false,
      newId,
      now,
      platformTime: platformTime(config, fetch),
      pauseOf: (platform) => store.ledger.pause(platform),
      limits: parts.limits,
      ...(parts.operators && { operators: parts.operators }),
      ...(parts.modelRests && { modelRests: parts.modelRests }),
      relievedSoon: async (platform) =>
        platform === 'discord' &&
        config.discord !== undefined &&
        (await store.leases.isTaken(waitingName(config.discord))),
      log,
      messagesFor,
    }),
    delivery() {
      const usual = deliveryParts();
      const corrector = correctorOver(parts, usual);
      const after = async () => {
        await corrector.tick();
        await usual.after?.();
      };
      return together(createDelivery({ ...usual, after }), corrector);
    },
    async begin() {
      try {
        await setUp();
      } catch (error) {
        if (!(error instanceof StoreDown)) throw error;
        log.error({ err: error, mend: error.mend }, 'The digest is not set up yet: the store is down');
      }
    },
    close: shared.close,
  };
}

/** How late a correction may still follow a message. */
const CORRECTED_WITHIN_MS = 14 * 86_400_000;

/** Corrections go the way of the digest, and leave it the most of the room. */
function correctorOver(parts: EngineParts, usual: DeliveryParts): Corrector {
  const { store, couriers, log, messagesFor } = parts;
  const { paces, elapsed, random } = usual;
  return createCorrector({
    ...{
      corrections: store.corrections,
      pauses: store.ledger,
      couriers,
      paces,
      elapsed,
      random,
      log,
      messagesFor,
    },
    owner: randomUUID(),
    briefings: () => parts.briefings,
    briefing: (id) => parts.briefings.find((one) => one.id === id),
    newest: () => store.revisions.newest(),
    settings: { ...usual.settings, graceMs: CORRECTED_WITHIN_MS, perPlatform: 8, sweepEveryMs: 5_000 },
  });
}

function together(delivery: Delivery, corrector: Corrector): Delivery {
  return {
    ...delivery,
    async start() {
      corrector.start();
      await delivery.start();
    },
    async stop(withinMs) {
      await Promise.all([delivery.stop(withinMs), corrector.stop(withinMs)]);
    },
  };
}

/** Replicas share Discord's limit through the database; a process by itself keeps to it in memory. */
function sharing({ config, log }: EngineParts, elapsed: () => number) {
  if (config.store.kind === 'postgres' && config.discord !== undefined) {
    const { url } = config.store;
    const pace = sharedPace({ url, name: 'discord', perSecond: DISCORD_PER_SECOND, elapsed, log });
    return { pace, close: () => pace.close() };
  }
  const pace = slidingPace({ perSecond: () => DISCORD_PER_SECOND, now: elapsed });
  return { pace, close: async () => undefined };
}

/** Ties the pure edition to the briefings and to what earlier revisions said. */
function editionMaker(parts: EngineParts): EditionMaker {
  const { store, messagesFor } = parts;
  return async ({ subscription, slot, had }) => {
    const briefing = parts.briefings.find(({ id }) => id === subscription.briefing);
    if (briefing === undefined)
      return {
        kind: 'quiet',
        why: { code: 'briefing-gone', briefing: subscription.briefing },
      };
    const edition = makeEdition(
      {
        briefing,
        date: slot.date.slice(0, 'YYYY-MM-DD'.length),
        had,
        previousItems: await previousItems(store, briefing, had.revision),
        whenAllShown: subscription.whenAllShown,
        gets: subscription.gets,
        recap: isRare(subscription.timetable),
        picture: subscription.goes?.picture,
      },
      messagesFor(subscription.locale),
    );
    if (edition.kind === 'quiet') return edition;
    const reply = mentioning(edition.reply, subscription.goes?.mention);
    return { ...edition, reply, words: 'digest' };
  };
}

/** The group that the channel chose is called above all else. */
function mentioning(reply: Reply, group: string | undefined): Reply {
  if (group === undefined) return reply;
  return { ...reply, blocks: [{ kind: 'text', text: [{ group }] }, ...reply.blocks] };
}

function newId(): string {
  return randomBytes(ID_BYTES).toString('hex');
}
