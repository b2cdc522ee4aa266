/**
 * `npm run bench`: our engine against Go's, natively and compiled to wasm, on this machine. The three take turns,
 * outputs are compared byte for byte, and a Markdown table with medians and ratios is printed. Fails when outputs
 * differ.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** How often the three programs take turns, and how many samples of each operation they take each time. */
const rounds = 5;
const batches = 25;

/** What the project promises: a ratio of medians that is at most, or at least, this. */
const bars = {
  parse: { native: 1.5, wasm: 1 / 5 },
  execute: { native: 1.0, wasm: 1 / 5 },
};

/**
 * A tree that outgrows the space for young objects is copied by the garbage collector, which a program has no say in:
 * the second column leaves it room and so shows what the parser itself does.
 */
const nurseries = [
  { name: 'as Node starts', flags: [] },
  { name: 'young objects have 128 MiB', flags: ['--max-semi-space-size=128', '--min-semi-space-size=128'] },
];

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'playground-bench-'));
const file = (name) => join(work, name);
try {
  await main();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function main() {
  await build({
    configFile: false,
    logLevel: 'error',
    root: here('.'),
    // What is built runs from a folder without packages.
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'es2022',
      outDir: work,
      emptyOutDir: false,
      rollupOptions: {
        input: Object.fromEntries(
          ['compare', 'scaling', 'cases', 'analysis'].map((name) => [name, here(`${name}.ts`)]),
        ),
      },
    },
  });
  const bundle = (name) => file(`${name}.js`);
  writeFileSync(file('package.json'), '{"type":"module"}');
  const { cases } = await import(pathToFileURL(bundle('cases')).href);
  writeFileSync(file('cases.json'), JSON.stringify(cases));

  go('native', {});
  go('bench.wasm', { GOOS: 'js', GOARCH: 'wasm' });
  const wasmExec = join(output('go', ['env', 'GOROOT']).trim(), 'lib/wasm/wasm_exec_node.js');
  const node = process.execPath;
  const programs = {
    ours: [node, bundle('compare')],
    native: [file('native')],
    wasm: [node, '--stack-size=8192', wasmExec, file('bench.wasm')],
  };

  const results = { ours: [], native: [], wasm: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, [program, ...args]] of Object.entries(programs)) {
      process.stderr.write(`round ${round + 1} of ${rounds}: ${name}\n`);
      results[name].push(JSON.parse(output(program, [...args, file('cases.json'), String(batches)])));
    }
  }
  for (const { name } of cases) {
    const wanted = results.native[0].outputs[name];
    for (const engine of ['ours', 'wasm']) {
      if (results[engine][0].outputs[name] !== wanted) throw new Error(`${engine} and Go differ in “${name}”`);
    }
  }
  process.stderr.write('scaling\n');
  const scaling = Object.fromEntries(
    nurseries.map(({ name, flags }) => [name, JSON.parse(output(node, [...flags, bundle('scaling')]))]),
  );

  process.stderr.write('analysis\n');
  const analysis = JSON.parse(output(node, [bundle('analysis')]));

  const sizes = (name) => {
    const { template } = cases.find((c) => c.name === name);
    return [Buffer.byteLength(template), Buffer.from(results.native[0].outputs[name], 'base64').length];
  };
  console.log(machine(results.native[0].version));
  console.log(table(results, sizes));
  console.log(scalingTable(scaling));
  console.log(analysisTable(analysis));
}

function go(name, env) {
  execFileSync('go', ['build', '-o', file(name), '.'], {
    cwd: here('native'),
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
}

function output(program, args) {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] });
}

function machine(goVersion) {
  const [cpu, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  // A load above the number of cores means that others took part of the time.
  const load = `load ${loadavg()[1].toFixed(1)} over five minutes`;
  const hardware = `${others.length + 1} cores of ${cpu.model.trim()}, ${memory} GiB`;
  return `${hardware}; Node ${process.version}, ${goVersion}; ${load}\n`;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function table(results, sizes) {
  const lines = [
    '| | bytes | ours, µs | native Go, µs | Go wasm, µs | ours ÷ native | bar | wasm ÷ ours | bar |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|',
  ];
  for (const operation of Object.keys(results.ours[0].samples)) {
    const [ours, native, wasm] = ['ours', 'native', 'wasm'].map((engine) =>
      median(results[engine].flatMap((result) => result.samples[operation])),
    );
    const verb = operation.split(' ')[0];
    const [templateBytes, outputBytes] = sizes(operation.slice(verb.length + 1));
    const bar = bars[verb];
    const times = [ours, native, wasm].map((ns) => (ns / 1000).toFixed(1));
    const cells = [
      operation,
      verb === 'parse' ? templateBytes : outputBytes,
      ...times,
      mark((ours / native).toFixed(2), ours / native <= bar.native),
      `≤ ${bar.native.toFixed(1)}`,
      mark((wasm / ours).toFixed(1), ours / wasm <= bar.wasm),
      `≥ ${(1 / bar.wasm).toFixed(0)}`,
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}

function mark(text, met) {
  return met ? text : `**${text}**`;
}

function scalingTable(scaling) {
  const names = Object.keys(scaling);
  const lines = [
    `| | bytes | ${names.map((name) => `ns per byte, ${name} | against the smallest`).join(' | ')} |`,
    `|---|---:|${'---:|---:|'.repeat(names.length)}`,
  ];
  for (const [i, { what, bytes }] of scaling[names[0]].entries()) {
    const cells = names.flatMap((name) => {
      const smallest = scaling[name].find((row) => row.what === what);
      const { nsPerByte } = scaling[name][i];
      return [nsPerByte.toFixed(1), (nsPerByte / smallest.nsPerByte).toFixed(2)];
    });
    lines.push(`| ${[what, bytes, ...cells].join(' | ')} |`);
  }
  return lines.join('\n');
}

function analysisTable(rows) {
  const lines = [
    '\n| template | lines | findings | analysis, ms | bar | ÷ parse and execute |',
    '|---|---:|---:|---:|---:|---:|',
  ];
  for (const { what, lines: count, findings, analysis, parseAndExecute, bar } of rows) {
    const ratio = parseAndExecute === null ? 'it fails' : (analysis / parseAndExecute).toFixed(1);
    lines.push(
      `| ${what} | ${count} | ${findings} | ${mark(analysis.toFixed(2), analysis <= bar)} | ≤ ${bar} | ${ratio} |`,
    );
  }
  return lines.join('\n');
}
