/**
 * The shape of a briefing's files: data that a person edits. One schema, strict: a misspelt key is a fault.
 * The types of the model are inferred from here and from nowhere else. In the files an item names its `paragraphs`;
 * in memory it has `refs`, each with its source.
 */
import { z } from 'zod';
import type { Ref } from './refs.ts';
import * as claims from './schema/claims.ts';
import * as heads from './schema/head.ts';
import * as named from './schema/named.ts';
import type * as parts from './schema/parts.ts';

/** The files of a briefing's folder, each with the shape of its content. */
export const FILES = {
  'briefing.yaml': heads.head,
  'sources.yaml': z.array(heads.source).min(1),
  'sides.yaml': z.array(named.side),
  'people.yaml': z.array(named.person),
  'organisations.yaml': z.array(named.organisation),
  'places.yaml': z.array(named.place),
  'statements.yaml': z.array(claims.statement),
  'events.yaml': z.array(claims.event),
  'deals.yaml': z.array(claims.deal),
  'figures.yaml': z.array(claims.figure),
  'issues.yaml': z.array(claims.issue),
  'positions.yaml': z.array(claims.position),
  'background.yaml': z.array(claims.background),
  'key-points.yaml': z.array(claims.keyPoint),
  'topics.yaml': z.array(claims.topic),
  'notes.yaml': z.array(claims.note),
  'skipped.yaml': z.array(heads.skipped),
  'revisions.yaml': z.array(heads.revision),
} as const;

/** Files that every briefing has; where another is missing, its list is empty. */
export const NEEDED_FILES: ReadonlySet<string> = new Set<keyof typeof FILES>([
  'briefing.yaml',
  'sources.yaml',
]);

/** As it is in memory: each paragraph with its source. */
export type Cited<Item> = Omit<Item, 'paragraphs' | 'source'> & { readonly refs: readonly Ref[] };

type HeadInFile = z.infer<typeof heads.head>;
export type Head = Omit<HeadInFile, 'summary'> & { readonly summary: Cited<HeadInFile['summary']> };
export type Source = z.infer<typeof heads.source>;
export type Revision = z.infer<typeof heads.revision>;
export type Inferred = z.infer<typeof parts.inferred>;
export type When = z.infer<typeof parts.when>;
export type Names = z.infer<typeof parts.names>;
export type Mark = (typeof parts.MARKS)[number];
export type State = (typeof claims.STATES)[number];
export type Side = Cited<z.infer<typeof named.side>>;
export type Person = Cited<z.infer<typeof named.person>>;
export type Organisation = Cited<z.infer<typeof named.organisation>>;
export type Place = Cited<z.infer<typeof named.place>>;
export type Statement = Cited<z.infer<typeof claims.statement>>;
export type Event = Cited<z.infer<typeof claims.event>>;
export type Deal = Cited<z.infer<typeof claims.deal>>;
export type Figure = Cited<z.infer<typeof claims.figure>>;
export type Issue = z.infer<typeof claims.issue>;
export type Position = Cited<z.infer<typeof claims.position>>;
export type Background = Cited<z.infer<typeof claims.background>>;
export type KeyPoint = Cited<z.infer<typeof claims.keyPoint>>;
export type Topic = z.infer<typeof claims.topic>;
export type Note = Cited<z.infer<typeof claims.note>>;
export type Skipped = Cited<z.infer<typeof heads.skipped>>;
