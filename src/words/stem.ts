import { language } from './languages.ts';

/** The base of an English word in small letters, by which its forms are the same. */
export function stemOf(word: string): string {
  return language('en').stem(word);
}
