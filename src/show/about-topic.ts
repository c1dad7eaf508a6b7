import type { Briefing, Claim } from '../briefing/briefing.ts';
import type { Topic } from '../briefing/schema.ts';
import type { Block, Reply } from '../reply/reply.ts';
import { answered, heading, listed, next, text, under } from './blocks.ts';
import { topicChoice } from './choices.ts';
import { claimText, quotation } from './claims.ts';
import { inferredNotes } from './inferred.ts';
import type { Messages } from './messages/messages.ts';

/** All that the briefing holds on a topic, what was said before what is told. */
export function aboutTopic(topic: Topic, briefing: Briefing, say: Messages): Reply {
  const claims = ownClaims(topic, briefing);
  const related = topic.related.flatMap((id) => briefing.topic(id) ?? []);
  return answered(
    heading(topic.name),
    text(topic.about),
    quoted(claims, briefing, say),
    lines(say.reading.reportedSpeech, claims.filter(isReported), briefing, say),
    lines(say.reading.positions, ofKind('position', claims), briefing, say),
    lines(say.reading.deals, ofKind('deal', claims), briefing, say),
    lines(say.reading.figures, ofKind('figure', claims), briefing, say),
    lines(say.reading.timeline, ofKind('event', claims), briefing, say),
    listed(
      say.claims.ownVoice,
      ofKind('background', claims).map((claim) => claimText(claim, briefing, say)),
    ),
    listed(
      say.reading.sourceNotes,
      ofKind('note', claims).map((claim) => claimText(claim, briefing, say)),
    ),
    claims.length === 0 ? text(say.reading.onlyTheName) : [],
    inferredNotes(
      claims.map((claim) => claim.item),
      say,
    ),
    next(
      ...related.slice(0, 3).map(topicChoice),
      related.length < 3 ? say.views.positions : undefined,
      say.views.quotes,
      say.views.topics,
    ),
  );
}

/** Key points say again what stands in other claims: they are left to the overview. */
export function ownClaims(topic: Topic, briefing: Briefing): Claim[] {
  return briefing.onTopic(topic.id).filter((claim) => claim.kind !== 'key-point');
}

function quoted(claims: readonly Claim[], briefing: Briefing, say: Messages): Block[] {
  const direct = ofKind('statement', claims).filter(({ item }) => item.mode === 'direct');
  return under(
    say.reading.quoted,
    direct.map(({ item }) => quotation(item, briefing, say)),
  );
}

function lines(title: string, claims: readonly Claim[], briefing: Briefing, say: Messages): Block[] {
  return listed(
    title,
    claims.map((claim) => claimText(claim, briefing, say)),
  );
}

function isReported(claim: Claim): boolean {
  return claim.kind === 'statement' && claim.item.mode === 'reported';
}

type OfKind<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

function ofKind<K extends Claim['kind']>(kind: K, claims: readonly Claim[]): OfKind<K>[] {
  return claims.filter((claim): claim is OfKind<K> => claim.kind === kind);
}
