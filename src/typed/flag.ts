/** 'Wrong or missing?': what a reader says of an answer, by its control or in words of their own. */
import type { Asked, Flaw } from '../ports/asked.ts';
import { FLAWS } from '../ports/asked.ts';
import type { Ask } from '../ports/bot.ts';
import type { Choice, Reply } from '../reply/reply.ts';
import { helped, next, text } from '../show/blocks.ts';
import type { Messages } from '../show/messages/messages.ts';
import { plainLine } from '../text/fold.ts';
import { apart, together } from '../words/apart.ts';
import { questionOf } from './shared.ts';

export type Flag =
  | { readonly kind: 'which'; readonly about: string }
  | { readonly kind: 'flaw'; readonly flaw: Flaw; readonly about: string }
  | { readonly kind: 'said'; readonly said: string };

const CONTROL = /^flag(?: (wrong|missing|off))?$/u;
const IN_WORDS = /^(?:feedback|flag|wrong|missing|correction)\s*[:：]\s*(.{2,})$/iu;
/** What is longer is cut into no record: it is said to be too long. */
export const LONGEST_SAID = 1_000;

/** Undefined where nothing is said of an answer. */
export function flagIn(typed: string): Flag | undefined {
  const line = plainLine(typed);
  const leaning = apart(line);
  const control = leaning && CONTROL.exec(leaning.words);
  if (leaning !== undefined && control) {
    const flaw = FLAWS.find((one) => one === control[1]);
    return flaw === undefined
      ? { kind: 'which', about: leaning.before }
      : { kind: 'flaw', flaw, about: leaning.before };
  }
  const [, said] = IN_WORDS.exec(line) ?? [];
  return said === undefined ? undefined : { kind: 'said', said };
}

/** The quiet control under an answer. */
export function flagChoice(words: string, say: Messages): Choice {
  return { label: say.talk.flag, says: together({ words: 'flag', before: words }) };
}

/** Counts it, and says what became of it. Where nothing is counted, it says so. */
export function flagged(
  flag: Flag,
  ask: Ask,
  last: string | undefined,
  asked: Asked | undefined,
  say: Messages,
): Reply {
  if (asked === undefined) return done(say.talk.flagsOff);
  const { briefing, place, person, at } = ask;
  const row = { briefing, platform: place.platform, workspace: place.workspace, at };
  switch (flag.kind) {
    case 'which':
      return helped(
        text(say.talk.flagWhich(questionOf(flag.about, say))),
        next(
          ...FLAWS.map((flaw) => ({
            label: say.talk.flaws[flaw],
            says: together({ words: `flag ${flaw}`, before: flag.about }),
          })),
        ),
      );
    case 'flaw':
      asked.note({ ...row, kind: 'flagged', flaw: flag.flaw, words: questionOf(flag.about, say) });
      return done(say.talk.flagNoted, say.talk.flagMore);
    case 'said': {
      if (flag.said.length > LONGEST_SAID) return done(say.talk.flagTooLong(LONGEST_SAID));
      const words = last === undefined ? '' : questionOf(last, say);
      asked.note({ ...row, kind: 'said', said: flag.said, words, person: person.id, channel: place.channel });
      return done(say.talk.flagSaid);
    }
  }
}

function done(...sentences: readonly string[]): Reply {
  return { outcome: 'done', blocks: sentences.map((sentence) => text(sentence)), shareable: false };
}
