import type { Briefing } from '../briefing/briefing.ts';
import type { Issue } from '../briefing/schema.ts';
import { isMistyped } from '../text/edits.ts';
import { fold, LONGEST_NAME, nameWords } from '../text/fold.ts';

/** The issue that is meant: by its name, then by the words people use for it, then by a part, then mistyped. */
export function findIssue(typed: string, briefing: Briefing): Issue | undefined {
  if (typed.length > LONGEST_NAME) return undefined;
  const asked = nameWords(typed).join(' ');
  if (asked === '') return undefined;
  return WAYS.map((matches) => briefing.issues.find((issue) => matches(asked, issue))).find(Boolean);
}

const WAYS: readonly ((asked: string, issue: Issue) => boolean)[] = [
  (asked, issue) => namesOf(issue).includes(asked),
  (asked, issue) => issue.words.some((word) => fold(word) === asked),
  (asked, issue) => asked.split(' ').every((word) => nameWords(issue.name).includes(word)),
  (asked, issue) => namesOf(issue).some((name) => name.split(' ').some((word) => isMistyped(asked, word))),
];

function namesOf(issue: Issue): string[] {
  return [fold(issue.id), nameWords(issue.id).join(' '), nameWords(issue.name).join(' ')];
}
