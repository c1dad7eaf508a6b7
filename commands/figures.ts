import type { Text } from '../src/reply/reply.ts';
import { answered, listed, next, nothingThere } from '../src/show/blocks.ts';
import { claimText } from '../src/show/claims.ts';
import { inferredNotes } from '../src/show/inferred.ts';
import { hasSomething } from '../src/show/ways.ts';
import type { ReadingCommand } from './command.ts';

export const figures: ReadingCommand = {
  kind: 'reading',
  name: 'figures',
  aliases: ['figure', 'numbers'],
  read: (_rest, briefing, say) => {
    if (!hasSomething('figures', briefing))
      return nothingThere(say.reading.noFigures, say.views.topics, say.views.overview);
    const lines: Text[] = briefing
      .present(briefing.figures)
      .map((item) => claimText({ kind: 'figure', item }, briefing, say));
    return answered(
      listed(say.reading.figures, lines),
      inferredNotes(briefing.figures, say),
      next(say.views.deals, say.views.timeline, say.views.topics, say.views.source, say.views.overview),
    );
  },
};
