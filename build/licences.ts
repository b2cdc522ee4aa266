/** The licences of what is bundled, which travel with the page. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Their file, beside `index.html`. */
export const licences = 'licenses.md';

function text(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8').replace(/^\n+|\s+$/g, '');
}

/** As much of a `package.json` as is needed. */
interface Package {
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The sections of the page's dependencies, and of theirs, that only its workers have: Vite does not count these. */
function workersOwn(known: string): readonly string[] {
  const sections = new Map<string, string>();
  const add = ({ dependencies = {} }: Pick<Package, 'dependencies'>): void => {
    for (const name of Object.keys(dependencies)) {
      // What builds the page is not in it.
      const isNone = /^(?:vite|@sveltejs\/.*)$/.test(name);
      if (isNone || sections.has(name) || known.includes(`## ${name} - `)) continue;
      const own = JSON.parse(text(`../node_modules/${name}/package.json`)) as Package;
      const folder = new URL(`../node_modules/${name}/`, import.meta.url);
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const words = file === undefined ? '' : `\n\n${text(`../node_modules/${name}/${file}`)}`;
      sections.set(name, `## ${name} - ${own.version} (${own.license})${words}`);
      add(own);
    }
  };
  add(JSON.parse(text('../package.json')) as Package);
  return [...sections.values()];
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
