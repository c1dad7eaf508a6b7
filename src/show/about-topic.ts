import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { Topic } from '../briefing/schema.ts';
import type { Block, Reply } from '../reply/reply.ts';
import { answered, heading, listed, next, text, under } from './blocks.ts';
import { POSITIONS, QUOTES, TOPICS, topicChoice } from './choices.ts';
import { cite, claimText, inferredNotes, quotation } from './claims.ts';
import { OWN_VOICE } from './messages/en/claims.ts';
import * as say from './messages/en/reading.ts';

/** All that the briefing holds on a topic, what was said before what is told. */
export function aboutTopic(topic: Topic, briefing: Briefing): Reply {
  const claims = ownClaims(topic, briefing);
  const related = topic.related.flatMap((id) => briefing.topic(id) ?? []);
  return answered(
    heading(topic.name),
    text(topic.about),
    quoted(claims, briefing),
    lines(say.REPORTED_SPEECH, claims.filter(isReported), briefing),
    lines(say.POSITIONS, ofKind('position', claims), briefing),
    lines(say.DEALS, ofKind('deal', claims), briefing),
    lines(say.FIGURES, ofKind('figure', claims), briefing),
    lines(say.TIMELINE, ofKind('event', claims), briefing),
    listed(
      OWN_VOICE,
      ofKind('background', claims).map(({ item }) => [item.text, ' ', cite(item)]),
    ),
    listed(
      say.SOURCE_NOTES,
      ofKind('note', claims).map(({ item }) => [item.text, ' ', cite(item)]),
    ),
    claims.length === 0 ? text(say.ONLY_THE_NAME) : [],
    inferredNotes(claims.map((claim) => claim.item)),
    next(...related.slice(0, 3).map(topicChoice), related.length < 3 ? POSITIONS : undefined, QUOTES, TOPICS),
  );
}

/** Key points say again what stands in other claims: they are left to the overview. */
export function ownClaims(topic: Topic, briefing: Briefing): Claim[] {
  return briefing.onTopic(topic.id).filter((claim) => claim.kind !== 'key-point');
}

function quoted(claims: readonly Claim[], briefing: Briefing): Block[] {
  const direct = ofKind('statement', claims).filter(({ item }) => item.mode === 'direct');
  return under(
    say.QUOTED,
    direct.map(({ item }) => quotation(item, briefing)),
  );
}

function lines(title: string, claims: readonly Claim[], briefing: Briefing): Block[] {
  return listed(
    title,
    claims.map((claim) => claimText(claim, briefing)),
  );
}

function isReported(claim: Claim): boolean {
  return claim.kind === 'statement' && claim.item.mode === 'reported';
}

type OfKind<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

function ofKind<K extends Claim['kind']>(kind: K, claims: readonly Claim[]): OfKind<K>[] {
  return claims.filter((claim): claim is OfKind<K> => claim.kind === kind);
}
