/** The licences of what is bundled, which travel with the page. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Their file, beside `index.html`. */
export const licences = 'licenses.md';

function text(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8').replace(/^\n+|\s+$/g, '');
}

/** The sections of the page's dependencies that only its workers have, which Vite does not count. */
function workersOwn(known: string): readonly string[] {
  const { dependencies } = JSON.parse(text('../package.json')) as { dependencies: Readonly<Record<string, string>> };
  const missing = Object.keys(dependencies).filter(
    // What builds the page is not in it.
    (name) => !/^(?:vite|@sveltejs\/.*)$/.test(name) && !known.includes(`## ${name} - `),
  );
  return missing.map((name) => {
    const folder = new URL(`../node_modules/${name}/`, import.meta.url);
    const { version, license } = JSON.parse(text(`../node_modules/${name}/package.json`)) as Record<string, string>;
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const words = file === undefined ? '' : `\n\n${text(`../node_modules/${name}/${file}`)}`;
    return `## ${name} - ${String(version)} (${String(license)})${words}`;
  });
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
        const known = String(file.source).trim();
        file.source = [
          known,
          ...workersOwn(known),
          `## Icons: Lucide (https://lucide.dev)\n\n${text('../src/ui/kit/icons-licence.txt')}`,
          `## The page itself\n\n${text('../LICENSE')}\n`,
        ].join('\n\n');
      },
    },
  };
}
