/** Whose words a question asks for. */
import type { Knowledge } from './knowledge.ts';
import type { Question, Unit } from './read.ts';

export type Speaker = {
  readonly unit: Unit;
  /** Ids of all who speak for the one named, the one named first. */
  readonly ids: readonly string[];
  /** One who speaks for himself; a country also speaks through what it does. */
  readonly strict: boolean;
};

export function speakerOf(question: Question, knowledge: Knowledge): Speaker | undefined {
  if (question.asked.kind === 'who' && question.speech === 'own') return undefined;
  const named = question.units.filter((unit) => unit.ids.some((id) => canSpeak(id, knowledge)));
  const unit =
    introduced(question, named) ?? (question.speech === 'none' ? undefined : named.find((one) => !one.focus));
  if (unit === undefined) return undefined;
  const ids = unit.ids.filter((id) => canSpeak(id, knowledge));
  const people = ids.filter((id) => knowledge.briefing.named(id)?.kind === 'person');
  const whole =
    people.length > 0 && ids.every((id) => knowledge.briefing.named(id)?.kind !== 'side') ? people : ids;
  return {
    unit,
    ids: [...new Set(whole.flatMap((id) => [id, ...knowledge.voicesOf(id)]))],
    strict: whole.every((id) => knowledge.briefing.named(id)?.kind !== 'side'),
  };
}

function canSpeak(id: string, knowledge: Knowledge): boolean {
  return knowledge.briefing.named(id)?.kind !== 'place';
}

/** 'according to X', 'said by X', 'quotes from X', or 'X on ...' at the beginning. */
function introduced(question: Question, named: readonly Unit[]): Unit | undefined {
  const words = question.words.split(' ');
  return named.find((unit) => {
    const before = words.slice(Math.max(0, unit.at - 3), unit.at).join(' ');
    const after = words[unit.at + unit.typed.split(' ').length];
    if (
      /(?:according to|(?:said|made|told|given|view|opinion|words?|quotes?|statements?|comments?|remarks?) (?:by|from|of)|\bby)(?: the| a| an)?$/.test(
        before,
      )
    )
      return true;
    return unit.at === 0 && (after === 'on' || after === 'about');
  });
}
