// Starts mock-genesys for a test and tells where it listens; ends it with the test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const readyWithin = 20_000;

// Resolves when `file` exists and has content; the mock writes its port files atomically after listening.
async function contentOf(file, child) {
  const directory = path.dirname(file);
  const deadline = AbortSignal.timeout(readyWithin);
  const exited = once(child, 'exit').then(([code]) => { throw new Error(`mock-genesys ended with ${code}`); });
  const appeared = new Promise((resolve, reject) => {
    const watcher = watch(directory, check);
    deadline.addEventListener('abort', () => reject(new Error(`no ${file} within ${readyWithin} ms`)));
    function check() {
      if (!existsSync(file)) return;
      watcher.close();
      resolve(readFileSync(file, 'utf8').trim());
    }
    check();
  });
  return Promise.race([appeared, exited]);
}

// `binary` is the built mock-genesys; the result holds port, tlsPort, caFile and stop().
export async function startMock(binary, organisation) {
  const directory = mkdtempSync(path.join(tmpdir(), 'handover-sdk-'));
  const portFile = path.join(directory, 'port');
  const tlsPortFile = path.join(directory, 'tls-port');
  const certificates = path.join(directory, 'certificates');
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
