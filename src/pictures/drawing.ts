/** From a job to its scenes: what the drawing thread alone needs. */
import type { PictureTheme } from '../ports/pictures.ts';
import { digestScenes } from './digest.ts';
import type { Job } from './job.ts';
import { mapScene } from './map/map.ts';
import { matrixScenes } from './matrix.ts';
import type { PictureMessages } from './messages.ts';
import { quoteScenes } from './quote.ts';
import type { Scene } from './scene.ts';
import { THEMES } from './theme.ts';
import { timelineScenes } from './timeline.ts';

export function scenesOf(job: Job, theme: PictureTheme, say: PictureMessages): Scene[] {
  const colors = THEMES[theme];
  switch (job.kind) {
    case 'map':
      return [mapScene(job.facts, colors, say)];
    case 'timeline':
      return timelineScenes(job.facts, colors, say);
    case 'positions':
      return matrixScenes(job.facts, colors, say);
    case 'quote':
      return quoteScenes(job.facts, colors, say);
    case 'digest':
      return digestScenes(job.facts, colors, say);
  }
}
