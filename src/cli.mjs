// Starts cli.ts: Vite compiles it on the way, so the command runs the sources the page is built from.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(fileURLToPath(new URL('./cli.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  root,
});

// npm runs scripts in the package's folder; paths are meant from where the person is.
const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
const here = script === 'render' && caller !== undefined ? caller : process.cwd();

async function standardInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

process.exitCode = await module.main(process.argv.slice(2), {
  read: (path) => (path === '-' ? standardInput() : readFile(resolve(here, path))),
  stdout: (bytes) => process.stdout.write(bytes),
  stderr: (text) => process.stderr.write(text),
});
