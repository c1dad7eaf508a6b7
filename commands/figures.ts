import type { Text } from '../src/reply/reply.ts';
import { answered, listed, next } from '../src/show/blocks.ts';
import { DEALS, OVERVIEW, SOURCE, TIMELINE, TOPICS } from '../src/show/choices.ts';
import { claimText, inferredNotes } from '../src/show/claims.ts';
import { FIGURES } from '../src/show/messages/en/reading.ts';
import type { ReadingCommand } from './command.ts';

export const figures: ReadingCommand = {
  kind: 'reading',
  name: 'figures',
  aliases: ['figure', 'numbers'],
  usage: 'figures',
  does: 'Every number the source gives, and what it counts.',
  read: (_rest, briefing) => {
    const lines: Text[] = briefing.figures.map((item) => claimText({ kind: 'figure', item }, briefing));
    return answered(
      listed(FIGURES, lines),
      inferredNotes(briefing.figures),
      next(DEALS, TIMELINE, TOPICS, SOURCE, OVERVIEW),
    );
  },
};
