/** The catalogue for a locale. What a locale does not say yet is said in English, message by message. */
import { en } from './en.ts';

/** Every message: a value, or a function of its parameters. */
export type Messages = typeof en;

/** A locale's own messages: as many as there are yet. */
export type Translation = Partially<Messages>;

export type MessagesFor = (locale: string) => Messages;

/** What is said where nobody said in which language. */
export const DEFAULT_LOCALE = 'en';

/** The locales that there are beside English, by BCP 47's tag: `de` serves `de-AT` too. */
const LOCALES: Readonly<Record<string, Translation>> = {};

/** @param locale a BCP 47 tag, as platforms and people give it; one that nobody knows is English. */
export const messagesFor: MessagesFor = messagesOf(LOCALES);

export function messagesOf(locales: Readonly<Record<string, Translation>>): MessagesFor {
  const whole = new Map(
    Object.entries(locales).map(([tag, own]) => [
      tag.toLowerCase(),
      over<Messages>(en, { locale: tag, ...own }),
    ]),
  );
  return (locale) => {
    for (let tag = locale.toLowerCase().replaceAll('_', '-'); tag !== ''; tag = parent(tag)) {
      const messages = whole.get(tag);
      if (messages !== undefined) return messages;
    }
    return en;
  };
}

type Partially<T> = T extends (...parameters: never[]) => unknown
  ? T
  : T extends readonly unknown[] | string
    ? T
    : { readonly [K in keyof T]?: Partially<T[K]> };

/** 'zh-hant-tw', 'zh-hant', 'zh' */
function parent(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
}

function over<T>(base: T, own: Partially<T> | undefined): T {
  if (own === undefined) return base;
  if (!isBranch(base)) return own as T;
  const branches = Object.entries(base).map(([key, value]) => [
    key,
    over(value, (own as Record<string, Partially<unknown>>)[key]),
  ]);
  return Object.fromEntries(branches) as T;
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
