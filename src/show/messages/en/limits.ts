import type { Limit, Limited } from '../../../ports/limits.ts';
import { time } from './time.ts';
import { counted } from './wording.ts';

type Reached = Limit & { readonly leftMs: number };

/** What somebody is told who has done enough of something for now: one sentence, with the time when it goes on. */
export const limits = {
  reached(what: Limited, { whose, most, inMs, leftMs }: Reached): string {
    const again = time.length(leftMs);
    const span = time.length(inMs);
    switch (what) {
      case 'ask':
        return `That is a lot at once: ask again in ${again}.`;
      case 'show':
        return whose === 'person'
          ? `You have shown everybody ${counted(most, ANSWERS)} within ${span}: the next can follow in ${again}, and what you ask by the command, only you read.`
          : `This channel has been shown ${counted(most, ANSWERS)} within ${span}: the next can follow in ${again}, and what you ask by the command, only you read.`;
      case 'digest now':
        return whose === 'person'
          ? `You have asked for ${counted(most, EDITIONS)} at once within ${span}: the next can follow in ${again}.`
          : `This channel has had ${counted(most, EDITIONS)} at once within ${span}: the next can follow in ${again}.`;
      case 'change':
        return whose === 'person'
          ? `You have changed this digest ${counted(most, TIMES)} within ${span}, so it stays as it is for now: change it again in ${again}.`
          : `This channel’s digest has been changed ${counted(most, TIMES)} within ${span}, so it stays as it is for now: change it again in ${again}.`;
    }
  },
};

const ANSWERS = { one: 'answer', other: 'answers' };
const EDITIONS = { one: 'edition', other: 'editions' };
const TIMES = { one: 'time', other: 'times' };
