/** What can be offered while somebody types: views, people, topics and what commands take, from memory. */

import type { Command } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/list.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { Completion } from '../ports/bot.ts';
import { personChoice, thingChoice, topicChoice } from '../show/choices.ts';
import type { Messages } from '../show/messages/messages.ts';
import { editsBetween } from '../text/edits.ts';
import { fold, LONGEST_NAME } from '../text/fold.ts';
import { indexOf } from '../words/names.ts';

/** Discord takes no more in a choice's name or value. */
export const LONGEST_COMPLETION = 100;

/** At most `max`, the best first, each once by what it says; nothing is made up from what was typed. */
export function complete(
  briefing: Briefing,
  typed: string,
  max: number,
  say: Messages,
): readonly Completion[] {
  if (max < 1 || typed.length > LONGEST_NAME) return [];
  const asked = fold(typed.replace(/^\s*\/\S*\s*/u, ''));
  const offers = offersOf(briefing, say);
  if (asked === '') return offers.slice(0, max).map(({ completion }) => completion);
  const ranked = offers
    .map((offer, order) => ({ offer, order, rank: rankOf(asked, offer) }))
    .filter(({ rank }) => rank < UNLIKE)
    .sort((a, b) => a.rank - b.rank || a.order - b.order);
  return ranked.slice(0, max).map(({ offer }) => offer.completion);
}

/**
 * What a completion's label stands for, where somebody's client sent the label instead of it (Discord's do at times:
 * github.com/discord/discord-api-docs/issues/7206).
 */
export function meantBy(typed: string, briefing: Briefing, say: Messages): string | undefined {
  if (typed.length > LONGEST_COMPLETION) return undefined;
  const label = fold(typed);
  return offersOf(briefing, say).find(({ completion }) => fold(completion.label) === label)?.completion.says;
}

type Offer = {
  readonly completion: Completion;
  /** Folded: what it says, what it shows, and the other names it goes by. */
  readonly keys: readonly string[];
  readonly words: readonly string[];
};

/** What does not fit the letters typed. */
const UNLIKE = 6;

/**
 * 0: a command begins so; 1: what is shown does; 2: a word of it does; 3: all words typed begin words of it; 4: it holds
 * it; 5: mistyped.
 */
function rankOf(asked: string, { completion, keys, words }: Offer): number {
  if (!completion.says.includes(' ') && completion.says.startsWith(asked)) return 0;
  if (keys.some((key) => key.startsWith(asked))) return 1;
  if (words.some((word) => word.startsWith(asked))) return 2;
  const typed = asked.split(' ');
  if (typed.length > 1 && typed.every((word) => words.some((known) => known.startsWith(word)))) return 3;
  if (asked.length > 2 && keys.some((key) => key.includes(asked))) return 4;
  if (asked.length > 3 && words.some((word) => editsBetween(asked, word.slice(0, asked.length), 1) < 2))
    return 5;
  return UNLIKE;
}

function offersOf(briefing: Briefing, say: Messages): readonly Offer[] {
  const kept = OFFERS.get(briefing) ?? new Map<string, readonly Offer[]>();
  OFFERS.set(briefing, kept);
  const known = kept.get(say.locale);
  if (known !== undefined) return known;
  const made = makeOffers(briefing, say);
  kept.set(say.locale, made);
  return made;
}

const OFFERS = new WeakMap<Briefing, Map<string, readonly Offer[]>>();

function makeOffers(briefing: Briefing, say: Messages): Offer[] {
  const offered = COMMANDS.filter(({ quiet }) => !quiet);
  const offers = [
    ...offered.filter(({ kind }) => kind === 'reading').flatMap((command) => commandOffer(command, say)),
    ...briefing.people.map((person) => offer(personChoice(person), otherNames(person.id, briefing))),
    ...briefing.topics.map((topic) => offer(topicChoice(topic), otherNames(topic.id, briefing))),
    ...offered.filter(({ kind }) => kind === 'channel').flatMap((command) => commandOffer(command, say)),
    ...indexOf(briefing)
      .filter(({ thing }) => ['side', 'organisation', 'place'].includes(thing.kind))
      .map(({ thing, names, otherNames }) => offer(thingChoice(thing), [...names, ...otherNames])),
    ...offered.flatMap((command) =>
      (command.complete?.('', briefing, say) ?? []).map((one) => offer(one, [])),
    ),
    ...briefing.examples.map((example) => offer({ label: example, says: example }, [])),
  ];
  const seen = new Set<string>();
  const fitting = offers.filter(({ completion: { label, says } }) => {
    const fits = label !== '' && says !== '' && Math.max(label.length, says.length) <= LONGEST_COMPLETION;
    return fits && !seen.has(says) && seen.add(says);
  });
  return withOwnLabels(fitting);
}

/** A label that another thing bears, or that is other words, gives way to the words themselves: each means one thing. */
function withOwnLabels(offers: readonly Offer[]): Offer[] {
  const words = new Map(offers.map(({ completion: { says } }) => [fold(says), says]));
  const taken = new Set<string>();
  return offers.map((one) => {
    const { label, says } = one.completion;
    const key = fold(label);
    const isOwn = !taken.has(key) && (words.get(key) ?? says) === says;
    taken.add(isOwn ? key : fold(says));
    return isOwn ? one : { ...one, completion: { label: says, says } };
  });
}

/** A command that needs words is offered by the words it takes. */
function commandOffer({ name, aliases = [], needsWords }: Command, say: Messages): Offer[] {
  if (needsWords) return [];
  return [offer({ label: `${name}: ${say.commands[name].does}`, says: name }, [name, ...aliases])];
}

function otherNames(id: string, briefing: Briefing): string[] {
  const entry = indexOf(briefing).find(({ names }) => names.has(fold(id)));
  return entry === undefined ? [] : [...entry.names, ...entry.otherNames];
}

function offer({ label, says }: Completion, others: readonly string[]): Offer {
  const keys = [...new Set([says, label, ...others].map(fold))];
  return { completion: { label, says }, keys, words: [...new Set(keys.flatMap((key) => key.split(' ')))] };
}
