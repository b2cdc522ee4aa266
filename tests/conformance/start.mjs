// Starts one of the programs beside it, `node start.mjs subject …`: Vite compiles it on the way, as it does the page.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [program, ...args] = process.argv.slice(2);
const { module } = await runnerImport(fileURLToPath(new URL(`./${program}.ts`, import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  root: fileURLToPath(new URL('../..', import.meta.url)),
});
process.exitCode = await module.main(args);
