/** Delivery as it runs: the real engine and the real couriers, against whatever servers the addresses name. */

import { randomUUID } from 'node:crypto';
import { createDelivery, type Delivery } from '../../src/digest/delivery/deliver.ts';
import type { DeliveryParts } from '../../src/digest/delivery/deliver-parts.ts';
import { DELIVERY_SETTINGS, type DeliverySettings } from '../../src/digest/delivery/deliver-settings.ts';
import type { Calendar } from '../../src/digest/delivery/plan.ts';
import { renderer } from '../../src/platforms/discord/body.ts';
import { discordCourier } from '../../src/platforms/discord/courier.ts';
import { restOnce } from '../../src/platforms/discord/once.ts';
import { clientOptions } from '../../src/platforms/slack/clients.ts';
import { courier as slackCourier } from '../../src/platforms/slack/courier.ts';
import { sdkLogger } from '../../src/platforms/slack/logger.ts';
import { createNames } from '../../src/platforms/slack/names.ts';
import { type TheirClock, theirClock } from '../../src/ports/answer.ts';
import type { Courier } from '../../src/ports/courier.ts';
import type { Ledger } from '../../src/ports/ledger.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import { silent } from '../kit/log.ts';

/** Everything a hundred times quicker than in earnest, but for how long an answer may take: that hangs on the machine. */
export const QUICK: DeliverySettings = {
  ...DELIVERY_SETTINGS,
  lookAfterMs: 300,
  lookCapMs: 600,
  awayMs: [200, 400, 800],
  backoffMs: 100,
  backoffCapMs: 1_000,
  sweepEveryMs: 50,
};

/** For answers that never come, and leases that nobody gives back. */
export const HASTY: DeliverySettings = { ...QUICK, sendTimeoutMs: 500, leaseMs: 1_500 };

export function toDiscord(api: string, token: string): Courier {
  return discordCourier({ once: restOnce({ api }), token, render: renderer(undefined), messagesFor });
}

export function toSlack(
  apiUrl: string,
  tokenOf: (workspace: string) => string,
  clock: TheirClock = theirClock(Date.now, () => performance.now()),
): Courier {
  return slackCourier({
    tokenOf: async (workspace) => tokenOf(workspace),
    messagesFor,
    options: (signal) => clientOptions(apiUrl, sdkLogger(silent), signal, clock),
    clock,
    names: createNames(silent),
  });
}

/** A slot every `everyMs`, each with a local date of its own: a number, so that there are enough of them. */
export function everyFew(everyMs: number): Calendar {
  const slot = (n: number) => ({ date: slotDate(n), at: n * everyMs });
  return {
    nextSlot: (_, after) => slot(Math.floor(after / everyMs) + 1),
    slotsDue(_, from, until) {
      const due = [];
      for (let n = Math.floor(from / everyMs) + 1; n * everyMs <= until; n += 1) due.push(slot(n));
      return due;
    },
  };
}

export function slotDate(n: number): string {
  return String(n).padStart(12, '0');
}

export const shortEdition: DeliveryParts['editions'] = async ({ subscription, slot, had }) => ({
  kind: 'edition',
  words: 'digest',
  revision: 1,
  spotlights: [`spot-${had.spotlights.length + 1}`],
  reply: {
    outcome: 'answered',
    shareable: false,
    blocks: [{ kind: 'text', text: [`${subscription.id} on ${slot.date}`] }],
  },
});

export type EngineParts = {
  readonly ledger: Ledger;
  readonly couriers: readonly Courier[];
} & Partial<DeliveryParts>;

export function engine(parts: EngineParts): Delivery {
  return createDelivery(deliveryParts(parts));
}

export function deliveryParts(parts: EngineParts): DeliveryParts {
  return {
    editions: shortEdition,
    calendar: everyFew(86_400_000),
    paces: {},
    owner: randomUUID(),
    now: Date.now,
    elapsed: () => performance.now(),
    random: Math.random,
    log: silent,
    settings: QUICK,
    ...parts,
  };
}
