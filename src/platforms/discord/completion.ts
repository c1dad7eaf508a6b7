import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Bot, BriefingCard } from '../../ports/bot.ts';

/** Discord's limits (interactions/application-commands, 'Application Command Option Choice'), in UTF-16 units. */
export const CHOICES = 25;
export const CHOICE_CHARS = 100;

/**
 * What is offered while somebody types. A choice's value is what is sent when it is chosen, so one that does not fit
 * is left out, never cut; a label is only shown, and may be.
 */
export function choicesFor(
  bot: Bot,
  briefing: BriefingCard,
  typed: string,
  locale: string,
): APIApplicationCommandOptionChoice<string>[] {
  const choices: APIApplicationCommandOptionChoice<string>[] = [];
  const values = new Set<string>();
  for (const { label, says } of bot.complete(briefing.id, typed, CHOICES, locale)) {
    const value = says.toWellFormed();
    if (value.trim() === '' || value.length > CHOICE_CHARS || values.has(value)) continue;
    values.add(value);
    choices.push({ name: shown(label.trim() === '' ? value : label), value });
  }
  return choices.slice(0, CHOICES);
}

function shown(label: string): string {
  if (label.length <= CHOICE_CHARS) return label.toWellFormed();
  const head = label.slice(0, CHOICE_CHARS - 1);
  // Half of a pair at the cut would make the whole answer invalid.
  const whole = head.isWellFormed() ? head : head.slice(0, -1);
  return `${whole.toWellFormed()}…`;
}
