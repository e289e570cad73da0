// `handover doctor` against receivers that were written for it: it must find exactly the mistake that each has.
// BIN is where the programs of this build are, ROOT the tree, LANGUAGE node or python.
import assert from 'node:assert/strict';
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

const { BIN: bin, ROOT: root, LANGUAGE: language } = process.env;
const handover = path.join(bin, 'handover');
const secret = 'a-long-enough-secret';
const receivers = {
  node: [process.execPath, path.join(root, 'fixtures/receivers/receiver.mjs')],
  python: ['python3', path.join(root, 'fixtures/receivers/receiver.py')],
};

async function started(mistake, tls = []) {
  const [program, file] = receivers[language];
  const child = spawn(program, [file, mistake, secret, ...tls], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return { child, port: Number(line) };
}

function doctor(args, env = {}) {
  return new Promise((resolve) => {
    execFile(handover, ['doctor', ...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, stdout, stderr });
    });
  });
}

async function diagnose(mistake, { tls, options = [], page = '/webhook' } = {}) {
  const { child, port } = await started(mistake, tls ? [tls.certificate, tls.key] : []);
  const origin = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  const trust = tls ? ['--cacert', tls.certificate] : [];
  const result = await doctor([origin + page, '--secret', secret, '--seen-url', `${origin}/seen`, '--json', ...trust, ...options]);
  child.kill('SIGKILL');
  const report = JSON.parse(result.stdout);
  assert.ok(!(result.stdout + result.stderr).includes(secret), 'the secret is never printed');
  return { ...result, report, codes: report.findings.map(({ code }) => code) };
}

const planted = {
  'not-verified': ['signature.not-verified'],
  'missing-accepted': ['signature.missing-accepted'],
  'signature-remembered': ['signature.replayable'],
  'beginning-enough': ['signature.part-accepted'],
  throws: ['signature.throws'],
  reserialised: ['signature.not-raw-bytes'],
  ...(language === 'python' ? { 'dumps-default': ['signature.not-raw-bytes'] } : {}),
  'hex-only': ['signature.hex-only'],
  'bare-only': ['signature.prefix-refused'],
  'base64url-only': ['signature.base64url-only'],
  'hex-too': ['signature.lax-encoding'],
  'text-only': ['kind.refused'],
  'closed-schema': ['body.unknown-member'],
  'small-limit': ['body.large'],
  'no-chunks': ['body.chunked'],
  'in-order': ['order.refused'],
  'no-dedupe': ['duplicate.shown'],
  'late-dedupe': ['duplicate.shown'],
  'duplicate-refused': ['duplicate.refused'],
  fragile: ['kind.refused', 'receiver.gone'],
};

describe(`receivers in ${language}`, () => {
  let folder;
  let tls;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handover-doctor-'));
    tls = { certificate: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') };
    const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
      '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', tls.key, '-out', tls.certificate]);
    assert.equal(made.status, 0, String(made.stderr));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('a flawless one has no findings, and everything is judged', async () => {
    const { code, report } = await diagnose('flawless');
    assert.equal(code, 0, JSON.stringify(report, null, 2));
    assert.deepEqual(report.checks.filter(({ verdict }) => verdict !== 'passed'), []);
    assert.ok(report.checks.length >= 11);
  });

  for (const [mistake, codes] of Object.entries(planted)) {
    test(`of one with the mistake ${mistake}, exactly that is found`, async () => {
      const result = await diagnose(mistake);
      assert.deepEqual(result.codes, codes, result.stdout);
      assert.equal(result.code, 1);
      const [finding] = result.report.findings;
      for (const member of ['title', 'sent', 'cameBack', 'cause', 'consequence', 'fix']) assert.ok(finding[member], member);
    });
  }

  test('of a slow one, that is found', async () => {
    const { codes, stdout } = await diagnose('slow', { options: ['--slow-after', '200ms'] });
    assert.deepEqual(codes, ['answer.slow'], stdout);
  });

  test('over TLS the same is found as without', async () => {
    assert.deepEqual((await diagnose('flawless', { tls })).codes, []);
    assert.deepEqual((await diagnose('not-verified', { tls })).codes, ['signature.not-verified']);
    assert.deepEqual((await diagnose('no-dedupe', { tls })).codes, ['duplicate.shown']);
  });

  test('a certificate that is not trusted is nothing to judge, and the way out is named', async () => {
    const { child, port } = await started('flawless', [tls.certificate, tls.key]);
    const { code, stderr } = await doctor([`https://127.0.0.1:${port}/webhook`, '--secret', secret]);
    child.kill('SIGKILL');
    assert.equal(code, 4);
    assert.match(stderr, /--cacert/);
  });

  test('a wrong path is a refused genuine message, with every attempt in the report', async () => {
    const { codes, report } = await diagnose('flawless', { page: '/elsewhere' });
    assert.deepEqual(codes, ['genuine.refused']);
    assert.match(report.findings[0].cameBack, /genuine text: 404, .*hexadecimal.*: 404/);
  });

  test('without a page of what was shown, duplicates are not judged', async () => {
    const { child, port } = await started('no-dedupe');
    const { code, stdout } = await doctor([`http://127.0.0.1:${port}/webhook`], { HANDOVER_SECRET: secret, NO_COLOR: '1' });
    child.kill('SIGKILL');
    assert.equal(code, 0);
    assert.match(stdout, /duplicates +accepted; .*--seen-url/);
    assert.match(stdout, /no findings, 1 not judged\n$/);
    assert.ok(!stdout.includes(secret) && !stdout.includes('\x1b'));
  });
});

test('a port where nobody listens cannot be reached', async () => {
  const { code, stderr } = await doctor(['http://127.0.0.1:1/webhook', '--secret', secret]);
  assert.equal(code, 4);
  assert.match(stderr, /^doctor: cannot reach http:\/\/127\.0\.0\.1:1\/webhook: /);
});
