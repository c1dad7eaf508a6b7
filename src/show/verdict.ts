/** A verdict in fixed words, the same on every platform. */
import type { Clash, Difference, Verdict } from '../ask/verdict/verdict.ts';
import type { Briefing } from '../briefing/briefing.ts';
import type { Block, Text } from '../reply/reply.ts';
import { inSentence } from '../words/names.ts';
import { echo } from './echo.ts';
import type { Messages } from './messages/messages.ts';

/** How many differences between words are told, and how long each may be: the quotation stands below in full. */
const DIFFERENCES_TOLD = 3;
const LONGEST_TOLD = 60;

export function verdictBlock(verdict: Verdict, briefing: Briefing, say: Messages): Block {
  return { kind: 'verdict', verdict: verdict.verdict, text: wordsOf(verdict, briefing, say) };
}

function wordsOf(verdict: Verdict, briefing: Briefing, say: Messages): Text {
  switch (verdict.verdict) {
    case 'yes':
      return [say.verdict.yes];
    case 'partly':
      return shortInWords(verdict, say);
    case 'no':
      return clashInWords(verdict.clash, briefing, say);
  }
}

function shortInWords(verdict: Extract<Verdict, { verdict: 'partly' }>, say: Messages): Text {
  switch (verdict.short) {
    case 'only':
      return [say.verdict.notOnly];
    case 'reported':
      return [say.verdict.notQuoted];
    case 'unnamed':
      return [say.verdict.unnamed];
    case 'unsaid':
      return say.verdict.unsaid(verdict.words.map((word) => echo(word, say)));
  }
}

function clashInWords(clash: Clash, briefing: Briefing, say: Messages): Text {
  switch (clash.kind) {
    case 'number':
    case 'name':
      return say.verdict.rather(clash.is, clash.said);
    case 'date':
      return say.verdict.rather(
        typeof clash.is === 'string' ? clash.is : say.time.when(clash.is),
        clash.said,
      );
    case 'speaker':
      return say.verdict.notBy(
        clash.said,
        clash.is.map((id) => inSentence(briefing.nameOf(id))),
      );
    case 'office': {
      const named = briefing.named(clash.is);
      const role = named?.kind === 'person' ? named.item.role : '';
      return say.verdict.givenAs(inSentence(briefing.nameOf(clash.is)), role, clash.said);
    }
    case 'word':
      return say.verdict.ratherWord(clash.is, clash.said);
    case 'words':
      return [say.verdict.notTheWords, ...differencesTold(clash.difference, say)];
    case 'negation':
      if (clash.by !== undefined) return say.verdict.notAccordingTo(inSentence(briefing.nameOf(clash.by)));
      return [clash.is === 'so' ? say.verdict.so : say.verdict.notSo];
  }
}

/** All of them or none: a few of many would mark the rest as right. */
function differencesTold(differences: readonly Difference[], say: Messages): Text {
  const tellable = differences.every(({ said, is }) => Math.max(said.length, is.length) <= LONGEST_TOLD);
  if (!tellable || differences.length > DIFFERENCES_TOLD) return [];
  return differences.flatMap(({ said, is }): Text => {
    if (said === '') return say.verdict.leftOut(is);
    return is === '' ? say.verdict.putIn(said) : say.verdict.replaced(said, is);
  });
}
