/** Scenes as PNG files, by Takumi; at twice the CSS size, or a little less where they are tall. */
import { Renderer } from '@takumi-rs/core';
import { familiesOf, fontOf } from './fonts.ts';
import { nodesOf } from './nodes.ts';
import { type Scene, textsIn } from './scene.ts';

const DENSITY = 2;
/** Drawing and packing are paid by the point. A tall picture has these at most: still as wide as a phone's screen. */
const MOST_POINTS = 2_400_000;

let renderer: Renderer | undefined;
const registered = new Set<string>();

/** The same scene is the same bytes. */
export async function pngOf(scene: Scene): Promise<Uint8Array> {
  renderer ??= new Renderer({ cacheMaxBytes: 0 });
  await registerFonts(renderer, scene);
  const { width, height } = scene;
  const { node, images } = nodesOf(scene);
  const density = Math.min(DENSITY, Math.sqrt(MOST_POINTS / (width * height)));
  return renderer.render(node, {
    width: Math.round(width * density),
    height: Math.round(height * density),
    devicePixelRatio: density,
    format: 'png',
    images,
  });
}

/** Only the files whose letters are used. */
async function registerFonts(to: Renderer, scene: Scene): Promise<void> {
  const wanted = new Set(textsIn(scene.marks).flatMap(({ text, face }) => familiesOf(text, face)));
  for (const family of wanted) {
    if (registered.has(family)) continue;
    const { data, weight, style } = fontOf(family);
    await to.registerFont({ name: family, data, weight, style });
    registered.add(family);
  }
}
