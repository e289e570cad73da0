// The commands of README.md are run as they stand there. BIN is where the programs of this build are, ROOT the tree.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const { BIN: bin, ROOT: root } = process.env;
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

const blocks = (language) => [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1]);

// A folder that looks like the tree to a reader of the README, with this build's programs as the release.
function prepare() {
  const directory = mkdtempSync(path.join(tmpdir(), 'handover-readme-'));
  for (const folder of ['scenarios', 'fixtures']) cpSync(path.join(root, folder), path.join(directory, folder), { recursive: true });
  writeFileSync(path.join(directory, 'hello.yaml'), blocks('yaml')[0]);
  return directory;
}

// The port of the README stands for any free one.
function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// A console block as a shell script: each command must end as its comment says, with 0 if it says nothing.
function scriptOf(block, port) {
  const commands = block.split('\n').filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
  const checked = commands.map((command) => {
    const wanted = Number(/# exit (\d+)/.exec(command)?.[1] ?? 0);
    return command.trimEnd().endsWith('&') ? command
      : `${command}\n[ $? = ${wanted} ] || { echo "not exit ${wanted}: ${command.replaceAll(/["$`\\]/g, '\\$&')}"; exit 1; }`;
  });
  return ["trap 'kill $(jobs -p) 2>/dev/null; wait' EXIT", ...checked].join('\n')
    .replaceAll('build/release/bin', bin).replaceAll('8080', String(port));
}

for (const [index, block] of blocks('console').entries()) {
  test(`the commands of block ${index + 1} do what it says`, async () => {
    const directory = prepare();
    const script = scriptOf(block, await freePort());
    const result = spawnSync('bash', ['-c', script], { cwd: directory, encoding: 'utf8', timeout: 120_000 });
    rmSync(directory, { recursive: true, force: true });
    assert.equal(result.status, 0, `${result.stdout}\n${result.stderr}`);
    for (const line of block.split('\n').filter((text) => text && !text.startsWith('$ '))) {
      assert.ok(result.stdout.includes(line.trim()), `README promises this output:\n${line}\ngot:\n${result.stdout}`);
    }
  });
}

test('every file and script that the documents name is there', () => {
  for (const document of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/interfaces.md']) {
    const text = readFileSync(path.join(root, document), 'utf8');
    const names = [...text.matchAll(/`((?:scripts|docs|fixtures|tests|foundation|mock-genesys|bridge|harness|scenarios|cmake)\/[\w./-]+)`/g)];
    for (const [, name] of names) assert.ok(existsSync(path.join(root, name)), `${document} names ${name}`);
  }
});

test('the two commands can be run', () => {
  for (const script of ['scripts/run', 'scripts/test']) assert.ok(statSync(path.join(root, script)).mode & 0o100, script);
});
