/** Scenes as PNG files, by Takumi; at twice the CSS size. */
import { Renderer } from '@takumi-rs/core';
import { familiesOf, fontOf } from './fonts.ts';
import { nodesOf } from './nodes.ts';
import { type Scene, textsIn } from './scene.ts';

export const DENSITY = 2;

let renderer: Renderer | undefined;
const registered = new Set<string>();

/** The same scene is the same bytes. */
export async function pngOf(scene: Scene): Promise<Uint8Array> {
  renderer ??= new Renderer({ cacheMaxBytes: 0 });
  await registerFonts(renderer, scene);
  const { width, height } = scene;
  const { node, images } = nodesOf(scene);
  return renderer.render(node, {
    width: width * DENSITY,
    height: height * DENSITY,
    devicePixelRatio: DENSITY,
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
