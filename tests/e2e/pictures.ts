/** Compares screenshots, dot by dot, in a page of the browser itself. */
import type { BrowserContext } from '@playwright/test';

/** How two pictures differ. */
export interface Difference {
  /** How many dots differ, of those that can be told apart. */
  readonly dots: number;
  /** The most that one of red, green and blue differs at one dot, of 255. */
  readonly most: number;
  /** The rectangle around them: left, top, right, bottom. */
  readonly within: readonly number[];
}

/** Compares two PNGs of one size; `tolerance` is how far a colour may be off, of 255. */
export async function difference(
  context: BrowserContext,
  before: Buffer,
  after: Buffer,
  tolerance = 0,
): Promise<Difference> {
  const page = await context.newPage();
  const urls = [before, after].map((picture) => `data:image/png;base64,${picture.toString('base64')}`);
  const found = await page.evaluate(
    async ([pictures, allowed]) => {
      const [a, b] = await Promise.all(
        pictures.map(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (a!.width !== b!.width || a!.height !== b!.height) throw new Error('the pictures differ in size');
      const within = [Infinity, Infinity, -Infinity, -Infinity];
      let [dots, most] = [0, 0];
      for (let dot = 0; dot < a!.width * a!.height; dot++) {
        const off = Math.max(...[0, 1, 2].map((i) => Math.abs(a!.data[4 * dot + i]! - b!.data[4 * dot + i]!)));
        if (off <= allowed) continue;
        dots++;
        most = Math.max(most, off);
        const [x, y] = [dot % a!.width, Math.floor(dot / a!.width)];
        within[0] = Math.min(within[0]!, x);
        within[1] = Math.min(within[1]!, y);
        within[2] = Math.max(within[2]!, x);
        within[3] = Math.max(within[3]!, y);
      }
      return { dots, most, within };
    },
    [urls, tolerance] as const,
  );
  await page.close();
  return found;
}
