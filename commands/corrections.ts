import { answered, heading, next, text } from '../src/show/blocks.ts';
import { correctionBlocks } from '../src/show/news.ts';
import type { ReadingCommand } from './command.ts';

export const corrections: ReadingCommand = {
  kind: 'reading',
  name: 'corrections',
  aliases: ['correction', 'errata'],
  read: (_rest, briefing, say) => {
    const all = briefing.claims.filter(({ item }) => item.corrects !== undefined).toReversed();
    return answered(
      heading(say.story.corrections),
      all.length === 0
        ? text(say.story.noCorrections)
        : all.flatMap((one) => correctionBlocks(one, briefing, say)),
      next(say.views.overview, say.views.timeline, say.views.source),
    );
  },
};
