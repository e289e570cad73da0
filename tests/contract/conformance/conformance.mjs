// Runs programs that use mock-genesys with MOCK_GENESYS_EXCHANGES set, and holds every exchange with /api/v2 that they
// recorded against the vendor's API definition.
//   node conformance.mjs [--exchanges FILE] [-- COMMAND ARG... [-- COMMAND ARG...]]
// The definition: environment GENESYS_API_DEFINITION, else ../shared/spec/genesys-api.json beside the project (ROOT).
// Exit codes: 0 no deviation, 1 deviations, 4 a command failed, 77 no definition: nothing was checked.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Definition } from './definition.mjs';
import { judge } from './judge.mjs';

const shown = Number(process.env.CONFORMANCE_SHOWN ?? 40); // deviations that are printed

function definitionFile() {
  const named = process.env.GENESYS_API_DEFINITION;
  if (named) return named;
  return path.resolve(process.env.ROOT ?? '.', '../shared/spec/genesys-api.json');
}

function commandsOf(words) {
  const commands = [];
  for (const word of words) {
    if (word === '--') commands.push([]);
    else commands.at(-1).push(word);
  }
  return commands;
}

function run(commands, exchanges) {
  for (const [program, ...parameters] of commands) {
    const result = spawnSync(program, parameters,
      { env: { ...process.env, MOCK_GENESYS_EXCHANGES: exchanges }, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (result.status === 0) continue;
    console.error(`conformance: ${program} failed (${result.status ?? result.error}):\n${result.stdout}${result.stderr}`);
    process.exit(4);
  }
}

function report(definition, lines) {
  const deviations = new Map();
  const answered = new Set();
  for (const line of lines) {
    const exchange = JSON.parse(line);
    const verdict = judge(definition, exchange);
    if (verdict.operation && verdict.isSimulated && exchange.status < 400) answered.add(verdict.operation);
    for (const what of verdict.deviations) {
      const text = `${verdict.operation ?? `${exchange.method} ${exchange.target}`} ${exchange.status}: ${what}`;
      deviations.set(text, (deviations.get(text) ?? 0) + 1);
    }
  }
  const all = [...deviations].sort();
  for (const [text, count] of all.slice(0, shown)) console.log(`${text} (${count} times)`);
  if (all.length > shown) console.log(`... and ${all.length - shown} more`);
  console.log(`conformance: ${lines.length} exchanges, ${answered.size} of ${definition.operations.length} operations ` +
    `of the definition answered with success, ${all.length} deviations`);
  if (process.env.CONFORMANCE_LIST) console.log([...answered].sort().join('\n'));
  return all.length === 0 ? 0 : 1;
}

const file = definitionFile();
if (!existsSync(file)) {
  console.log(`conformance: DID NOT RUN: no API definition at ${file}; set GENESYS_API_DEFINITION to its path`);
  process.exit(77);
}
const words = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'conformance-'));
const exchanges = words[0] === '--exchanges' ? words.splice(0, 2)[1] : path.join(folder, 'exchanges');
run(commandsOf(words), exchanges);
const lines = existsSync(exchanges) ? readFileSync(exchanges, 'utf8').split('\n').filter((line) => line !== '') : [];
rmSync(folder, { recursive: true });
if (lines.length === 0) {
  console.log('conformance: no exchange was recorded; was the mock built without --exchanges?');
  process.exit(4);
}
process.exit(report(Definition.read(file), lines));
