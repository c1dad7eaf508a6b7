/** Corrections as they run: the real ledger and couriers, against the strict servers. */
import { randomUUID } from 'node:crypto';
import type { Briefing } from '../../src/briefing/briefing.ts';
import type { CorrectorParts } from '../../src/digest/corrections/corrector.ts';
import { messagesFor } from '../../src/show/messages/messages.ts';
import type { FullStore } from '../../src/store/create.ts';
import { silent } from '../kit/log.ts';
import { QUICK, toDiscord, toSlack } from './engine.ts';

type Servers = readonly [
  { readonly api: string; readonly token: string },
  {
    readonly apiUrl: string;
    readonly world: { teams: ReadonlyMap<string, { install?: { botToken: string } }> };
  },
];

export function correctorParts(
  store: FullStore,
  [discord, slack]: Servers,
  briefings: () => readonly Briefing[],
): CorrectorParts {
  return {
    corrections: store.corrections,
    pauses: store.ledger,
    couriers: [
      toDiscord(discord.api, discord.token),
      toSlack(slack.apiUrl, (team) => slack.world.teams.get(team)?.install?.botToken ?? ''),
    ],
    briefings,
    briefing: (id) => briefings().find((one) => one.id === id),
    newest: () => store.revisions.newest(),
    paces: {},
    messagesFor,
    owner: randomUUID(),
    elapsed: () => performance.now(),
    random: Math.random,
    log: silent,
    settings: { ...QUICK, graceMs: 86_400_000 },
  };
}
