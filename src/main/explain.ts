/** `npm run explain -- [--briefing ID] 'QUESTION'`: what was read, what each finder found, and what decided it. */
import { type Explained, explained } from '../ask/ask.ts';
import { type Decision, entryOf, type Item } from '../ask/decision.ts';
import { TABLE } from '../ask/table.ts';
import { inform, print } from './inform.ts';
import { load } from './load.ts';
import type { Verb } from './verb.ts';

const USAGE = "npm run explain -- [--briefing ID] 'QUESTION'";
const FOUND_AT_MOST = 8;
const BEGINNING = 70;

/** 0: explained; 1: a briefing is wrong; 2: the arguments are. */
export const explain: Verb = async (args, environment, say) => {
  const [option, id, ...rest] = args;
  const named = option === '--briefing' ? id : undefined;
  const question = (named === undefined ? args : rest).join(' ').trim();
  if (question === '') {
    inform(`A question is missing. Usage: ${USAGE}`);
    return 2;
  }
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const briefing = named === undefined ? briefings[0] : briefings.find((one) => one.id === named);
  if (briefing === undefined) {
    inform(say.running.noBriefingOf(named ?? '', briefings.map((one) => one.id).join(', ')));
    return 2;
  }
  for (const part of explained(question, briefing)) print(linesOf(part).join('\n'));
  return 0;
};

function linesOf({ typed, read, decided }: Explained): string[] {
  const terms = read.terms.map(({ words, kind, known, light, ids }) => {
    const what = light ? 'asks' : kind;
    return `  ${words}: ${what}${ids.length > 0 ? ` ${ids.join(' ')}` : ''}${known || light ? '' : ', not in the briefing'}`;
  });
  const found = decided.found
    .slice(0, FOUND_AT_MOST)
    .map(
      ({ entry, score, found: by, fits }) =>
        `  ${score.toFixed(2).padStart(6)}  matter ${by.matter.toFixed(2)}, phrasings ${by.phrasings.toFixed(2)}${fits === undefined ? '' : fits ? ', holds such a value' : ', holds no such value'}  ${entry.id}: ${entry.text.slice(0, BEGINNING)}`,
    );
  return [
    `Question: ${typed}`,
    `Read as ${read.language.code}, asks ${read.asked}${read.speech ? ', for somebody’s words' : ''}${read.speaker.length > 0 ? ` of ${read.speaker.join(', ')}` : ''}${read.negative ? ', negative' : ''}`,
    ...terms,
    ...(found.length === 0 ? [] : ['Found', ...found]),
    ...weighed(decided.features),
    `Decided ${told(decided.decision)}`,
    `Because: ${decided.by}`,
  ];
}

/** What speaks for and against the best item, each with its weight. */
function weighed(features: Explained['decided']['features']): string[] {
  if (features === undefined) return [];
  const lines = Object.entries(features)
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => {
      const weight = TABLE.answer[name as keyof typeof features];
      return `  ${(weight * value).toFixed(2).padStart(6)}  ${name}: ${value.toFixed(2)} at ${weight}`;
    });
  return [
    'For the best being the answer',
    `  ${TABLE.answer.bias.toFixed(2).padStart(6)}  to begin with`,
    ...lines,
  ];
}

function told(decision: Decision): string {
  switch (decision.kind) {
    case 'answer':
      return `answer: ${decision.items.map(idOf).join(', ')}${decision.verdict === undefined ? '' : `, verdict ${decision.verdict.verdict}`}`;
    case 'decline':
      return `decline (${decision.why.kind}), nearest: ${decision.nearest.map(idOf).join(', ')}`;
    default:
      return decision.kind;
  }
}

function idOf(item: Item): string {
  return entryOf(item).id;
}
