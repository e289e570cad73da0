// Starts mock-genesys for a test and tells where it listens; ends it with the test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const readyWithin = 20_000;

// Resolves when `file` exists; the mock writes its port files atomically after listening.
async function contentOf(file, child) {
  const watching = new AbortController();
  try {
    const deadline = AbortSignal.timeout(readyWithin);
    const changes = watch(path.dirname(file), { signal: watching.signal });
    while (!existsSync(file)) {
      const [event] = await Promise.race([once(changes, 'change', { signal: deadline }), once(child, 'exit')]);
      if (typeof event === 'number') throw new Error(`mock-genesys ended with ${event}`);
    }
    return readFileSync(file, 'utf8').trim();
  } finally {
    watching.abort();
  }
}

// `binary` is the built mock-genesys; the result holds port, tlsPort, caFile and stop().
export async function startMock(binary, organisation) {
  const directory = mkdtempSync(path.join(tmpdir(), 'handover-sdk-'));
  const portFile = path.join(directory, 'port');
  const tlsPortFile = path.join(directory, 'tls-port');
  const certificates = path.join(directory, 'certificates');
  mkdirSync(certificates);
  const child = spawn(binary, ['serve', '--org', organisation, '--port', '0', '--port-file', portFile, '--tls',
    '--tls-port', '0', '--tls-port-file', tlsPortFile, '--certificates', certificates, '--seed', '1'],
  { stdio: ['ignore', 'ignore', 'inherit'] });
  const port = Number(await contentOf(portFile, child));
  const tlsPort = Number(await contentOf(tlsPortFile, child));
  return {
    port,
    tlsPort,
    caFile: path.join(certificates, 'ca.pem'),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      rmSync(directory, { recursive: true, force: true });
      return code;
    },
  };
}
