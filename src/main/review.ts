/** The editor's desk over the folders of briefings: read anew at each request, since files are also edited by hand. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Briefing } from '../briefing/briefing.ts';
import { type Checked, check } from '../briefing/check.ts';
import { wordFault } from '../briefing/fault.ts';
import { briefingFolders, readTexts, type Texts } from '../briefing/files.ts';
import { createKept, type Kept } from '../briefing/kept.ts';
import { loadTexts, unloadable } from '../briefing/load.ts';
import { sourcesOf } from '../briefing/resolve.ts';
import { settled } from '../briefing/settle.ts';
import { finishWriting, writeFolder } from '../briefing/write.ts';
import type { Environment } from '../config.ts';
import { apply } from '../drafting/review/apply.ts';
import { readEdit, type SentEdit } from '../drafting/review/edit.ts';
import { sheetOf } from '../drafting/review/sheet.ts';
import { valueIn } from '../drafting/review/splice.ts';
import { knownPerson } from '../ports/bot.ts';
import type { Review, Saved, Sheet, Tried } from '../ports/review.ts';
import { DEFAULT_LOCALE, type Messages } from '../show/messages/messages.ts';
import { ownArticles } from './articles.ts';
import { briefingRoots, folderOf } from './folders.ts';
import { readingBot } from './reading-bot.ts';
import { makeKnown, releaseFolder } from './releasing.ts';
import { createUndos } from './undos.ts';

export type ReviewParts = {
  readonly environment: Environment;
  readonly say: Messages;
  readonly editor: string;
  /** Texts of sources that may not lie in a briefing's folder. */
  readonly articles: readonly string[];
  /** The day, YYYY-MM-DD. */
  readonly today: () => string;
  readonly now: () => number;
  /** Told of every briefing that was read for an answer, for its pictures. */
  readonly seen: (briefing: Briefing) => void;
};

export function createReview(parts: ReviewParts): Review {
  const { environment, say, articles } = parts;
  const undos = createUndos(environment);
  const keptOf = keptByFolder();
  const folder = (id: string) => {
    const found = folderOf(id, environment, say);
    return 'folder' in found ? found.folder : undefined;
  };
  const checkedOf = (texts: Texts): Checked =>
    check(texts, ownArticles(texts, articles), keptOf(texts.folder));
  const sheetFor = (id: string, texts: Texts, checked: Checked = checkedOf(texts)): Sheet =>
    sheetOf(id, texts, checked, articles, keptOf(texts.folder).pieces);

  /** The files as they would be; the marks of the item settled where its editor has looked at them. */
  const edited = (texts: Texts, { by, anyway, edit }: SentEdit) => {
    const sources = sourcesOf(texts).map(({ id }) => id);
    const kept = keptOf(texts.folder);
    const applied = apply(texts.yaml, edit, { by, anyway, sources, read: kept.pieces });
    if (applied.kind !== 'edited') return applied;
    const next: Texts = { ...texts, yaml: applied.yaml };
    const worsened = newFault(texts, next, kept);
    if (worsened !== undefined) return { kind: 'refused', why: say.review.broken(worsened) } as const;
    const settles = edit.kind === 'accept';
    const checked = checkedOf(next);
    if (!settles) return { ...applied, texts: next, checked };
    const marks = checked.kind === 'proven' ? checked.proven.marks : checked.marks;
    // Of the rules' own draft: gone once somebody has put a name to it.
    const own = marks.filter((mark) => mark.id === applied.item && mark.mark !== 'low-trust');
    if (own.length === 0) return { ...applied, texts: next, checked };
    const yaml = new Map(next.yaml);
    for (const [file, its] of Map.groupBy(own, ({ at }) => at.file))
      yaml.set(file, settled(yaml.get(file) ?? '', its, by, parts.today()));
    const after: Texts = { ...next, yaml };
    return { ...applied, texts: after, checked: checkedOf(after) };
  };

  /** Writes what differs; the token takes it back. */
  const write = (id: string, before: Texts, after: Texts, checked: Checked, at?: string): Saved => {
    const names = [...new Set([...before.yaml.keys(), ...after.yaml.keys()])];
    const changed = names.filter((name) => before.yaml.get(name) !== after.yaml.get(name));
    try {
      writeFolder(before.folder, new Map(changed.map((name) => [name, after.yaml.get(name)])));
    } catch (error) {
      return { kind: 'unsaved', why: unsavedWhy(error, before.folder, say) };
    }
    const undo = undos.put({
      folder: before.folder,
      files: new Map(
        changed.map((name) => [name, { before: before.yaml.get(name), after: after.yaml.get(name) }]),
      ),
    });
    return { kind: 'saved', sheet: sheetFor(id, after, checked), undo, ...(at === undefined ? {} : { at }) };
  };

  return {
    editor: parts.editor,

    list: () =>
      briefingRoots(environment)
        .flatMap(briefingFolders)
        .map((one) => ({ id: basename(one), title: titleOf(one) })),

    sheet(id) {
      const at = folder(id);
      return at === undefined ? undefined : sheetFor(id, readTexts(at));
    },

    save(id, sent) {
      const at = folder(id);
      if (at === undefined) return { kind: 'refused', why: say.review.noBriefing(id) };
      const read = readEdit(sent);
      if (read === undefined) return { kind: 'refused', why: say.review.notRead };
      const texts = readTexts(at);
      const result = edited(texts, read);
      if (result.kind === 'conflict') return { ...result, sheet: sheetFor(id, texts) };
      if (result.kind === 'refused') return result;
      const sheet = sheetFor(id, result.texts, result.checked);
      const item = sheet.items.find((one) => one.id === result.item);
      if (read.edit.kind === 'accept' && item?.fields.text === '')
        return { kind: 'refused', why: say.review.notWorded };
      return write(id, texts, result.texts, result.checked, result.item);
    },

    undo(id, token) {
      const undo = typeof token === 'string' ? undos.get(token) : undefined;
      if (undo === undefined || undo.folder !== folder(id))
        return { kind: 'refused', why: say.review.tooOldToUndo };
      const texts = readTexts(undo.folder);
      const isAsLeft = [...undo.files].every(([name, { after }]) => texts.yaml.get(name) === after);
      if (!isAsLeft) return { kind: 'refused', why: say.review.cannotUndo };
      const yaml = new Map(texts.yaml);
      for (const [name, { before }] of undo.files) {
        if (before === undefined) yaml.delete(name);
        else yaml.set(name, before);
      }
      const after: Texts = { ...texts, yaml };
      return write(id, texts, after, checkedOf(after));
    },

    async try(id, asked) {
      const at = folder(id);
      if (at === undefined) return { kind: 'refused', why: say.review.noBriefing(id) };
      const { words, sent } = (asked ?? {}) as { readonly words?: unknown; readonly sent?: unknown };
      const texts = readTexts(at);
      const read = sent === undefined || sent === null ? undefined : readEdit(sent);
      if (sent && read === undefined) return { kind: 'refused', why: say.review.notRead };
      const result = read && edited(texts, { ...read, anyway: true });
      if (result && result.kind !== 'edited') return { kind: 'refused', why: result.why };
      const next = result?.texts ?? texts;
      const sheet = sheetFor(id, next, result?.checked);
      const item = sheet.items.find((one) => one.id === result?.item);
      const reply = await answered(next, typeof words === 'string' ? words : '');
      return { kind: 'tried', faults: sheet.faults, ...(item && { item }), ...(reply && { reply }) };
    },

    async release(id) {
      const at = folder(id);
      if (at === undefined) return { kind: 'refused', why: say.review.noBriefing(id), faults: [] };
      try {
        const released = releaseFolder(at, parts.today());
        if (released.kind === 'faults')
          return {
            kind: 'refused',
            why: say.review.notReleased(released.faults.length),
            faults: released.faults,
          };
        if (released.kind === 'unworded')
          return { kind: 'refused', why: say.tools.unworded(released.items.length), faults: [] };
        if (released.kind === 'unchanged')
          return { kind: 'unchanged', why: say.tools.nothingChanged(id, released.revision) };
        const { told, manifest } = await makeKnown(released, environment, say);
        return {
          kind: 'released',
          revision: released.revision.number,
          told: [say.review.released(released.command, released.revision.number), ...told],
          ...(manifest === undefined ? {} : { manifest }),
          sheet: sheetFor(id, readTexts(at)),
        };
      } catch (error) {
        return { kind: 'refused', why: unsavedWhy(error, at, say), faults: [] };
      }
    },
  };

  /** The answer as the bot would give it; nothing while the briefing cannot be loaded. */
  async function answered(texts: Texts, words: string): Promise<Extract<Tried, { kind: 'tried' }>['reply']> {
    const loaded = loadTexts(texts, articles, keptOf(texts.folder));
    if (loaded.kind === 'faults') return undefined;
    parts.seen(loaded.briefing);
    return readingBot([loaded.briefing]).respond({
      briefing: loaded.briefing.id,
      words,
      place: { platform: 'playground', workspace: '', channel: 'desk', kind: 'channel' },
      person: knownPerson('editor', { rank: 'member', room: 'public' }),
      readBy: 'asker',
      locale: DEFAULT_LOCALE,
      at: parts.now(),
    });
  }
}

/** A fault that the loaded briefing had not before: such an edit would take the whole briefing away. */
function newFault(before: Texts, after: Texts, kept: Kept): string | undefined {
  const faults = unloadable(after, kept);
  if (faults.length === 0) return undefined;
  const known = new Set(unloadable(before, kept).map(({ file, found }) => `${file} ${found}`));
  const fresh = faults.find(({ file, found }) => !known.has(`${file} ${found}`));
  return fresh && wordFault(fresh);
}

/** What was proven of each briefing on the desk; an editor has few open at once. */
function keptByFolder(): (folder: string) => Kept {
  const all = new LRUCache<string, Kept>({ max: 4 });
  return (folder) => {
    const kept = all.get(folder) ?? createKept();
    all.set(folder, kept);
    return kept;
  };
}

function titleOf(folder: string): string {
  finishWriting(folder);
  try {
    const head = valueIn(readFileSync(join(folder, 'briefing.yaml'), 'utf8'));
    return String((head as { readonly title?: unknown } | undefined)?.title ?? basename(folder));
  } catch {
    return basename(folder);
  }
}

/** The disk's own refusals in words; anything else is a bug, and thrown on. */
function unsavedWhy(error: unknown, folder: string, say: Messages): string {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return say.review.full;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return say.review.forbidden(folder);
  return say.review.notSaved(code);
}
