import type { Text } from '../../../reply/reply.ts';
import { list } from './wording.ts';

/** The fixed words that stand around what answers a question. */
export const asking = {
  /** Before the answer to a question of yes or no: the source speaks, not the bot. */
  says: 'What the source says:',
  also: 'Also:',
  ownAccount: 'Nobody is quoted on this: it is the source’s own account.',
  /** Before what stands near a question without answering it. */
  nearest: 'Nearest in the briefing, but not an answer:',
  nearToo: 'Near it too, in short:',
  empty: 'Ask in plain words, such as one of these.',

  notThere: 'The briefing does not say that.',
  notUnderstoodAtAll: 'I did not understand that. Perhaps you meant this:',
  notUnderstoodPlainly: 'I did not understand that.',
  elsewhere: 'That is not part of this briefing.',

  unknownName: (typed: string): Text => ['The briefing does not speak of ', typed, '.'],
  notByThem: (name: string): Text => ['The briefing has nothing that ', name, ' says about that.'],
  noWordsOf: (name: string): Text => ['The briefing has no words of ', name, '.'],
  notOf: (typed: string): Text => ['The briefing does not say that: it has nothing on ', typed, '.'],
  spokeAbout: (name: string): Text => ['What the briefing has from ', name, ':'],
  notUnderstood: (words: readonly string[]): Text => ['I did not understand ', list(words), '.'],

  /** Asked whose something is, or who is right. */
  noSide: 'Whose it is, or who is right, the briefing does not decide, and neither do I. Who holds what:',
  noSidePlainly: 'Whose it is, or who is right, the briefing does not decide, and neither do I.',
  /** Before the answer to one of several questions. */
  part: (typed: string): Text => [typed],

  /** Beside an answer in another language than the question's: said in the asker's, by its code. */
  inBriefingsLanguage: {
    en: 'This briefing is in English: the answer is in its own words.',
    de: 'Dieses Briefing ist auf Englisch: Die Antwort steht in seinen eigenen Worten.',
    fr: 'Ce dossier est en anglais : la réponse est donnée dans ses propres termes.',
    es: 'Este informe está en inglés: la respuesta va en sus propias palabras.',
    ru: 'Этот брифинг на английском языке: ответ дан его собственными словами.',
    ja: 'この資料は英語です。答えは資料の言葉のままです。',
    ko: '이 브리핑은 영어로 되어 있어, 답도 그 원문대로입니다.',
    zh: '此简报为英文，答案以其原文给出。',
  } as Readonly<Record<string, string>>,

  /** A word as it was typed, marked as somebody else's. */
  echoed: (word: string) => `‘${word}’`,
};
