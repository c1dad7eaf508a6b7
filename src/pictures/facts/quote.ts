/** One direct quotation: the words whole, who said them, and where they stand. */
import type { Briefing } from '../../briefing/briefing.ts';
import type { Statement } from '../../briefing/schema.ts';
import { unbrokenCitation } from '../../reply/citation.ts';
import type { PictureMessages } from '../messages.ts';

export type QuoteFacts = {
  /** Verbatim, without marks around the whole. */
  readonly words: string;
  readonly speaker: string;
  /** Their post, where and when it was said. */
  readonly about: readonly string[];
  /** The source and the paragraphs, and the briefing. */
  readonly source: string;
};

/** Undefined for what is not direct speech: a card never puts words in anybody's mouth. */
export function quoteFacts(id: string, briefing: Briefing, say: PictureMessages): QuoteFacts | undefined {
  const statement = briefing.statements.find((one) => one.id === id);
  if (statement === undefined || statement.mode !== 'direct' || statement.text === '') return undefined;
  return {
    words: statement.text.replace(/^["“]([^"“”]*)["”]$/u, '$1').trim(),
    speaker: say.list(statement.speakers.map((speaker) => briefing.nameOf(speaker))),
    about: [postOf(statement, briefing), settingOf(statement, say)].filter((line) => line !== ''),
    source: [briefing.title, sourceOf(statement, briefing)].filter((part) => part !== '').join(' · '),
  };
}

function postOf({ speakers }: Statement, briefing: Briefing): string {
  const [id = '', ...others] = speakers;
  const speaker = briefing.named(id);
  if (others.length > 0 || speaker?.kind !== 'person') return '';
  const { role, organisation } = speaker.item;
  const at = organisation === undefined ? '' : briefing.nameOf(organisation);
  return [role, role.includes(at) ? '' : at].filter((part) => part !== '').join(', ');
}

function settingOf({ setting, when }: Statement, say: PictureMessages): string {
  return [setting ?? '', when === undefined ? '' : say.when(when)].filter((part) => part !== '').join(', ');
}

function sourceOf({ refs }: Statement, briefing: Briefing): string {
  const [ref] = refs;
  const source = ref === undefined ? undefined : briefing.source(ref.source);
  const publisher = source?.publisher;
  return [publisher ?? '', unbrokenCitation(refs)].filter((part) => part !== '').join(' ');
}
