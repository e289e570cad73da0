// The shipped connectors in the external world: every scenario they can play passes, and connectors that were broken on
// purpose are caught. BIN is where the programs of this build are, ROOT the tree, LANGUAGE node or python.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const { BIN: bin, ROOT: root, LANGUAGE: language } = process.env;
const file = { node: 'connector.mjs', python: 'connector.py' }[language];
const scenarios_min = 7;

function play(adapter, ...scenarios) {
  return spawnSync(path.join(bin, 'handover'), ['run', ...scenarios, '--world', 'external', '--adapter', adapter],
    { cwd: root, encoding: 'utf8', timeout: 200_000 });
}

test('the connector passes every scenario that it can play, and the others are skipped with a reason', () => {
  const result = play(path.join(root, 'fixtures/connectors', language, 'adapter.yaml'), 'scenarios');
  assert.equal(result.status, 0, result.stdout + result.stderr);
  const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(result.stdout);
  assert.ok(Number(passed) >= scenarios_min && failed === '0', result.stdout);
  for (const line of result.stdout.split('\n').filter((text) => text.startsWith('SKIP'))) assert.match(line, /\[external: .{10,}\]/);
});

const broken = {
  node: {
    'does not drop duplicates': ['if (seen.has(message.id)) return;', ''],
    'does not verify signatures': ["if (!is_genuine(raw, request.headers['x-hub-signature-256'])) return [401, {}];", ''],
    'does not try again': ['const tries_max = 8;', 'const tries_max = 1;'],
    'shows everybody the same lines': ['lines_of(message.channel.to.id)', "['session-carla', 'session-dora'].forEach(lines_of), lines_of('session-carla')"],
  },
  python: {
    'does not drop duplicates': ['if message["id"] in seen:', 'if False:'],
    'does not verify signatures': ['if not is_genuine(raw, self.headers.get("X-Hub-Signature-256")):', 'if False:'],
    'does not try again': ['TRIES_MAX = 8', 'TRIES_MAX = 1'],
    'shows everybody the same lines': ['shown[message["channel"]["to"]["id"]]', 'shown["session-carla"]'],
  },
}[language];
const caught_by = {
  'does not drop duplicates': 'scenarios/faults/webhook-retried-seen-once.yaml',
  'does not verify signatures': 'scenarios/connector/forged-webhook.yaml',
  'does not try again': 'scenarios/faults/genesys-500-then-ok.yaml',
  'shows everybody the same lines': 'scenarios/connector/two-customers.yaml',
};

for (const [mistake, [from, to]] of Object.entries(broken)) {
  test(`a connector that ${mistake} is caught`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'handover-connector-'));
    cpSync(path.join(root, 'fixtures/connectors', language), folder, { recursive: true });
    const source = readFileSync(path.join(folder, file), 'utf8');
    assert.ok(source.includes(from), 'the line that is to be broken is there');
    writeFileSync(path.join(folder, file), source.replace(from, to));
    const result = play(path.join(folder, 'adapter.yaml'), caught_by[mistake]);
    rmSync(folder, { recursive: true, force: true });
    assert.equal(result.status, 1, result.stdout + result.stderr);
    assert.match(result.stdout, /^FAIL /m);
  });
}
