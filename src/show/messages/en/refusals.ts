/** What a platform's refusal means for people, by the name of its mend: what is so, and how it is mended. */
import type { Refusal } from '../../../ports/reasons.ts';
import { HINDRANCES, refusedByDiscord } from './discord.ts';
import { onDiscord, onSlack } from './hindrances.ts';
import * as slack from './slack.ts';

type Named = Pick<Refusal, 'bot' | 'scope' | 'answer'>;

export const refusals = {
  slack: {
    ...onSlack,
    archived: slack.ARCHIVED,
    restricted: slack.RESTRICTED,
    personGone: slack.PERSON_GONE,
    tokenRevoked: slack.TOKEN_REVOKED,
    limited: slack.RATE_LIMITED,
    unreachable: slack.UNREACHABLE,
    notAMember: ({ bot = slack.DEFAULT_NAME }: Named) => slack.notAMember(bot),
    channelNotFound: ({ bot = slack.DEFAULT_NAME }: Named) => slack.channelNotFound(bot),
    missingScope: ({ scope = slack.DEFAULT_SCOPE }: Named) => slack.missingScope(scope),
    refused: ({ answer = '?' }: Named) => slack.refusedBySlack(answer),
  },
  discord: {
    ...HINDRANCES,
    ...onDiscord,
    refused: ({ answer = '?' }: Named) => refusedByDiscord(answer),
  },
};
