/** What the desk asks of its server. */
import type {
  BriefingOnDesk,
  ItemKind,
  ReleasedBriefing,
  ReviewItem,
  ReviewParagraph,
  ReviewSource,
  Saved,
  Sheet,
} from '../../../../ports/review.ts';
import type { TriedShown } from '../../desk.ts';

export type {
  BriefingOnDesk,
  ItemKind,
  ReleasedBriefing,
  ReviewItem,
  ReviewParagraph,
  ReviewSource,
  Saved,
  Sheet,
  TriedShown,
};

export type Fields = Readonly<Record<string, unknown>>;

/** An edit as the server reads it. */
export type Edit =
  | { readonly kind: 'accept' | 'drop'; readonly item: string; readonly was: string }
  | {
      readonly kind: 'change';
      readonly item: string;
      readonly was: string;
      readonly fields: Fields;
    }
  | {
      readonly kind: 'move';
      readonly item: string;
      readonly was: string;
      readonly to: ItemKind;
      readonly fields: Fields;
    }
  | { readonly kind: 'merge'; readonly item: string; readonly was: string; readonly into: string }
  | { readonly kind: 'add'; readonly to: ItemKind; readonly fields: Fields; readonly cite?: Cite }
  | ({ readonly kind: 'skip'; readonly why: string } & Cite)
  | ({ readonly kind: 'unskip' } & Cite);

export type Cite = { readonly source: string; readonly paragraph: number };

export type Sent = { readonly by: string; readonly anyway: boolean; readonly edit: Edit };

/** The server is away, or says that something is wrong on its side. */
export type Away = { readonly kind: 'away'; readonly why: string };

const AWAY =
  'The desk’s server does not answer. Is npm run desk still running? Your edit is kept in this page.';

export async function briefings(): Promise<{ editor: string; briefings: readonly BriefingOnDesk[] } | Away> {
  return asked('/api/desk');
}

/** `undefined` where there is no such briefing. */
export async function sheetOf(id: string): Promise<Sheet | Away | undefined> {
  try {
    const response = await fetch(`/api/desk/${encodeURIComponent(id)}`);
    if (response.status === 404) return undefined;
    return response.ok ? await response.json() : { kind: 'away', why: (await response.text()).trim() };
  } catch {
    return { kind: 'away', why: AWAY };
  }
}

export const save = (id: string, sent: Sent) => post<Saved>(id, 'save', sent);
export const undo = (id: string, token: string) => post<Saved>(id, 'undo', { token });
export const release = (id: string) => post<ReleasedBriefing>(id, 'release', {});
export const tryEdit = (id: string, asked: { words: string; sent?: Sent | undefined }, signal: AbortSignal) =>
  post<TriedShown>(id, 'try', asked, signal);

function post<Answer>(id: string, what: string, body: object, signal?: AbortSignal): Promise<Answer | Away> {
  return asked(`/api/desk/${encodeURIComponent(id)}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

async function asked<Answer>(path: string, init: RequestInit = {}): Promise<Answer | Away> {
  try {
    const response = await fetch(path, init);
    return response.ok ? await response.json() : { kind: 'away', why: (await response.text()).trim() };
  } catch {
    return { kind: 'away', why: AWAY };
  }
}
