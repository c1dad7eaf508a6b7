/** What the drawing thread does with what it is asked: layouts, fonts and PNGs. */
import type { PictureTheme } from '../ports/pictures.ts';
import { messagesFor } from '../show/messages/messages.ts';
import { scenesOf } from './drawing.ts';
import { isDrawable } from './fonts.ts';
import type { Job } from './job.ts';
import { pngOf } from './render.ts';
import { textsIn } from './scene.ts';

export type Asked = {
  readonly id: number;
  readonly job: Job;
  readonly theme: PictureTheme;
  readonly locale: string;
};

export type Page = {
  readonly data: Uint8Array;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
};

export type Answered =
  | { readonly id: number; readonly kind: 'drawn'; readonly pages: readonly Page[] }
  | { readonly id: number; readonly kind: 'undrawable' }
  | { readonly id: number; readonly kind: 'failed'; readonly error: unknown };

export async function answer({ id, job, theme, locale }: Asked): Promise<Answered> {
  try {
    const scenes = scenesOf(job, theme, messagesFor(locale).pictures);
    const drawable = scenes.every(({ marks }) => textsIn(marks).every(({ text }) => isDrawable(text)));
    if (!drawable) return { id, kind: 'undrawable' };
    const pages: Page[] = [];
    for (const scene of scenes) {
      const { alt, width, height } = scene;
      // A copy of its own, which can be handed over: Takumi's buffer may be part of a larger one.
      pages.push({ data: Uint8Array.from(await pngOf(scene)), alt, width, height });
    }
    return { id, kind: 'drawn', pages };
  } catch (error) {
    return { id, kind: 'failed', error };
  }
}
