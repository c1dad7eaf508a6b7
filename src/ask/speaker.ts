/** Whose words a question asks for. */
import type { Knowledge } from './knowledge.ts';
import type { Question, Unit } from './read.ts';

export type Speaker = {
  readonly unit: Unit;
  /** Ids of all who speak for the one named, the one named first. */
  readonly ids: readonly string[];
  /** What those named are called, in small letters. */
  readonly names: readonly string[];
  /** One who speaks for himself; a country also speaks through what it does. */
  readonly strict: boolean;
};

export function speakerOf(question: Question, knowledge: Knowledge): Speaker | undefined {
  const named = question.units.filter((unit) => unit.kind === 'name' && canSpeak(unit, knowledge));
  const unit = introduced(question, named) ?? subjectOf(question, named);
  if (unit === undefined) return undefined;
  const ids = speakersOf(unit, knowledge);
  return {
    unit,
    ids: [...new Set(ids.flatMap((id) => [id, ...knowledge.voicesOf(id)]))],
    names: ids.map((id) => knowledge.briefing.nameOf(id).toLowerCase()),
    strict: ids.every((id) => knowledge.briefing.named(id)?.kind !== 'side'),
  };
}

/** The first one named who is not what it is about; nobody where the question is who spoke. */
function subjectOf(question: Question, named: readonly Unit[]): Unit | undefined {
  if (question.speech === 'none' || question.asked.kind === 'who' || /^who\b/.test(question.words))
    return undefined;
  return named.find((one) => !one.focus && !one.setting);
}

/** Countries speak, also where the briefing knows them only as places. */
function canSpeak(unit: Unit, knowledge: Knowledge): boolean {
  return speakersOf(unit, knowledge).length > 0;
}

function speakersOf(unit: Unit, knowledge: Knowledge): string[] {
  const country = [...unit.keys].some((key) => key.startsWith('c:'));
  const kinds = unit.ids.map((id) => knowledge.briefing.named(id)?.kind);
  const speaking = unit.ids.filter((_, at) => kinds[at] !== 'place' || (country && !kinds.includes('side')));
  // The article itself speaks in everything that nobody else says.
  return speaking.filter((id) => {
    const named = knowledge.briefing.named(id);
    return named?.kind !== 'person' || named.item.kind !== 'reporter';
  });
}

/** 'according to X', 'said by X', 'quotes from X', or 'X on ...' at the beginning. */
function introduced(question: Question, named: readonly Unit[]): Unit | undefined {
  const words = question.words.split(' ');
  return named.find((unit) => {
    const before = words.slice(Math.max(0, unit.at - 4), unit.at).join(' ');
    const after = words[unit.at + unit.words.split(' ').length];
    if (
      /\b(?:according to|(?:said|made|told|given|views?|opinions?|words?|quotes?|quotations?|statements?|comments?|remarks?) (?:by|from|of))(?: the| a| an)?$/.test(
        before,
      )
    )
      return true;
    return unit.at === 0 && (after === 'on' || after === 'about');
  });
}
