/** What of a briefing a channel has chosen to get. Pure. */
import type { Briefing, Claim } from '../../briefing/briefing.ts';
import type { Gets, Kind } from '../../ports/choices.ts';
import type { Change } from './changes.ts';
import type { Spotlight } from './spotlight.ts';

const ALL: Gets = { kinds: [], topics: [] };

/** What a spotlight tells, the first of it before the rest. */
export function claimsOf({ of }: Spotlight): readonly Claim[] {
  switch (of.kind) {
    case 'person':
      return [of.quote, ...of.reported].map((item) => ({ kind: 'statement', item }));
    case 'quotation':
      return [{ kind: 'statement', item: of.statement }];
    case 'deal':
      return [{ kind: 'deal', item: of.deal }];
    case 'figure':
      return [{ kind: 'figure', item: of.figure }];
    case 'positions':
      return of.positions.map((item) => ({ kind: 'position', item }));
    case 'background':
      return [{ kind: 'background', item: of.background }];
  }
}

/** A spotlight counts as what it tells first: somebody's quotation, one of the positions on an issue. */
export function wantsSpotlight(spotlight: Spotlight, gets: Gets = ALL): boolean {
  const claims = claimsOf(spotlight);
  return (spotlight.of.kind === 'positions' ? claims : claims.slice(0, 1)).some((claim) =>
    wantsClaim(claim, gets),
  );
}

/** Of what is gone only its kind is known, so that a channel that chose topics alone does not hear of it. */
export function wantsChange(change: Change, gets: Gets = ALL): boolean {
  if (isAll(gets)) return true;
  if (change.kind === 'removed')
    return gets.topics.length === 0 && gets.kinds.some((kind) => CLAIMS[kind] === change.was);
  return change.of !== 'summary' && wantsClaim(change.of, gets);
}

export function isAll({ kinds, topics }: Gets): boolean {
  return kinds.length === 0 && topics.length === 0;
}

/** Whether a briefing holds anything of it now. */
export function isThere(gets: Gets, { claims }: Briefing): boolean {
  return claims.some((claim) => wantsClaim(claim, gets));
}

function wantsClaim(claim: Claim, { kinds, topics }: Gets): boolean {
  const ofKind = kinds.length === 0 || kinds.some((kind) => isOf(claim, kind));
  return ofKind && (topics.length === 0 || claim.item.topics.some((topic) => topics.includes(topic)));
}

const CLAIMS: Readonly<Record<Kind, Claim['kind']>> = {
  quotes: 'statement',
  positions: 'position',
  deals: 'deal',
  figures: 'figure',
  background: 'background',
};

function isOf(claim: Claim, kind: Kind): boolean {
  if (claim.kind !== CLAIMS[kind]) return false;
  return claim.kind !== 'statement' || claim.item.mode === 'direct';
}
