/** Shapes as an SVG document of the box that they lie in. */
import type { Box, Mark } from './scene.ts';

export function svgOf({ x, y, w, h }: Box, marks: readonly Mark[]): string {
  const view = [x, y, w, h].map(num).join(' ');
  const size = `width="${num(w)}" height="${num(h)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${view}">${marks.map(drawn).join('')}</svg>`;
}

function drawn(mark: Mark): string {
  switch (mark.kind) {
    case 'rect': {
      const { box, fill = 'none', opacity, radius, stroke, width } = mark;
      return `<rect ${boxed(box)}${radius ? ` rx="${radius}"` : ''} fill="${fill}"${opacity === undefined ? '' : ` fill-opacity="${opacity}"`}${lined(stroke, width)}/>`;
    }
    case 'circle':
      return `<circle cx="${num(mark.x)}" cy="${num(mark.y)}" r="${mark.r}" fill="${mark.fill}"${lined(mark.stroke, mark.width)}/>`;
    case 'path': {
      const { d, fill = 'none', stroke, width, dash, opacity } = mark;
      return `<path d="${d}" fill="${fill}" fill-rule="evenodd"${lined(stroke, width)}${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}${opacity === undefined ? '' : ` opacity="${opacity}"`} stroke-linejoin="round"/>`;
    }
    // Text and what has an edge of its own are nodes beside the document.
    case 'text':
    case 'clip':
      return '';
  }
}

function boxed({ x, y, w, h }: Box): string {
  return `x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}"`;
}

function lined(stroke: string | undefined, width = 1): string {
  return stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${width}"`;
}

/** Rounded to a tenth: a hundredth more would change nothing but the bytes. */
export function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}
