/** The licences of what is bundled, which travel with the page. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Their file, beside `index.html`. */
export const licences = 'licenses.md';

function text(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8').replace(/^\n+|\s+$/g, '');
}

/**
 * Adds what belongs to no package: the page's own licence, and the notice of the icons, whose outlines are copied into
 * `icons.ts`.
 */
export function ownLicences(): Plugin {
  return {
    name: 'own-licences',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const file = bundle[licences];
        if (file?.type !== 'asset') throw new Error(`the build has no ${licences}`);
        file.source = [
          String(file.source).trim(),
          `## Icons: Lucide (https://lucide.dev)\n\n${text('../src/ui/kit/icons-licence.txt')}`,
          `## The page itself\n\n${text('../LICENSE')}\n`,
        ].join('\n\n');
      },
    },
  };
}
