/** What is decided before anything is looked for, in this order; each guard catches its own and nothing else. */
import { firstIn } from '../words/phrase.ts';
import { issueCalled, issueOf } from './compare.ts';
import type { Decision } from './decision.ts';
import type { Question } from './read.ts';
import type { Ready } from './ready.ts';
import { isBareState } from './state.ts';

export type Guard = {
  readonly name: string;
  decide(question: Question, ready: Ready): Decision | undefined;
};

const beside = { unread: [] } as const;

export const GUARDS: readonly Guard[] = [
  {
    name: 'an order or a sum, nothing that a source is asked for',
    decide: ({ typed, words, language, terms }) =>
      SUM.test(typed) || (firstIn(language.orders, words) !== undefined && terms[0]?.ids.length !== 1)
        ? { kind: 'decline', why: { kind: 'elsewhere' }, nearest: [], beside }
        : undefined,
  },
  {
    name: 'nothing asked',
    decide: ({ terms, asked }) =>
      terms.length === 0 && asked !== 'overview' ? { kind: 'empty' } : undefined,
  },
  {
    name: 'what it is all about',
    decide: (question) =>
      question.asked === 'overview' || isBareState(question) ? { kind: 'overview' } : undefined,
  },
  { name: 'whose it is, or who is right', decide: whose },
];

/** '2+2'. */
const SUM = /^[^\p{L}\d]*(?:(?:what is|whats|what's|calculate|compute) )?\d+ *[-+*x×÷/] *\d+[^\p{L}\d]*$/iu;

const OF_THE_BOT = /^(?:what )?do you (?:think|believe)(?!\S)/u;

/** In languages whose word for it stands first. */
const WHOSE = /^(?:whose|wessen)(?!\S)/u;

const COMMON = new WeakMap<Ready, readonly string[]>();

/** By what disputed places may be called besides. */
function commonOf(ready: Ready): readonly string[] {
  const known = COMMON.get(ready);
  if (known !== undefined) return known;
  const made = ready.briefing.places.flatMap(({ disputed, name }) => (disputed ? commonWords(name) : []));
  COMMON.set(ready, made);
  return made;
}

/** The words of a place's name that may stand for it, as one and as several. */
function commonWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(' ')
    .filter((word) => word.length > 4)
    .flatMap((word) => [word, word.replace(/s$/u, '')]);
}

/** Asked whose a disputed place is, or who is right, the bot takes no side: it says who holds what. */
function whose(question: Question, ready: Ready): Decision | undefined {
  const { language, words, terms, asked, speaker } = question;
  // Whoever asks the bot what it thinks names nobody whose words they want.
  if (speaker.length > 0 && !OF_THE_BOT.test(words)) return undefined;
  const { briefing } = ready;
  const taken = (): Decision => {
    const issue = issueCalled(ready.language.ownership, ready) ?? issueOf(terms, ready);
    return { kind: 'no-side', ...(issue === undefined ? {} : { issue }) };
  };
  if (briefing.sides.length > 1 && firstIn(language.right, words) !== undefined) return taken();
  const disputed = new Set(briefing.places.filter(({ disputed: is }) => is).map(({ id }) => id));
  if (disputed.size === 0 || !terms.some((term) => isDisputed(term.ids, term.words))) return undefined;
  if (firstIn(language.whose, words) !== undefined) return taken();
  // 'Whose islands are they?': the word that asks, and the disputed place right behind it.
  const matter = terms.find(({ light }) => !light);
  if (WHOSE.test(words) && matter !== undefined && matter.at <= 2 && isDisputed(matter.ids, matter.words))
    return taken();
  // 'Are the islands Japanese?': a disputed place, a country, and nothing else.
  const others = terms.filter(({ light, ids, words: word }) => !light && !isDisputed(ids, word));
  const isCountry = (id: string) => ['side', 'place'].includes(briefing.named(id)?.kind ?? '');
  const countries =
    others.length > 0 &&
    others.every(({ ids, keys }) => ids.some(isCountry) || keys.some(({ key }) => key.startsWith('c:')));
  return asked === 'whether' && countries ? taken() : undefined;

  /** By name, or by the common noun in its name: 'the islands'. */
  function isDisputed(ids: readonly string[], word: string): boolean {
    if (ids.some((id) => disputed.has(id))) return true;
    const meant = [word, ...(language.translations.get(word) ?? [])];
    return commonOf(ready).some((one) => meant.includes(one));
  }
}
